#!/usr/bin/env bash
# The whole journey by command, on files, from an empty folder: three bodies join, agree, load,
# match, review, work a case and prove all of it. Every step is checked; read it as a manual.
# Usage: scripts/journey.sh WEFT_BINARY [WORK_FOLDER]
set -euo pipefail

[ $# -ge 1 ] || { echo "Usage: scripts/journey.sh WEFT_BINARY [WORK_FOLDER]" >&2; exit 2; }
binary=$(realpath "$1")
if [ $# -ge 2 ]; then
    work=$2
    mkdir -p "$work"
    [ -z "$(ls -A "$work")" ] || { echo "The folder $work is not empty." >&2; exit 2; }
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
cd "$work"

step() { echo "- $1"; }

fail() {
    echo "The journey stopped: $1" >&2
    echo "The last command was: weft $command" >&2
    cat out err >&2
    exit 1
}

# Runs a command that must succeed; its answer is then in the file `out`.
weft() { expect 0 "" "$@"; }

# Runs a command that must end with an exit code and say something that holds a text.
expect() {
    local code=$1 text=$2 status=0
    shift 2
    command=$*
    "$binary" "$@" >out 2>err </dev/null || status=$?
    [ "$status" -eq "$code" ] || fail "exit code $code was expected, not $status."
    [ -z "$text" ] || grep -qF -- "$text" out err || fail "it should say “$text”."
}

# Reads a value from the last answer: a Python expression over `it`, such as it["id"].
value() { python3 -c 'import json, sys; it = json.load(open("out")); print(eval(sys.argv[1]))' "$1"; }

# Stops unless an expression over the last answer is true.
check() { [ "$(value "$1")" = True ] || fail "$1 is not true of the answer."; }

as() { echo "--data data --json --as $1"; }
jo=$(as jo.brown@example.org)    # county: information governance officer, approver, operator
ana=$(as ana.reed@example.org)   # city: data analyst
pat=$(as pat.moss@example.org)   # city: practitioner
cy=$(as cy.hale@example.org)     # city: approver
dan=$(as dan.frost@example.org)  # district: data analyst
di=$(as di.lowe@example.org)     # district: approver

step "A county council makes a data folder and opens its first account."
weft init --data data --partnership "North Shire" --origin weft.example.org/log \
    --body "North Shire County Council" --kind county-council \
    --name "Jo Brown" --email jo.brown@example.org --post "Head of information governance"
grep -qE '^/password/[0-9a-z]{26,}$' out || fail "the link is missing."
[ "$(stat -c %a data/master.key data/log.key data/weft.sqlite | sort -u)" = 600 ] ||
    fail "others may read the keys or the database."
expect 6 "already holds" init --data data --partnership "North Shire" --origin a --body B \
    --kind police --name C --email c@example.org --post D

step "Two further councils join, and each gets its accounts."
weft partner join $jo --name "Saltmere City Council" --kind city-council
weft partner join $jo --name "Tollesham District Council" --kind district-council
check 'it["id"] == "tollesham-district-council" and it["standing"] == "applied"'
expect 5 "has joined already" partner join $jo --name "Saltmere City Council" --kind city-council
invite() {
    weft user invite $jo --partner "$1" --name "$2" --email "$3" --post "$4" --role "$5"
    check 'it["link"].startswith("/password/")'
}
invite saltmere-city-council "Ana Reed" ana.reed@example.org "Data analyst" analyst
invite saltmere-city-council "Pat Moss" pat.moss@example.org "Revenues officer" practitioner
invite saltmere-city-council "Cy Hale" cy.hale@example.org "Chief Executive" approver
invite tollesham-district-council "Dan Frost" dan.frost@example.org "Data analyst" analyst
invite tollesham-district-council "Di Lowe" di.lowe@example.org "Chief Executive" approver
weft user list --data data --json
check 'len(it["accounts"]) == 6'

step "The county drafts an agreement with both from a template."
weft agreement new $jo --template council-tax-review \
    --party saltmere-city-council --party tollesham-district-council
agreement=$(value 'it["agreement"]["id"]')
check 'it["standing"] == "draft" and len(it["agreement"]["terms"]["parties"]) == 3'

step "Invented people come as two files with known truth."
weft demo-data --people 400 --seed 3 --out files
accounts=files/council-tax.csv
register=files/electoral-register.csv

step "Nothing can be loaded yet, and the refusal names every ground."
load() { # FILE DATASET PERSON [MORE]
    echo "data load $1 --dataset $2 --agreement $agreement ${*:3}"
}
expect 4 "Saltmere City Council has not signed the charter" $(load $accounts council-tax $ana)
for body in "North Shire County Council" "Tollesham District Council"; do
    grep -qF "$body has not signed the charter" err || fail "the ground about $body is missing."
done
grep -qF "is still a draft" err || fail "the ground about the agreement is missing."

step "Every body signs the charter; the text goes to the approvers and each approves."
expect 5 "has not signed the charter" agreement approve $jo "$agreement"
for person in "$jo" "$cy" "$di"; do
    weft partner sign-charter $person
    check 'it["standing"] == "active"'
done
expect 4 "Your role does not let you" agreement send $ana "$agreement"
weft agreement send $jo "$agreement"
check 'len(it["awaiting"]) == 3'
weft agreement approve $jo "$agreement"
weft agreement approve $cy "$agreement"
expect 5 "approved this text already" agreement approve $cy "$agreement"
expect 4 "has not been approved by every party yet" $(load $accounts council-tax $ana)
weft register --data data --json
check 'it["agreements"] == []'
weft agreement approve $di "$agreement"
check 'it["standing"] == "in-force" and it["awaiting"] == []'
weft register --data data --json
check 'it["agreements"][0]["leadOrganisation"] == "North Shire County Council"'

step "The text and an instruction for staff are written as documents, the dates for calendars."
weft agreement export $jo "$agreement" --format odt --output text.odt
check 'it["format"] == "odt" and it["textDigest"].startswith("sha256:")'
weft agreement export $cy "$agreement" --format docx --instruction --output staff.docx
weft agreement export $cy "$agreement" --format ics --output days.ics
python3 - <<'END' || fail "a document cannot be opened."
import zipfile
for name, part in (("text.odt", "content.xml"), ("staff.docx", "word/document.xml")):
    with zipfile.ZipFile(name) as archive:
        assert archive.testzip() is None and archive.read(part)
with open("days.ics", "rb") as days:
    assert days.read().count(b"BEGIN:VEVENT\r\n") == 2
END

step "The agreement goes out as JSON for another place, and would come in without a loss."
weft agreement export $jo "$agreement" --format json --output theirs.json
weft agreement import theirs.json $jo --dry-run
check 'it["obstacles"] == [] and it.get("agreement") is None'
printf '{"format":"other/1"}' >other.json
expect 3 "of the format “other/1”" agreement import other.json $jo

step "Its review is taken up; a new version is drafted and given up, and the old one goes on."
weft agreement review $jo "$agreement"
expect 5 "under way since" agreement review $jo "$agreement"
weft agreement amend $jo "$agreement" --reason "Copies are needed for a shorter time."
check 'it["agreement"]["version"] == 2 and it["standing"] == "draft"'
expect 5 "is open already" agreement amend $jo "$agreement" --reason "Once more."
weft agreement diff $jo "$agreement"
check 'it["from"] == 1 and it["to"] == 2'
weft agreement discard $jo "$agreement" --reason "It was only a trial."
weft agreement versions $cy "$agreement"
check '[v["stage"] for v in it["versions"]] == ["approved", "retired"]'
weft agreement notices --data data --json
check 'it["notices"] == []'

step "A merger is planned, looked at and given up."
weft partner succession plan $jo --from tollesham-district-council \
    --to saltmere-city-council --on 2028-04-01 --authority "An invented order"
succession=$(value 'it["id"]')
weft partner succession show $jo "$succession"
check 'it["succession"]["stage"] == "planned" and len(it["posts"]) == 2'
expect 5 "not before" partner succession carry-out $jo "$succession"
weft partner succession withdraw $jo "$succession"

step "The city checks its accounts and loads them; surplus columns are left out."
weft data check $accounts --dataset council-tax --json
check 'it["rowCount"] == 400 and it["rejectedCount"] == 0'
weft $(load $accounts council-tax $ana)
left=$(value 'it["id"]')
check 'it["rowCount"] == 400'
check '{"Telephone", "E-mail", "Bank Acct Ending"} <= set(it["dropped"])'
check 'not {"telephone", "email", "bank-account-ending"} & set(it["clauses"])'
expect 4 "has no clause that sends" $(load $accounts asb-report $ana)

step "The district's register has bad rows: they are refused, named and can be mended."
cp $register bad.csv
printf '%s\n' \
    'XX000001,,Smith,John,,31/02/1990,1 Planted Way,Harlow,CM17 2ZA,2015-02-11,Local' \
    'XX000002,,,Jane,,1990-01-31,2 Planted Way,Harlow,CM17 2ZA,2015-02-11,Local' \
    'XX000003,too,few' >>bad.csv
expect 3 "403 rows: 400 passed, 3 failed." data check bad.csv --dataset electoral-register
expect 3 "3 of 403 rows failed" $(load bad.csv electoral-register $dan)
weft $(load bad.csv electoral-register $dan --partly --rejected rejected.csv)
right=$(value 'it["id"]')
check 'it["rowCount"] == 400 and it["report"]["rejectedCount"] == 3'
[ "$(wc -l <rejected.csv)" -eq 4 ] || fail "the file of refused rows has not three of them."
grep -qF "is not a date" rejected.csv || fail "the file of refused rows does not say what to fix."
weft data list $ana
check '{load["id"] for load in it["loads"]} == {"'"$left"'", "'"$right"'"}'

step "The city compares both files."
expect 4 "Your role does not let you run a match" match run $pat "$left" "$right"
weft match run $ana "$left" "$right"
run=$(value 'it["id"]')
check 'it["pairCount"] > 150 and it["questionCount"] >= 3'
expect 4 "Your role does not let you review matches" match queue $ana "$run"
weft match list $dan
check 'it["runs"] == []'

step "The practitioner reads the queue and both records of the best pair."
weft match queue $pat "$run"
check 'it["total"] >= 3'
first=$(value 'it["pairs"][0]["id"]')
second=$(value 'it["pairs"][1]["id"]')
third=$(value 'it["pairs"][2]["id"]')
weft match show $pat "$first"
check 'bool(it["question"] and it["evidence"] and it["left"]["surname"] and it["right"]["surname"])'

step "One pair is the same person, one is not, one is unclear; one decision is taken back."
weft match review $pat "$first" same
case=$(value 'it["openedCase"]')
weft match review $pat "$second" different
check '"openedCase" not in it'
weft match review $pat "$third" not-sure
weft match undo $pat "$second"
expect 5 "no decision to take back" match undo $pat "$second"
weft match queue $pat "$run" --show not-sure
check '[pair["id"] for pair in it["pairs"]] == ["'"$third"'"]'

step "The case goes from the desk check to an outcome that a person decided."
weft case list $pat
check '[file["id"] for file in it["cases"]] == ["'"$case"'"]'
expect 5 "" case step $pat "$case" decide --note "Too early" --outcome no-change
weft case step $pat "$case" check
expect 5 "Work on the case" match undo $pat "$first"
expect 3 "" case step $pat "$case" ask
weft case step $pat "$case" ask --note "Neutral letter sent, 21 days to reply."
weft case step $pat "$case" reply --note "The household says that a son came back in June."
weft case step $pat "$case" decide --note "Two adults live there since June." \
    --outcome discount-ends --effective 2026-06-15 --billed 270.00
check 'it["stage"] == "decided" and it["events"][-1]["outcome"]["billedPence"] == 27000'
weft case step $pat "$case" close --note "The bill was sent."
weft case show $pat "$case"
check 'it["stage"] == "closed" and len(it["events"]) == 5'
expect 4 "Your role does not let you" case show $dan "$case"

step "The log of the data folder and its export hold all of it, and nothing was changed."
weft log verify data --json
check 'it["sound"] and it["findings"] == []'
entries=$(value 'it["size"]')
weft log export --data data --out export --json
check 'it["entries"] == '"$entries"
vkey=$(value 'it["vkey"]')
weft log verify export --json --vkey "$vkey"
check 'it["sound"] and it["size"] == '"$entries"
if grep -rqiE 'smith|ana\.reed|planted|son came back' export; then
    fail "the export names a person."
fi

step "One changed byte of one entry is found and the entry is named."
bundle=$(find export/tile/entries -type f)
python3 - "$bundle" <<'PYTHON'
import sys
path = sys.argv[1]
data = bytearray(open(path, "rb").read())
place = 0
for _ in range(7):                       # each entry has its length in two bytes before it
    place += 2 + int.from_bytes(data[place:place + 2], "big")
data[place + 2 + 40] ^= 1
open(path, "wb").write(data)
PYTHON
expect 1 "Entry 7 does not match its hash" log verify export --vkey "$vkey"

echo "The whole journey passed."

#!/usr/bin/env bash
# Kills Weft with signal 9 at seeded random moments while a server runs and two people load files
# and decide pairs, and checks after each kill that nothing acknowledged was lost, that nothing is
# there by halves, and that the log is sound and never signed twice.
# Usage: scripts/kill-cycles.sh WEFT_BINARY [CYCLES] [SEED]
set -euo pipefail

[ $# -ge 1 ] || { echo "Usage: scripts/kill-cycles.sh WEFT_BINARY [CYCLES] [SEED]" >&2; exit 2; }
weft=$(realpath "$1")
cycles=${2:-15}
seed=${3:-2026}
work=$(mktemp -d)
groups=()
tails=0

# Kills the process groups that this script started and waits until they are gone.
kill_all() {
    for group in ${groups[@]+"${groups[@]}"}; do kill -KILL -- "-$group" 2>/dev/null || true; done
    for group in ${groups[@]+"${groups[@]}"}; do
        while kill -0 -- "-$group" 2>/dev/null; do sleep 0.01; done
    done
    groups=()
}
trap 'kill_all; rm -rf "$work"' EXIT

fail() {
    echo "Cycle ${cycle:-0} with seed $seed: $1" >&2
    cat "$work/found" "$work/server.err" >&2 2>/dev/null || true
    exit 1
}

cd "$work"
mkdir acks
RANDOM=$seed

as() { echo "--data data --json --as $1@example.org"; }

# Two councils with an agreement in force, two files of 2,000 people and a queue to decide.
prepare() {
    "$weft" init --data data --partnership "North Shire" --origin weft.example.org/log \
        --body "Saltmere City Council" --kind city-council --name "Jo Brown" \
        --email jo@example.org --post "Chief Executive"
    "$weft" partner join $(as jo) --name "Tollesham District Council" --kind district-council
    for role in analyst practitioner; do
        "$weft" user invite $(as jo) --partner saltmere-city-council --name "$role" \
            --email "$role@example.org" --post "$role" --role "$role"
    done
    "$weft" user invite $(as jo) --partner tollesham-district-council --name "Di Lowe" \
        --email di@example.org --post "Chief Executive" --role approver --role analyst
    "$weft" partner sign-charter $(as jo)
    "$weft" partner sign-charter $(as di)
    "$weft" agreement new $(as jo) --template council-tax-review \
        --party tollesham-district-council
    "$weft" agreement send $(as jo) isp-0001
    "$weft" agreement approve $(as jo) isp-0001
    "$weft" agreement approve $(as di) isp-0001
    "$weft" demo-data --people 2000 --seed 3 --out files
    load analyst council-tax >left
    load di electoral-register >right
    "$weft" match run $(as analyst) "$(id left)" "$(id right)" >run
    "$weft" match queue $(as practitioner) "$(id run)" --show all >queue
    python3 -c 'import json; [print(p["id"]) for p in json.load(open("queue"))["pairs"]]' >pairs
}

id() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["id"])' "$1"; }

load() {
    "$weft" data load "files/$2.csv" --dataset "$2" --agreement isp-0001 $(as "$1")
}

# Loads the file again and again; each answer in a file of its own.
loading() {
    for ((n = 0; ; n++)); do load analyst council-tax >"acks/load-$1-$n" 2>>worker.err; done
}

# Decides the pairs of the queue in turn, each again and again.
deciding() {
    local verdicts=(different not-sure) n=0 pair
    while :; do
        while read -r pair; do
            "$weft" match review $(as practitioner) "$pair" "${verdicts[n++ % 2]}" \
                >"acks/review-$1-$n-$pair" 2>>worker.err
        done <pairs
    done
}

# Starts a loop in a process group of its own, so that one signal ends it and what it runs.
start() {
    set -m
    "$@" &
    groups+=($!)
    disown
    set +m
}

serving() { exec "$weft" serve --data data --port 0 2>server.err; }

start_server() {
    : >server.err
    start serving
    for _ in $(seq 1 100); do
        grep -q "Listening on" server.err && return
        kill -0 -- "-${groups[0]}" 2>/dev/null || fail "the server did not start again."
        sleep 0.1
    done
    fail "the server did not start again within 10 seconds."
}

# A folder that was killed may have a last entry that is not signed, and nothing else.
verify_killed() {
    "$weft" log verify data >found 2>&1 && return
    if sed 1,2d found | grep -qv "not signed yet; start Weft once"; then
        fail "the log of the killed folder is not sound."
    fi
    tails=$((tails + 1))
}

# Compares the database with every answer that was printed before the kill.
audit() {
    python3 - <<'PYTHON' >found || fail "the database does not hold what was acknowledged."
import glob, json, os, sqlite3, sys

base = sqlite3.connect("file:data/weft.sqlite?mode=ro", uri=True)
faults = []
def rows(sql, *values): return base.execute(sql, values).fetchall()
def one(sql, *values): return rows(sql, *values)[0][0]
def expect(holds, sentence):
    if not holds: faults.append(sentence)

expect(one("PRAGMA integrity_check") == "ok", "The database is damaged.")
expect(not rows("PRAGMA foreign_key_check"), "A row points to one that is not there.")

chunks = dict(rows("SELECT load, COUNT(*) FROM recordChunk GROUP BY load"))
bodies = {n: json.loads(b) for n, b in rows("SELECT number, body FROM logBody")}
loads = {}
for load, receipt, count, entry in rows("SELECT id, receipt, rowCount, entry FROM load"):
    loads[load] = json.loads(receipt)
    body = bodies[entry]
    expect(chunks.get(load) == -(-count // 512), f"The load {load} is there by halves.")
    expect(body["load"] == load and body["rows"] == count, f"The log lacks the load {load}.")
expect(set(chunks) <= set(loads), "There are records of no load.")
logged = {b["load"] for b in bodies.values() if b["type"] == "data-loaded"}
expect(logged == set(loads), "The log and the loads differ.")
keys = one("SELECT COUNT(*) FROM contentKey WHERE id GLOB 'load|*'")
expect(keys == len(loads), "The keys and the loads differ.")

decided = {}
for pair, in rows("SELECT pair FROM verdict"): decided[pair] = decided.get(pair, 0) + 1
reviews = [b for b in bodies.values() if b["type"] == "pair-reviewed"]
expect(len(reviews) == sum(decided.values()), "The log and the decisions differ.")
for pair, count in rows("SELECT id, verdictCount FROM pair WHERE verdictCount > 0"):
    expect(decided.get(pair) == count, f"The decisions of {pair} are there by halves.")

acknowledged = {"load": 0, "review": 0}
reviewed = {}
last = None
for path in sorted(glob.glob("acks/*"), key=os.path.getmtime):
    try: answer = json.load(open(path))
    except ValueError: continue                  # killed before the answer was printed
    kind = os.path.basename(path).split("-")[0]
    acknowledged[kind] += 1
    if kind == "load":
        expect(loads.get(answer["id"]) == answer, f"The load {answer['id']} was lost.")
        last = answer
    else:
        pair = path.rsplit("-", 1)[1]
        reviewed[pair] = reviewed.get(pair, 0) + 1
for pair, count in reviewed.items():
    expect(decided.get(pair, 0) >= count, f"A decision of {pair} was lost.")

signed = dict(rows("SELECT size, note FROM checkpoint"))
try: before = {int(s): n for s, n in json.load(open("signed")).items()}
except FileNotFoundError: before = {}
expect(all(signed.get(s) == n for s, n in before.items()), "A signed checkpoint was lost.")
expect(max(signed) == one("SELECT COUNT(*) FROM logEntry"), "The newest entries are not signed.")
json.dump(signed, open("signed", "w"))
json.dump(last or loads[next(iter(loads))], open("last", "w"))

print("\n".join(faults) or f"{acknowledged['load']} loads and {acknowledged['review']} decisions")
sys.exit(bool(faults))
PYTHON
    acknowledged=$(cat found)
}

# The rows of the newest acknowledged load decrypt, and there are as many as its receipt says.
read_back() {
    "$weft" match run $(as analyst) "$(id last)" "$(id right)" >compared 2>found ||
        fail "the newest load cannot be read."
    python3 -c 'import json; assert json.load(open("compared"))["leftCount"] == \
        json.load(open("last"))["rowCount"]' || fail "rows of the newest load were lost."
}

prepare >prepared 2>found
start_server
for ((cycle = 1; cycle <= cycles; cycle++)); do
    start loading "$cycle"
    start deciding "$cycle"
    milliseconds=$((100 + RANDOM % 1400))
    sleep "$((milliseconds / 1000)).$(printf %03d $((milliseconds % 1000)))"
    kill_all
    verify_killed
    start_server
    "$weft" log verify data >found 2>&1 || fail "the log is not sound after the restart."
    audit
    [ $((cycle % 5)) -ne 0 ] || read_back
done
if [ -s worker.err ]; then
    cp worker.err found
    fail "a command failed by itself."
fi
echo "Killed $cycles times with seed $seed: $acknowledged were acknowledged and none was lost."
echo "The log was sound each time; $tails times its newest entries were signed at the restart."

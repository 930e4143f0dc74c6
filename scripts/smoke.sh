#!/usr/bin/env bash
# Asks the server at WEFT_URL for the pages that show whether the binary is whole.
set -euo pipefail

address=${WEFT_URL#http://}
host=${address%%:*}
port=${address##*:}
failures=0

# Prints the answer to a request for a path: headers, an empty line and the body.
get() {
    exec 3<>"/dev/tcp/$host/$port"
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$1" "$address" >&3
    timeout 20 cat <&3 || true
    exec 3>&-
}

expect() {
    local answer
    answer=$(get "$1" | tr -d '\0\r')
    case $answer in
    "HTTP/1.1 200"*) ;;
    *)
        echo "$1 answers \"${answer%%$'\n'*}\"; 200 is expected." >&2
        failures=$((failures + 1))
        ;;
    esac
}

if ! grep -qE '^http://[^ ]+$' "$WEFT_OUTPUT" || [ "$(wc -l <"$WEFT_OUTPUT")" -ne 1 ]; then
    echo "The demonstration prints one link on its standard output; it printed:" >&2
    cat "$WEFT_OUTPUT" >&2
    failures=$((failures + 1))
fi
for path in / /healthz /register /register.json /register.csv /sign-in /help /glossary; do
    expect "$path"
done
sheets=$(get / | tr '>' '\n' | sed -n '/rel="stylesheet"/s/.*href="\([^"]*\)".*/\1/p')
if [ -z "$sheets" ]; then
    echo "The first page has no style sheet." >&2
    failures=$((failures + 1))
fi
for sheet in $sheets; do expect "$sheet"; done

[ "$failures" -eq 0 ]

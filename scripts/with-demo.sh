#!/usr/bin/env bash
# Starts the release binary's demonstration on a free port, runs a command against it and stops it.
# The command finds the server's address in WEFT_URL and the files that hold what it prints in
# WEFT_OUTPUT and WEFT_MESSAGES.
# Usage: scripts/with-demo.sh COMMAND [ARGUMENT...]
set -euo pipefail

top=$(cd "$(dirname "$0")/.." && pwd)
people=${PEOPLE:-2000}
folder=$(mktemp -d)
server=

stop() {
    if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then kill -KILL "$server"; fi
    rm -rf "$folder"
}
trap stop EXIT

fail() {
    echo "$1 Its messages end with:" >&2
    tail -n 20 "$folder/messages" >&2
    exit 1
}

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

answers() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
        IFS=' ' read -r -t 5 _ status _ <&3
        [ "$status" = 200 ]
    ) 2>/dev/null
}

# Away from the build folder, so that a file which should be part of the binary is missed.
mkdir "$folder/data"
cp "$top/.build/release/weft" "$folder/weft"

port=$((20000 + RANDOM % 20000))
until is_free "$port"; do port=$((port + 1)); done

cd "$folder"
./weft demo --port "$port" --data "$folder/data" --people "$people" \
    </dev/null >"$folder/output" 2>"$folder/messages" &
server=$!
for _ in $(seq 1 600); do
    kill -0 "$server" 2>/dev/null || fail "The demonstration ended before it answered."
    if answers; then ready=yes; break; fi
    sleep 0.2
done
[ "${ready:-}" = yes ] || fail "The demonstration did not answer within two minutes."

cd "$top"
status=0
WEFT_URL="http://127.0.0.1:$port" WEFT_OUTPUT="$folder/output" \
    WEFT_MESSAGES="$folder/messages" "$@" || status=$?

kill -0 "$server" 2>/dev/null || fail "The demonstration ended while it was being used."
kill -TERM "$server"
for _ in $(seq 1 75); do
    kill -0 "$server" 2>/dev/null || { ended=yes; break; }
    sleep 0.2
done
[ "${ended:-}" = yes ] || fail "The demonstration did not stop within 15 seconds of being asked."
ending=0
wait "$server" || ending=$?
# 143 is an end by the signal itself, which is as good as a clean exit.
case $ending in 0 | 143) ;; *) fail "The demonstration stopped with status $ending." ;; esac
exit "$status"

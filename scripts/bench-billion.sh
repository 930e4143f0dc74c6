#!/usr/bin/env bash
# Links one and then seven million invented people, from CSV to clusters, and prints what it took:
# the second compares more than a billion pairs. Targets: 180 seconds and 4096 MB on two cores.
# Usage: scripts/bench-billion.sh WEFT_BINARY FOLDER [PEOPLE …]
set -euo pipefail

[ $# -ge 2 ] || { echo "Usage: scripts/bench-billion.sh WEFT_BINARY FOLDER [PEOPLE …]" >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
binary=$(realpath "$1")
folder=$2
shift 2
[ $# -gt 0 ] || set -- 1000000 7000000
model=$top/scripts/billion.yaml
mkdir -p "$folder"

# The sum of the pairs that each rule makes, from `weft link block-count --json`.
candidates() {
    "$binary" link block-count --model "$model" --input "$1" --json 2>/dev/null |
        grep '"pairs"' | tr -dc '0-9\n' | paste -sd+ | bc
}

# A whole number of a JSON summary: FILE KEY.
number() { grep "\"$2\"" "$1" | tr -dc '0-9\n' | head -1; }

printf '%9s  %13s  %10s  %8s  %8s  %6s\n' people candidates kept seconds 'CPU s' MB
faults=0
for people in "$@"; do
    rm -rf "${folder:?}/$people"
    "$binary" demo-data --duplicates --people "$people" --out "$folder/$people" >/dev/null
    file=$folder/$people/people.csv
    count=$(candidates "$file")
    TIMEFORMAT='%R %U %S'
    times=$({ time "$binary" link run --model "$model" --input "$file" \
        --pairs-limit 2000000000 --threshold-weight 5 --output "$folder/$people/linked" \
        --json >"$folder/$people/summary.json" 2>"$folder/$people/messages"; } 2>&1) ||
        { cat "$folder/$people/messages" >&2; exit 1; }
    read -r seconds user system <<<"$times"
    memory=$(number "$folder/$people/summary.json" peakMemoryMegabytes)
    printf '%9d  %13d  %10d  %8.1f  %8.1f  %6d\n' "$people" "$count" \
        "$(number "$folder/$people/summary.json" pairs)" "$seconds" \
        "$(echo "$user + $system" | bc)" "$memory"
    if (($(echo "$seconds > 180" | bc) || memory > 4096)); then faults=$((faults + 1)); fi
    rm -rf "${folder:?}/$people"
done
if ((faults)); then echo "Missed: 180 seconds or 4096 MB."; exit 1; fi
echo "Within 180 seconds and 4096 MB."

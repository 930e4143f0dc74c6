#!/usr/bin/env bash
# Checks every page of the demonstration in Chromium: accessibility, small screens, large text.
set -euo pipefail

top=$(cd "$(dirname "$0")/.." && pwd)
venv=$top/.build/browser-venv
cd "$top"

scripts/setup.sh chromium fonts-liberation libreoffice-writer-nogui python3 python3-venv
if [ ! -e "$venv/ready" ]; then
    echo "Installing Playwright and axe in .build/browser-venv."
    rm -rf "$venv"
    /usr/bin/python3 -m venv "$venv"
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 "$venv/bin/pip" install --quiet \
        --disable-pip-version-check playwright axe-playwright-python
    touch "$venv/ready"
fi

export PYTHONDONTWRITEBYTECODE=1
"$venv/bin/python" Tests/Browser/selftest.py
PEOPLE=${PEOPLE:-2000} scripts/with-demo.sh "$venv/bin/python" Tests/Browser/run.py

#!/bin/sh
# Finds a Chromium for the tests of the playground, or gets one: from the PATH, else Playwright's own, else
# by apt-get where that is allowed without a question, else by Playwright's download.
set -eu
cd "$(dirname "$0")/.."

on_path() {
    # A name alone is not enough: some systems have a stub that only asks for another package.
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

of_playwright() {
    .venv/bin/python - <<'PYTHON'
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).exists())
PYTHON
}

by_apt() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        return 1
    fi
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
}

if on_path || of_playwright; then
    exit 0
fi
echo "Getting Chromium for the tests: this takes a minute or two, once." >&2
if by_apt && on_path; then
    exit 0
fi
if .venv/bin/playwright install chromium >/dev/null && of_playwright; then
    exit 0
fi
echo "The tests need Chromium, and it could not be installed: run sudo apt-get install chromium, then make test." >&2
exit 1

#!/bin/sh
# Installs the npm packages that tests/peers/package.json names: Slack's stand-in and what draws its cards.
# Uses the npm of .venv, so that the machine needs no Node. Does nothing if they are there.
set -eu
cd "$(dirname "$0")/.."

asked_for() {
    uname -sm
    cat tests/peers/package.json tests/peers/package-lock.json
}

ready=tests/peers/node_modules/.ready
if [ -f "$ready" ] && [ "$(cat "$ready")" = "$(asked_for | cksum)" ]; then
    exit 0
fi
echo "Getting the npm packages for the tests: this takes a few seconds, once." >&2
# npm ci begins with an empty folder, so that a half-finished one is never taken for a whole one.
if ! said=$(cd tests/peers && ../../.venv/bin/npm ci --loglevel=error 2>&1 >/dev/null); then
    why=$(echo "$said" | sed -n 's/^npm error //p' | grep -v -E '^(code|errno|syscall) ' | head -n 1)
    echo "The npm packages for the tests could not be installed (${why:-$said}): run make peers once that is mended." >&2
    exit 1
fi
asked_for | cksum >"$ready"

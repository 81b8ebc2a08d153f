#!/bin/sh
# Prepares .venv: tools/prepare.sh runtime|development. Does nothing if it is ready.
#
# What is installed is remembered as a checksum of what asked for it, so that a new checkout of the same
# files installs nothing, and a moved folder or another Python begins anew.
set -eu
cd "$(dirname "$0")/.."

wanted=$1
python=${PYTHON:-python3}

fail() {
    echo "$1" >&2
    exit 1
}

asked_for() {
    echo "$1 in $PWD"
    cat pyproject.toml constraints.txt
}

# The scripts in .venv/bin begin with the path of their folder, so that a copy of it is of no use.
is_usable() {
    [ "$(cat .venv/made-in 2>/dev/null || pwd)" = "$(pwd)" ] && .venv/bin/python -m pip --version >/dev/null 2>&1
}

is_ready() {
    [ -x .venv/bin/python ] && [ -f ".venv/ready-$1" ] &&
        [ "$(cat ".venv/ready-$1")" = "$(asked_for "$1" | cksum)" ] &&
        .venv/bin/python -c 'import pip' 2>/dev/null
}

if is_ready development || { [ "$wanted" = runtime ] && is_ready runtime; }; then
    exit 0
fi

command -v "$python" >/dev/null ||
    fail "Engage needs Python 3.11 or later, and there is no $python here: install it, or name one with make PYTHON=/path/to/python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Engage needs Python 3.11 or later, and $python is $("$python" -V 2>&1): name a later one with make PYTHON=python3.12."

if ! is_usable; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "This Python cannot make virtual environments: run apt-get install python3-venv (or your system's equivalent)."
    "$python" -m venv --clear .venv
fi
pwd >.venv/made-in

case $wanted in
    runtime) what=. ;;
    development) what='.[dev]' ;;
    *) fail "tools/prepare.sh runtime|development" ;;
esac
echo "Preparing .venv: this takes a minute or two, once." >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$what" ||
    fail "Installing what Engage needs did not work; pip says why above. Run make again once that is mended."
asked_for "$wanted" | cksum >.venv/ready.new
mv .venv/ready.new ".venv/ready-$wanted"

#!/bin/sh
# Writes constraints.txt anew: the newest versions that pyproject.toml allows, as one Python resolves them.
set -eu
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
"${PYTHON:-python3}" -m venv "$fresh/venv"
"$fresh/venv/bin/python" -m pip install --quiet --disable-pip-version-check -e '.[dev]'
{
    echo "# The versions that make installs and that the tests ran with, direct and indirect."
    echo "# Written by make constraints; pyproject.toml says what is allowed."
    "$fresh/venv/bin/python" -m pip freeze --exclude-editable
} >"$fresh/constraints.txt"
cp "$fresh/constraints.txt" constraints.txt

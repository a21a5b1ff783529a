#!/usr/bin/env bash
# Makes .venv from a lock file: environment.sh PYTHON LOCK. Falls back to python3 where python3.11 has another name.
set -euo pipefail
python=$1 lock=$2
command -v "$python" >/dev/null || python=python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Svod needs Python 3.11 or newer; '$python' is $("$python" --version 2>&1). Set PYTHON=…" >&2; exit 2; }
if [ ! -x .venv/bin/python ]; then
  echo "Setting up .venv (once)"
  "$python" -m venv .venv || { echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 2; }
fi
# pip warns at length of every editable install: what it says is shown when it fails.
quiet() { local log; log=$(mktemp); "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }; rm -f "$log"; }
quiet .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
quiet .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .

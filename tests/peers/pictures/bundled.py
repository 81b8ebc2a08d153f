"""The pages in which pictures are drawn, put together with what npm brought."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
PAGE = '<!doctype html><meta charset="utf-8"><title>Pictures</title><body><div id="pictures"></div>'


class NotDrawnError(AssertionError):
    """Something of what was to be drawn is missing from its picture, or would be shown in another way."""


@cache
def bundled(entry: str) -> dict[str, str]:
    """Return a page's script and style. Node comes with the environment that runs this."""
    node = Path(sys.executable).with_name("node")
    if not (_HERE.parent / "node_modules").exists():
        raise NotDrawnError("What draws messages is not there yet; get it with: make peers")
    done = subprocess.run([node, _HERE / "bundle.mjs", entry], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))

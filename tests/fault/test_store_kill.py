"""A store that is killed while eight people write and it compacts."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLS = 220


def test_nothing_acknowledged_is_lost_and_nothing_is_halved_by_kills(tmp_path):
    """Two hundred and twenty kills at random moments on one directory; ENGAGE_KILL_SEED repeats a run."""
    seed = os.environ.get("ENGAGE_KILL_SEED") or str(int.from_bytes(os.urandom(4), "big"))
    command = [
        sys.executable,
        "-m",
        "tests.support.store_kill_loop",
        str(tmp_path / "store"),
        str(KILLS),
        seed,
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, f"seed {seed}\n{ended.stderr}"
    summary = json.loads(ended.stdout)
    assert summary["kills"] == KILLS
    assert summary["acknowledged"] > 10 * KILLS, "the children hardly wrote: nothing was proved"
    assert summary["snapshots"] > KILLS / 10, "hardly any compaction: nothing was proved"

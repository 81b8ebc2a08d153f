"""The `engage` command as people run it: real processes, real signals, a real port."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGAGE = (sys.executable, "-m", "bot")
PLAYGROUND = ("run", "--playground", "--port", "0")


def environment(**more):
    """Return this environment without settings of Engage but `more`."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith("ENGAGE_")}
    return {**keep, "PYTHONPATH": str(ROOT), **more}


def engage(place, *arguments, stdout=subprocess.PIPE, **more):
    """Run a command in `place` to its end."""
    return subprocess.run(
        [*ENGAGE, *arguments],
        cwd=place,
        env=environment(**more),
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


class Running:
    """A playground that is served by a process of its own; ended when the `with` is left."""

    def __init__(self, place, *, command=(*ENGAGE, *PLAYGROUND)):
        self.process = subprocess.Popen(
            command,
            cwd=place,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if found is None:
            raise AssertionError(line + self.process.communicate(timeout=20)[1])
        self.address = found[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def get(self, path, **headers):
        """Return (status, text) of a GET."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def say(self, person, text, *, event="command-1"):
        """Type something in a person's direct conversation."""
        body = {"event": event, "person": person, "conversation": person, "text": text}
        request = urllib.request.Request(
            self.address + "api/say",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read())

    def end(self, number=signal.SIGTERM):
        """Send a signal; return the exit status and what stood on stderr."""
        self.process.send_signal(number)
        return self.wait()

    def wait(self):
        """Wait for the end; return the exit status and what stood on stderr."""
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors

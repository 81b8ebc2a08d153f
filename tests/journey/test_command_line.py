"""The `engage` command as people run it: real processes, real signals, one clear line for what is wrong."""

import csv
import io
import json
import signal
import socket
import sys
import time
import urllib.error
from pathlib import Path

import pytest

from tests.support.program import PLAYGROUND, ROOT, Running, engage


@pytest.fixture
def place(tmp_path):
    """An empty directory with the default settings, and an environment that names a store in it."""
    (tmp_path / "app.yaml").write_text((ROOT / "app.yaml").read_text())
    return tmp_path


@pytest.fixture
def running(place):
    """A playground that is served."""
    with Running(place) as running:
        yield running


def test_serves_stops_on_sigterm_and_keeps_everything(place, running):
    """The page is there, the process stops within ten seconds, and what was said is in the export."""
    assert "<title>" in running.get("")[1]
    assert running.get("healthz") == (200, "ok\n")
    assert running.get("readyz")[0] == 200
    running.say("ana", "/engage promise Maria Chen: send the data by 2030-01-15")
    begun = time.monotonic()
    status, errors = running.end()
    assert status == 0
    assert time.monotonic() - begun < 10
    assert "Traceback" not in errors
    assert "Maria" not in errors, "what people type is not logged"
    exported = json.loads(engage(place, "export").stdout)
    assert [promise["words"] for promise in exported["promises"]][-1] == "send the data"


def test_export_and_doctor_while_it_runs(place, running):
    """Nobody needs to stop the bot to look at what it keeps."""
    running.say("ana", "/engage promise =HYPERLINK: send, “the” data by 2030-01-15")
    rows = list(csv.DictReader(io.StringIO(engage(place, "export", "--format", "csv").stdout)))
    assert rows[-1]["stakeholder"] == "'=HYPERLINK"
    assert (rows[-1]["words"], rows[-1]["due"]) == ("send, “the” data", "2030-01-15")
    checked = engage(place, "doctor")
    assert checked.returncode == 0
    assert [line.split(":")[0] for line in checked.stdout.splitlines()] == [
        "ok    settings",
        "ok    store",
        "ok    platform",
        "ok    clock",
        "ok    time zones",
    ]


def test_killed_and_started_again_it_has_everything(place):
    """Kill -9 loses nothing that was answered; the next start goes on."""
    command = "/engage promise Maria Chen: send the data by 2030-01-15"
    with Running(place) as first:
        first.say("ana", command)
        first.end(signal.SIGKILL)
    with Running(place) as again:
        again.say("ana", command)
        again.end()
    exported = json.loads(engage(place, "export").stdout)
    assert sum(promise["words"] == "send the data" for promise in exported["promises"]) == 1


def one_line(finished, *parts, status=1):
    """Say that a command failed with one line on stderr that holds `parts`."""
    assert finished.returncode == status, finished.stderr
    lines = [line for line in finished.stderr.splitlines() if not line.startswith("{")]
    assert len(lines) == 1, finished.stderr
    for part in parts:
        assert part in lines[0]
    assert finished.stdout == ""


def test_a_store_in_use_is_refused_by_the_pid_of_its_owner(place, running):
    """A second process does not touch it, and says who has it."""
    one_line(engage(place, *PLAYGROUND), str(running.process.pid), "PostgreSQL")


def test_a_port_in_use(place):
    """The port is named."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        one_line(engage(place, "run", "--playground", "--port", str(port)), str(port), "another port")


def test_an_address_that_others_reach(place):
    """The playground lets anybody be anybody, so it is for this machine only."""
    one_line(engage(place, "run", "--playground", "--bind", "0.0.0.0"), "127.0.0.1")


def test_no_platform_is_set_up(place):
    """Without settings for a platform there is nothing to serve."""
    one_line(engage(place, "run"), "--playground")


def test_three_faults_of_app_yaml_are_named_with_their_lines(place):
    """All of them at once, by every command that needs the settings."""
    (place / "app.yaml").write_text("language: de\nremindrs: {}\nreminders:\n  hour: noon\n")
    finished = engage(place, "run", "--playground")
    assert finished.returncode == 1
    for line in ("app.yaml:1:", "app.yaml:2:", "app.yaml:4:"):
        assert line in finished.stderr
    assert "reminders" in finished.stderr.splitlines()[1], "the nearest setting is named"
    checked = engage(place, "doctor")
    assert checked.returncode == 1
    assert checked.stdout.count("FAIL  settings") == 3


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("postgresql://x/y", "PostgreSQL"),
        ("tinydb://relative/dir", "tinydb:///absolute"),
        ("mysql://x", "tinydb:///absolute"),
        ("tinydb:///proc/no/such", "/proc/no/such"),
        ("tinydb:///dev/null", "/dev/null"),
    ],
)
def test_a_store_that_cannot_be(place, url, part):
    """Each address that cannot work is answered with one line."""
    one_line(engage(place, *PLAYGROUND, ENGAGE_STORE=url), part)


def test_a_damaged_store_is_refused_with_file_line_and_byte(place, running):
    """A flipped byte in the middle of the journal stops the start, and changes nothing."""
    for number in range(3):
        running.say("ana", f"/engage heard Maria Chen: remark {number}", event=f"command-{number}")
    running.end()
    journal = next((place / "data").glob("journal-*.jsonl"))
    damaged = bytearray(journal.read_bytes())
    damaged[10] ^= 1
    journal.write_bytes(damaged)
    for arguments in (PLAYGROUND, ("export",)):
        one_line(engage(place, *arguments), journal.name, "line 1", "byte")
    assert journal.read_bytes() == damaged


def test_a_full_disk_stops_the_bot_and_loses_nothing(place):
    """When the disk refuses, the person is told, the process ends, and the rest is there afterwards."""
    code = (
        "import resource, runpy, signal, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000));"
        "sys.argv = ['engage', 'run', '--playground', '--port', '0'];"
        "runpy.run_module('bot', run_name='__main__')"
    )
    full = Running(place, command=(sys.executable, "-c", code))
    recorded = 0
    for number in range(200):
        try:
            full.say(
                "ana", f"/engage heard Maria Chen: remark {number} " + "x" * 500, event=f"command-{number}"
            )
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            break
        recorded = number
    status, errors = full.wait()
    assert status == 1
    assert "disk" in errors.splitlines()[-1]
    assert 5 < recorded < 199
    words = [it["words"] for it in json.loads(engage(place, "export").stdout)["insights"]]
    assert len(words) > 5


def test_the_store_is_a_fault_like_any_other(place):
    """A wrong address of the store is told together with what is wrong in app.yaml."""
    (place / "app.yaml").write_text("language: de\n")
    finished = engage(place, *PLAYGROUND, ENGAGE_STORE="foo")
    assert finished.returncode == 1
    lines = [line.removeprefix("engage: ") for line in finished.stderr.splitlines()]
    assert [line.split(":")[0] for line in lines] == ["app.yaml", "ENGAGE_STORE"]


@pytest.mark.parametrize("name", ["c#1", "50%20off", "été 2026"])
def test_whatever_the_directory_is_called_everything_is_in_it(tmp_path, name):
    """The store and the chat of the playground stand beside app.yaml."""
    place = tmp_path / name
    place.mkdir()
    (place / "app.yaml").write_text("organisation: Test\n")
    with Running(place):
        pass
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert {"playground.jsonl", "LOCK"} <= {each.name for each in (place / "data").iterdir()}


@pytest.mark.parametrize("command", [("doctor",), ("export", "--format", "csv")])
def test_output_that_cannot_be_written_is_one_line(place, running, command):
    """A full disk behind the output ends the command without a traceback."""
    with Path("/dev/full").open("w") as full:
        finished = engage(place, *command, stdout=full)
    assert finished.returncode == 1
    assert finished.stderr.splitlines() == [
        "engage: the output could not be written: No space left on device"
    ]


def test_doctor_says_before_the_first_run_whether_there_can_be_one(place):
    """A store that is not there yet is well, unless nothing can be written where it is to be."""
    (place / "file").write_text("")
    assert "is no directory" in engage(place, "doctor", ENGAGE_STORE=f"tinydb://{place}/file").stdout
    assert "not there yet; the first run makes it" in engage(place, "doctor").stdout
    checked = engage(place, "doctor", ENGAGE_STORE="tinydb:///proc/no/such")
    assert checked.returncode == 1
    assert "FAIL  store" in checked.stdout
    assert "nothing can be written in /proc" in checked.stdout


def test_wrong_use_is_exit_status_two(place):
    """Unknown options and values are wrong use; no traceback is shown."""
    for arguments in (("run", "--port", "x"), ("export", "--format", "xml"), ("dance",), ()):
        finished = engage(place, *arguments)
        assert (finished.returncode, finished.stdout) == (2, "")
        assert len(finished.stderr.splitlines()) == 1
        assert finished.stderr.startswith("engage: ")


def test_exporting_from_a_store_that_is_not_there(place):
    """A wrong ENGAGE_STORE does not look like an empty one."""
    one_line(engage(place, "export"), "no store")


def test_foreign_hosts_and_forwarded_requests_are_refused(running):
    """Another site, or a proxy, gets nothing."""
    assert running.get("", Host="evil.example")[0] == 403
    assert running.get("", **{"X-Forwarded-For": "10.0.0.1"})[0] == 403

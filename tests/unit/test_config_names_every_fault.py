from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import load_config
from bot.errors import ConfigError

TEAM = "teams:\n  - key: a\n    name: {en: A, fr: A}\n"


def faults(path: Path, content: str | bytes) -> list[tuple[int | None, str]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    assert all(fault.where == str(path) for fault in caught.value.faults)
    return [(fault.line, fault.problem) for fault in caught.value.faults]


@pytest.fixture
def app_yaml(tmp_path):
    return tmp_path / "app.yaml"


def test_three_faults_are_told_at_once_each_with_its_line(app_yaml):
    """Somebody who made three mistakes mends them in one go."""
    content = """\
organisation: Engage
langage: fr
reminders:
  hour: half past nine
teams:
  - key: open-data
    name: {en: Open data, fr: Données ouvertes}
    members:
      - ana
      - "@sam"
"""
    assert faults(app_yaml, content) == [
        (2, "langage is not a setting; did you mean language?"),
        (4, "reminders.hour must be a time such as 09:00, not half past nine"),
        (10, "each of teams.members must be a handle without @ or spaces, such as lea, not @sam"),
    ]


def test_the_error_reads_as_one_line_a_fault(app_yaml):
    """What the command line prints needs nothing added."""
    app_yaml.write_text("zone: Ottawa\nlanguage: nl\n")
    with pytest.raises(ConfigError) as caught:
        load_config(app_yaml, {})
    assert str(caught.value) == (
        f"{app_yaml}:1: zone must be a time zone such as America/Toronto, not Ottawa\n"
        f"{app_yaml}:2: language must be en or fr, not nl"
    )


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("language: no", 1, "language must be en or fr, not no"),
        ("organisation: '  '", 1, "organisation must be text"),
        ("organisation: [a]", 1, "organisation must be text"),
        ('organisation: "a\\nb"', 1, "organisation must be one line of text, without control characters"),
        ("app: Engage", 1, "app must be a group of settings, one on each line, such as name: value"),
        (f"app:\n  name: {'x' * 36}", 2, "app.name must have at most 35 characters, and has 36"),
        (f"app:\n  description: {'x' * 141}", 2, "app.description must have at most 140 characters, and has 141"),
        ("app:\n  name: ' '", 2, "app.name must be text"),
        ("zone: America/Montrael", 1, "zone must be a time zone such as America/Toronto, not America/Montrael; did you mean America/Montreal?"),
        ("end_of_day: 1020", 1, "end_of_day must be a time such as 09:00, not 1020"),
        ("end_of_day: 24:00", 1, "end_of_day must be a time such as 09:00, not 24:00"),
        ("end_of_day: ''", 1, "end_of_day must be a time such as 09:00, not empty"),
        ("reminders: 9", 1, "reminders must be a group of settings, one on each line, such as name: value"),
        ("reminders:\n  before: 2", 2, "reminders.before must be a list, such as [first, second]"),
        ("reminders:\n  before:\n  - 1\n  - two", 4, "each of reminders.before must be a whole number from 1 to 250, not two"),
        ("reminders:\n  then_every: 0", 2, "reminders.then_every must be a whole number from 1 to 250, not 0"),
        ("reminders:\n  then_every: 1.5", 2, "reminders.then_every must be a whole number from 1 to 250, not 1.5"),
        ("reminders:\n  overdue: [3, 2]", 2, "reminders.overdue must rise, such as [1, 2, 3, 5]"),
        ("reminders:\n  on_the_day: maybe", 2, "reminders.on_the_day must be true or false, not maybe"),
        ("reminders:\n  hour: 19:00", 1, "reminders.until must be later than hour, which is 19:00"),
        ("reminders:\n  hour: 9:00\n  until: 9:00", 3, "reminders.until must be later than hour, which is 09:00"),
        ("calendar:\n  closed: [2026-02-30]", 2, "each of calendar.closed must be a day such as 2026-12-24, and 2026-02-30 is not in the calendar"),
        ("calendar:\n  closed: [24 Dec]", 2, "each of calendar.closed must be a day such as 2026-12-24, not 24 Dec"),
        ("calendar:\n  region: Quebec", 2, "calendar.region must be a province or territory: AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK or YT, not Quebec"),
        ("calendar:\n  region: [QC]", 2, "calendar.region must be a province or territory: AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK or YT"),
        ("fiscal_year: 13", 1, "fiscal_year must be a month such as april, not 13"),
        ("fiscal_year: 04-01", 1, "fiscal_year must be a month such as april, not 04-01"),
        ("fiscal_year: ''", 1, "fiscal_year must be a month such as april, not empty"),
        (TEAM + "    closed: 2026-12-24", 4, "teams.closed must be a list, such as [first, second]"),
        (TEAM + "    closed: [2026-02-30]", 4, "each of teams.closed must be a day such as 2026-12-24, and 2026-02-30 is not in the calendar"),
        ("hour: 9:00", 1, "hour is not a setting; did you mean reminders.hour?"),
        ("reminders:\n  untill: 18:00", 2, "reminders.untill is not a setting; did you mean reminders.until?"),
        ("colour: red", 1, "colour is not a setting"),
        ("language: en\nzone: UTC\nlanguage: fr", 3, "language is already set on line 1; keep one of the two"),
        ("teams:\n  - engagement", 2, "each of teams must be a group of settings, one on each line, such as name: value"),
        ("teams:\n  - key: a", 2, "teams.name is missing"),
        ("teams:\n  - key: a\n    name: {en: A}", 3, "teams.name.fr is missing"),
        (TEAM + "    languages: []", 4, "teams.languages must be [en], [fr], [en, fr] or [fr, en]"),
        (TEAM + "    channels: [general]", 4, "each of teams.channels must be platform:channel, such as playground:engagement, not general"),
        (TEAM + "    summary: {cron: 0 9 * * 1}", 4, "teams.summary.cron must name its weekdays, such as mon or mon-fri, not 1"),
        (TEAM + "    summary: {}", 4, "teams.summary.cron is missing"),
        (TEAM + "  - key: a\n    name: {en: B, fr: B}", 4, "the key a already belongs to the team on line 2"),
        ("- language: en", 1, "the file must be a group of settings, one on each line, such as name: value"),
        ("zone: *here", 1, "write the value out instead of *here"),
        ("language: !!bool no", 1, "remove the tag tag:yaml.org,2002:bool; values are plain text, lists and groups"),
        ("? [a]\n: b", 1, "a setting's name must be a word"),
        ("\n" + "[" * 5000, 2, "this is nested too deeply"),
        ("organisation: a\nzone: \x07", 2, "contains the character U+0007, which YAML does not allow"),
        ("language: en\nreminders:\n\thour: 9:00", 3, r"is not well-formed YAML: found character '\t' that cannot start any token"),
        ("language: en\nmembers: [@ana]", 2, "is not well-formed YAML: found character '@' that cannot start any token"),
        (b"organisation: Montr\xe9al", None, "is not UTF-8 text (byte 20); save it as UTF-8"),
    ],
)  # fmt: skip
def test_each_fault_is_said_in_plain_words_on_its_line(app_yaml, content, line, problem):
    """The sentence says what the setting must be, never how a library calls it."""
    assert (line, problem) in faults(app_yaml, content)


@pytest.mark.parametrize(
    "cron",
    ["0 9 * *", "99 9 * * mon", "0 9 * * mon#2", "0 9 * foo *", "0 9 * * *; ls", "@weekly x", "0 9 30 2 *"],
)
def test_what_the_scheduler_would_misread_is_no_cron(app_yaml, cron):
    """Cron expressions are refused when they are read, not when they fail to fire."""
    ((line, problem),) = faults(app_yaml, f"{TEAM}    summary: {{cron: '{cron}'}}")
    assert line == len(TEAM.splitlines()) + 1
    assert problem.startswith("teams.summary.cron must ")


def test_channel_in_two_teams_is_told_even_when_the_teams_have_other_faults(app_yaml):
    """What concerns several teams is looked at whatever each of them gets wrong."""
    content = """\
teams:
  - key: First
    channels: ["slack:C1"]
  - key: second
    channels: ["slack:C2", "slack:C1"]
"""
    problems = faults(app_yaml, content)
    assert (5, "the channel slack:C1 already belongs to the team on line 3") in problems
    assert [line for line, _ in problems] == [2, 2, 4, 5]


def test_missing_file_says_how_to_name_another(tmp_path):
    """There is nothing to run with, and the way out is in the sentence."""
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: there is no such file; name one with --config"):
        load_config(tmp_path / "nowhere.yaml", {})


def test_directory_is_no_file(tmp_path):
    """Naming the folder of app.yaml is told from naming nothing."""
    with pytest.raises(ConfigError, match="is a directory; name the file in it"):
        load_config(tmp_path, {})


def test_what_the_system_refuses_to_read_is_told(tmp_path):
    """Any other trouble with the file is told in the system's words."""
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(ConfigError, match=r"loop\.yaml: cannot be read: Too many levels"):
        load_config(tmp_path / "loop.yaml", {})


NAMES = st.sampled_from(
    ["language", "reminders", "teams", "key", "name", "summary", "cron", "closed", "calendar", "x"]
)
VALUES = st.recursive(
    st.none() | st.sampled_from(["en", "9:00", "[", "*a", "!b c", "'", "2026-12-24", "0 9 * * mon"]) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(map(str, items))}]")
    | st.dictionaries(NAMES, inner, max_size=3).map(
        lambda members: "{" + ", ".join(f"{name}: {value}" for name, value in members.items()) + "}"
    ),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(members=st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_any_file_is_read_or_refused_in_our_own_words(app_yaml, members):
    """Nothing but a `ConfigError` comes of a file, and each fault has a line that the file has."""
    content = "\n".join(f"{name}: {value}" for name, value in members)
    app_yaml.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        load_config(app_yaml, {})
    except ConfigError as error:
        for fault in error.faults:
            assert fault.line is None or 1 <= fault.line <= len(content.splitlines()) + 1
            assert "Input should" not in fault.problem
            assert "Value error" not in fault.problem

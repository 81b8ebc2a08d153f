import re
from pathlib import Path

import pytest

from bot.settings.model import groups

ROOT = Path(__file__).parents[2]
SETTINGS = [".".join((*path, name)) for path, names in groups().items() for name in names]


def test_there_are_settings_of_every_depth():
    """The list that the tests below walk is the whole one."""
    assert {"zone", "reminders.hour", "teams.zone", "teams.name.fr", "teams.summary.cron"} <= set(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_explained(setting):
    """A setting that nobody explains does not exist: docs/settings.md has a row for each."""
    rows = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{re.escape(setting)}` \|.*\| \S.* \|$", rows, re.MULTILINE)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_stands_in_app_yaml_with_a_remark(setting):
    """Whoever opens app.yaml sees all that can be decided there, and what each line means."""
    name = setting.rsplit(".", maxsplit=1)[-1]
    lines = (ROOT / "app.yaml").read_text(encoding="utf-8").splitlines()
    written = [number for number, line in enumerate(lines) if re.match(rf"\s*(- )?{name}:", line)]
    assert written
    is_translation = setting.startswith("teams.name.")
    assert is_translation or any(
        "#" in lines[number] or lines[number - 1].startswith("#") for number in written
    )


def test_no_row_explains_what_does_not_exist():
    """Rows of settings that were renamed or removed go with them."""
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    table = text.partition("## app.yaml")[2].partition("## Environment")[0]
    assert sorted(re.findall(r"^\| `(\S+)` \|", table, re.MULTILINE)) == sorted(SETTINGS)

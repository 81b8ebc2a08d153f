"""One word for one thing, in both languages, wherever Engage speaks of itself (the table of the house's words)."""

import json
import re
from pathlib import Path

import pytest

from adapters.slack.manifest import manifest as slack_manifest
from adapters.slack.menus import COMMAND_DOES, SHORTCUTS
from adapters.teams.menus import ABOUT, ACTIONS, COMMANDS
from bot.words import source

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "adapters/playground/static"

NOT_ENGLISH = re.compile(
    r"\b(tasks?|tickets?|to-?dos?|customers?|clients?|requesters?|assignees?|deadlines?|pings?|scores?|alerts?"
    r"|notifications?|public participation)\b",
    re.IGNORECASE,
)
"""Promise, stakeholder, owner, due, reminder, escalation, follow-through: never called otherwise."""

NOT_FRENCH = re.compile(
    r"\b(tâches?|billets?|tickets?|clients?|clientes?|usagers?|assignée?s?|deadlines?|date limite|dates? butoirs?"
    r"|relances?|alertes?|notifications?|notifier|escalades?|escalader|suivi de tickets?|engagement du public"
    r"|engagement public|canceller|focaliser|adresser un|faire du sens|opportunité|en charge de)\b",
    re.IGNORECASE,
)
"""Engagement, partie prenante, responsable, échéance, rappel, transmission; and the calques that offices fight."""

KEYS = re.compile(r"(?m)^[a-z][\w-]* = |\{[^{}\n]*\}|^#.*$")


def spoken(language):
    """Return everything that a person reads in one language: where it stands, and its text."""
    yield f"{language}.ftl", KEYS.sub(" ", source(language))
    script = (STATIC / "js/words.js").read_text(encoding="utf-8") + (STATIC / "js/commands.js").read_text(
        "utf-8"
    )
    tables = re.findall(rf"(?ms)^const {language.upper()} = [{{\[]\n(.*?)^[}}\]];", script)
    assert len(tables) == 2
    yield "the playground", "\n".join(tables)
    yield (
        "the menus of Teams",
        "\n".join(
            [ABOUT[language], *(each.does[language] for each in COMMANDS)]
            + [each.title[language] + each.description[language] for each in ACTIONS]
        ),
    )
    yield (
        "the menus of Slack",
        "\n".join(
            [
                COMMAND_DOES[language],
                *(each.name[language] + each.description[language] for each in SHORTCUTS),
            ]
        ),
    )


@pytest.mark.parametrize(("language", "forbidden"), [("en", NOT_ENGLISH), ("fr", NOT_FRENCH)])
def test_nothing_is_called_otherwise(language, forbidden):
    """Neither the messages nor any menu or page uses a word that the glossary forbids."""
    for place, text in spoken(language):
        assert [found[0] for found in forbidden.finditer(text)] == [], place


@pytest.mark.parametrize("path", ["README.md", "app.yaml"])
def test_nor_do_the_readme_and_the_settings(path):
    """They are English, and say the same words."""
    text = re.sub(r"```.*?```|`[^`]*`|https?://\S+", " ", (ROOT / path).read_text("utf-8"), flags=re.DOTALL)
    french = re.findall(r"(?ms)^  description_fr: >-.*?^  \w", text)
    for part in french:
        assert [found[0] for found in NOT_FRENCH.finditer(part)] == []
        text = text.replace(part, " ")
    found = [
        found[0] for found in NOT_ENGLISH.finditer(text) if found[0] != "client"
    ]  # of HTTP, not of an office
    assert found == []


def test_nor_does_slacks_manifest():
    """What Slack shows of the app itself."""
    text = json.dumps(slack_manifest(name="Engage", description="d", url=None), ensure_ascii=False)
    shown = " ".join(re.findall(r'"(?:description|usage_hint|name)": "([^"]*)"', text))
    assert not NOT_ENGLISH.search(shown)
    assert not NOT_FRENCH.search(shown)


def test_engagement_is_the_promise_and_participation_du_public_the_work():
    """In French the two are never mixed up; in English, promise and public engagement."""
    for place, text in spoken("fr"):
        assert "engagement public" not in text.lower(), place
        assert not re.search(r"\bpromesses?\b", re.sub(r"\(notre promesse\)", "", text)), place
    for place, text in spoken("en"):
        assert not re.search(r"(?<!public )(?<!/engage )\bengagements?\b", text.lower()), place
    settings = (ROOT / "app.yaml").read_text("utf-8")
    assert "en: Public engagement" in settings
    assert "fr: Participation du public" in settings


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("promise", "engagement"),
        ("insight", "observation"),
        ("stakeholder", "partie prenante"),
        ("owner", "responsable"),
        ("due", "échéance"),
        ("overdue", "en retard"),
        ("outcome", "résultat"),
        ("reminder", "rappel"),
        ("escalate", "transmettre"),
        ("escalated", "transmis"),
        ("snooze", "reporter"),
        ("follow-through", "suivi des engagements"),
        ("decision", "décision"),
    ],
)
def test_each_word_of_the_glossary_is_used(english, french):
    """Both halves of a row stand in the messages, so the row means something."""
    assert re.search(rf"\b{english}", KEYS.sub(" ", source("en")), re.IGNORECASE)
    assert re.search(rf"\b{french}", KEYS.sub(" ", source("fr")), re.IGNORECASE)


@pytest.mark.parametrize(
    ("forbidden", "text"),
    [
        (NOT_ENGLISH, "Your tasks are due."),
        (NOT_ENGLISH, "Tell the customer before the deadline."),
        (NOT_FRENCH, "Vos tâches sont en retard."),
        (NOT_FRENCH, "L’engagement du public est l’affaire de notre client."),
        (NOT_FRENCH, "Vous recevrez une notification avant la date limite."),
    ],
)
def test_a_forbidden_word_would_be_found(forbidden, text):
    """The lists can fail."""
    assert forbidden.search(text)

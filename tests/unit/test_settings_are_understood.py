"""What people type to choose for themselves, in both languages, and what is no setting."""

import re
from datetime import time

import pytest

from bot.domain.people import Hours, OwnSettings
from bot.intents.clarify import Clarify
from bot.intents.codec import dump, load
from bot.intents.intent import OpenForm, Snooze, Undo
from bot.intents.oneself import Choose, Prefer
from bot.intents.preferences import ALL
from bot.words import LANGUAGES, Words
from tests.support.commands import understood


def chosen(**values):
    return Choose(settings=tuple(values), own=OwnSettings(**values))


FRENCH, ENGLISH = chosen(language="fr"), chosen(language="en")
EIGHT_TO_HALF_PAST_FOUR = Hours(first=time(8), last=time(16, 30))
MONDAY_TO_THURSDAY = (0, 1, 2, 3)


@pytest.mark.parametrize(
    "text",
    ["settings", "/engage settings", "my settings", "Preferences", "paramètres", "PARAMETRES", "mes paramètres", "réglages",
     "préférences", "configuration", "langue", "my hours", "please settings", "settings days", "paramètres langue :"],
)  # fmt: skip
def test_asking_what_holds(text):
    """With or without accents."""
    assert understood(text) == Choose()


@pytest.mark.parametrize(
    "text",
    [
        "settings change",
        "change my settings",
        "modifier mes paramètres",
        "change language",
        "changer la langue",
        "settings change zone",
    ],
)
def test_asking_for_the_form(text):
    """Whoever says that something is to change and not to what."""
    assert understood(text) == OpenForm(form="settings")


@pytest.mark.parametrize(
    "text",
    ["settings language French", "langue français", "langue : français", "langue en français", "settings French", "français",
     "Francais", "French", "french please", "en français svp", "En français, s’il vous plaît !", "parlez français",
     "parlez-vous français ?", "Bonjour, parlez-moi en français", "je parle français", "I speak French", "switch to French",
     "change language to French", "can you speak French?", "FR", "I prefer French", "je préfère le français", "parles-tu français ?", "je ne parle pas anglais", "I don't speak English."],
)  # fmt: skip
def test_asking_for_french(text):
    """As a francophone does who was greeted in English, and as anybody does who cannot."""
    assert understood(text) == FRENCH


@pytest.mark.parametrize(
    "text",
    ["english", "English, please", "anglais", "en anglais svp", "langue anglais", "switch to English", "use English", "en",
     "je ne comprends pas le français", "parlez anglais", "in English"],
)  # fmt: skip
def test_asking_for_english(text):
    """The other way."""
    assert understood(text, "fr") == ENGLISH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("settings zone Vancouver", chosen(zone="America/Vancouver")),
        ("fuseau Montréal", chosen(zone="America/Toronto")),
        ("time zone: America/St_Johns", chosen(zone="America/St_Johns")),
        ("zone heure de l’Est", chosen(zone="America/Toronto")),
        ("settings region Quebec", chosen(region="QC")),
        ("province QC", chosen(region="QC")),
        ("province de Québec", chosen(region="QC")),
        ("province du Québec", chosen(region="QC")),
        ("ma province est l’Ontario", chosen(region="ON")),
        ("province de la Nouvelle-Écosse", chosen(region="NS")),
        ("fuseau horaire de Vancouver", chosen(zone="America/Vancouver")),
        ("fuseau de l’Est", chosen(zone="America/Toronto")),
        ("fuseau d'Ottawa", chosen(zone="America/Toronto")),
        ("settings hours none", Choose(settings=("hours",))),
        ("ma province : N.-É.", chosen(region="NS")),
        ("settings hours 8:00 to 16:30", chosen(hours=EIGHT_TO_HALF_PAST_FOUR)),
        ("heures 8 h à 16 h 30", chosen(hours=EIGHT_TO_HALF_PAST_FOUR)),
        ("mes heures de travail : de 8h à 16h30", chosen(hours=EIGHT_TO_HALF_PAST_FOUR)),
        ("set my hours to 8:00-4:30", chosen(hours=EIGHT_TO_HALF_PAST_FOUR)),
        ("settings reminder 8:30", chosen(reminder_time=time(8, 30))),
        ("rappel à 8 h 30", chosen(reminder_time=time(8, 30))),
        ("rappels tous les jours à 8 h 30", chosen(reminder_time=time(8, 30))),
        ("remind me every day at 8:30", chosen(reminder_time=time(8, 30))),
        ("reminders at 8:30", chosen(reminder_time=time(8, 30))),
        ("settings days Mon to Thu", chosen(works=MONDAY_TO_THURSDAY)),
        ("jours du lundi au jeudi", chosen(works=MONDAY_TO_THURSDAY)),
        ("je travaille du lundi au jeudi", chosen(works=MONDAY_TO_THURSDAY)),
        ("I work Monday to Thursday", chosen(works=MONDAY_TO_THURSDAY)),
        ("settings language automatic", Choose(settings=("language",))),
        ("langue automatique", Choose(settings=("language",))),
        ("province aucune", Choose(settings=("region",))),
        ("settings automatic", Choose(settings=ALL)),
        ("settings language French, zone Vancouver and hours 8 to 4",
         chosen(language="fr", zone="America/Vancouver", hours=Hours(first=time(8), last=time(16)))),
        ("paramètres langue anglais et jours lundi, mardi et jeudi, rappel 8 h",
         chosen(language="en", works=(0, 1, 3), reminder_time=time(8))),
    ],
)  # fmt: skip
def test_choosing(text, expected):
    """Each by itself or after `settings`, and several at once; `automatic` takes a choice back."""
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("settings frobnicate", "unclear-setting"), ("settings language Klingon", "unclear-language"),
        ("zone Narnia", "unclear-zone"), ("settings zone London", "unclear-zone-near"), ("zone Vancuver", "unclear-zone-near"),
        ("province Texas", "unclear-region"), ("settings days someday", "unclear-days"), ("jours 1 à 5", "unclear-days"),
        ("settings days none", "unclear-days"), ("jours aucun", "unclear-days"), ("settings hours to", "unclear-hours"),
        ("settings hours, days Mon", "unclear-hours"), ("paramètres langue et jours lundi", "unclear-language"),
        ("settings zone of Narnia", "unclear-zone"),
        ("settings hours all day", "unclear-hours"), ("hours 8:00", "unclear-hours"), ("heures 25 h à 26 h", "unclear-hours"),
        ("settings reminder 25:00", "unclear-reminder"), ("settings reminder noonish", "unclear-reminder"),
        ("settings zone Vancouver, hours never", "unclear-hours"), ("settings " + "x" * 9000, "unclear-setting"),
        ("settings " + "hours 9 to 5, " * 30, "unclear-setting"),
    ],
)  # fmt: skip
def test_what_is_unclear_has_one_line(text, code):
    """It names what is wrong with it, in both languages; of several, none is chosen."""
    unclear = understood(text)
    assert isinstance(unclear, Clarify)
    assert unclear.code == code
    for language in LANGUAGES:
        said = Words(language)(code, **dict(unclear.arguments))
        assert "\n" not in said
        assert not re.search(r"“\s*”|«\s*»", said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reminders", Prefer()), ("rappels dans Teams", Prefer(platform="teams")), ("prefer Teams", Prefer(platform="teams")),
        ("undo", Undo()),
    ],
)  # fmt: skip
def test_what_meant_something_else_still_does(text, expected):
    """Where reminders go is no hour."""
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("remind me at 8:30", "missing-number"), ("rappel 12", "unclear-command"), ("change 12", "unclear-command"),
        ("Region of Peel: send the report by Friday", "unclear-command"), ("I don't know", "unclear-command"),
        ("the language of the law is not what I asked for", "unclear-command"),
    ],
)  # fmt: skip
def test_what_is_no_setting(text, code):
    """A promise's reminder needs its number, and a stakeholder may be called like a setting."""
    unclear = understood(text)
    assert isinstance(unclear, Clarify)
    assert unclear.code == code


def test_a_snooze_until_an_hour_is_no_setting():
    """It has a number."""
    assert isinstance(understood("remind me 12 at 15:30"), Snooze)


@pytest.mark.parametrize(
    "intent",
    [
        Choose(),
        FRENCH,
        chosen(hours=EIGHT_TO_HALF_PAST_FOUR, works=(0, 2)),
        Choose(settings=ALL),
        Undo(of="slack:1"),
    ],
)
def test_buttons_carry_them(intent):
    """Typed or pressed, it is the same."""
    assert load(dump(intent)) == intent

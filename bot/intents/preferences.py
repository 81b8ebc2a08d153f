"""`settings …`, `langue français`, `English please`: what somebody chooses for themselves.

A setting that is named takes its value, or `automatic` to take the choice back. Several are separated by
commas or by "and".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

from bot.domain.people import Language, OwnSettings
from bot.intents.clarify import Clarify
from bot.intents.intent import Intent, OpenForm
from bot.intents.lexicon import COURTESY, LANGUAGE_SPELLINGS
from bot.intents.oneself import Choose, Setting
from bot.intents.places import find_zone, near
from bot.intents.setting_values import read_clock, read_days, read_hours, read_region
from bot.intents.setting_words import (
    AUTOMATIC,
    CHANGE,
    DAILY,
    INTO,
    IS,
    MY,
    NONE,
    POLITE,
    SETTING_SPELLINGS,
    SPEAK,
    SPEAK_NOT,
    TO_ME,
)
from bot.intents.text import split_at_colon, take, take_word
from bot.intents.verbs import VERBS
from bot.intents.when import Speaker

ALL: tuple[Setting, ...] = get_args(Setting)
LONGEST = 300
"""Characters of settings with their values."""

LONGEST_SHOWN = 40
MOST_WORDS = 6
"""Of what is no setting's value, and yet seems meant as one."""

_SEPARATOR = re.compile(r"\s*[,;\n]\s*(?:(?:and|et)\s)?|\s(?:and|et)\s", re.IGNORECASE)
_OF = re.compile(r"^(?:(?:of|de|du|des)\s+|d['\u2019](?=\w))", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:the|la|le|les)\s+|l['\u2019](?=\w))", re.IGNORECASE)
_UNCLEAR: Mapping[Setting, str] = {
    "language": "unclear-language",
    "zone": "unclear-zone",
    "region": "unclear-region",
    "works": "unclear-days",
    "hours": "unclear-hours",
    "reminder_time": "unclear-reminder",
}


def settings(rest: str, _speaker: Speaker) -> Intent | Clarify:
    """Read what follows `settings`: nothing, a wish to change them, or settings with their values."""
    if not rest:
        return Choose()
    if take_word(rest, AUTOMATIC) == "":
        return Choose(settings=ALL)
    after = _after_change(rest)
    if after == "":
        return OpenForm(form="settings")
    text = after or rest
    taken = take(_drop(text, MY), SETTING_SPELLINGS)
    if taken is not None and not taken[1].strip(" :=.!?"):
        return Choose() if after is None else OpenForm(form="settings")
    return _chosen(text)


def named_alone(said: str) -> Intent | Clarify | None:
    """Understand a setting without `settings` before it, a language by itself, and `change my settings`."""
    if len(said) > LONGEST:
        return None
    if language := _spoken(said):
        return Choose(settings=("language",), own=OwnSettings(language=language))
    after = _after_change(said)
    rest = _drop(said if after is None else after, MY)
    if after is not None and take_word(rest, _SETTINGS) == "":
        return OpenForm(form="settings")
    taken = take(rest, SETTING_SPELLINGS)
    if taken is None:
        return None
    setting, value = taken
    if not value and after is not None:
        return OpenForm(form="settings")
    if setting == "reminder_time" and (value.isdigit() or read_clock(_drop(value, (*IS, *DAILY))) is None):
        return None  # of a promise, or a place where reminders go
    if not value:
        return Choose()
    chosen = _chosen(rest)
    is_about_something_else = split_at_colon(said) is not None or len(said.split()) > MOST_WORDS
    return None if isinstance(chosen, Clarify) and is_about_something_else else chosen


_SETTINGS = (*VERBS["settings"]["en"], *VERBS["settings"]["fr"])


def _after_change(text: str) -> str | None:
    """Return what follows "change", "set" and the like, or None."""
    after = take_word(text, CHANGE)
    return None if after is None else _drop(after, MY)


def _chosen(text: str) -> Choose | Clarify:
    choice = Choose()
    if len(text) > LONGEST:
        return Clarify(code="unclear-setting", arguments=_said(text), suggestions=("settings",))
    if language := _spoken(text):
        return Choose(settings=("language",), own=OwnSettings(language=language))
    for part in _parts(text):
        taken = take(_drop(part, MY), SETTING_SPELLINGS)
        if taken is None:
            return Clarify(code="unclear-setting", arguments=_said(part), suggestions=("settings",))
        setting, typed = taken
        value = _value(setting, typed, part.strip(" :=.!?"))
        if isinstance(value, Clarify):
            return value
        named = tuple(dict.fromkeys((*choice.settings, setting)))
        chosen: dict[str, Any] = {setting: value}
        choice = Choose(settings=named, own=replace(choice.own, **chosen))
    return choice


def _parts(text: str) -> list[str]:
    """Split where another setting is named; other commas belong to a value."""
    parts, begin = [], 0
    for separator in _SEPARATOR.finditer(text):
        if take(_drop(text[separator.end() :], MY), SETTING_SPELLINGS):
            parts.append(text[begin : separator.start()])
            begin = separator.end()
    return [*parts, text[begin:]]


def _value(setting: Setting, typed: str, named: str) -> object:
    """Return what is chosen, its default for `automatic`, or a `Clarify`; `named` is how the setting was named."""
    typed = typed.lstrip(":= ").rstrip(".!? ")
    is_no_day = setting == "works" and take_word(typed, NONE) == ""  # whoever never works has no settings
    if take_word(typed, AUTOMATIC) == "" and not is_no_day:
        return getattr(OwnSettings(), setting)
    of = _drop(typed, IS)
    bare = _OF.sub("", of)
    for text in (typed, of, _drop(typed, (*IS, *DAILY)), bare, _ARTICLE.sub("", bare)):
        value = _READ[setting](text) if text else None
        if value is not None:
            return value
    if setting == "zone" and (places := near(bare)):
        return Clarify(code="unclear-zone-near", arguments=(*_said(bare), ("near", " · ".join(places))))
    return Clarify(code=_UNCLEAR[setting], arguments=_said(bare or typed or named))


def read_language(text: str) -> Language | None:
    """Understand the name of a language, with what people put around it."""
    rest = text
    while True:
        taken = take(rest, LANGUAGE_SPELLINGS)
        if taken is not None and _drop(taken[1].strip(" ,.!?"), POLITE) == "":
            return taken[0]
        shorter = take_word(rest, INTO)
        if shorter is None:
            return None
        rest = shorter


def _spoken(said: str) -> Language | None:
    """Understand `English`, « en français svp », `could you speak French?`: a wish, and nothing else."""
    refused = take_word(said, SPEAK_NOT)
    if refused is not None and (language := read_language(refused.rstrip(".!? "))):
        return "en" if language == "fr" else "fr"
    rest = _drop(re.sub(r"^(?:\u00e0 )?l['\u2019]", "", said.rstrip(".!? \u00a0")), COURTESY)
    return read_language(_drop(_drop(rest, SPEAK), TO_ME))


def _drop(text: str, words: tuple[str, ...]) -> str:
    """Return a text without any of these words at its beginning."""
    while text and (shorter := take_word(text, words)) is not None:
        text = shorter
    return text


def _said(text: str) -> tuple[tuple[str, str | int], ...]:
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rstrip()}\u2026"
    return (("said", shown),)


_READ: Mapping[Setting, Callable[[str], object]] = {
    "language": read_language,
    "zone": find_zone,
    "region": read_region,
    "works": read_days,
    "hours": read_hours,
    "reminder_time": read_clock,
}

"""Every card and form that Engage can produce, in both languages, each made by a dialogue with the real core.

What a platform cannot show is found by rendering all of them. They are collected once for a process, within
seconds, and say nothing of any platform.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import NoReturn

from bot.domain.people import Identity, Language
from bot.domain.policy import Policy
from bot.errors import StoreWriteError
from bot.intake import Intake
from bot.messages import Card, Form, Inbound, Profile, Typed
from bot.words import LANGUAGES, Words
from tests.support import (
    dialogues,
    dialogues_of_accounts,
    dialogues_of_calendars,
    dialogues_of_many,
    dialogues_of_settings,
)
from tests.support.dialogues_with_hostile_words import HOSTILE, NAMES, hostile
from tests.support.host import SetClock
from tests.support.mailbox import PLATFORM, direct
from tests.support.stage import Stage, opened_stage
from tests.support.world import APP_YAML, MONDAY

_APP_YAML = (
    APP_YAML.replace("luc]", "luc]\n    summary: {cron: '0 9 * * mon'}")
    + "calendar: {closed: [2026-12-24]}\n"
)
_PEOPLE = {
    "ana": "Ana Reyes",
    "sam": "Sam Okafor",
    "dana": "Dana Whitfield",
    "lea": "Léa Gagnon",
    "luc": "Luc Roy",
}
_DIALOGUES: dict[str, tuple[Callable[[Stage], Awaitable[None]], dict[str, str]]] = {
    **{
        each.__name__: (each, _PEOPLE)
        for each in (
            dialogues.recording,
            dialogues.form_of_a_promise,
            dialogues.questions,
            dialogues.finishing,
            dialogues.changing,
            dialogues.deciding,
            dialogues.absence,
            dialogues.drafting,
            dialogues.days_off,
            dialogues.undelivered,
            dialogues_of_many.lists,
            dialogues_of_many.questions_for_one,
            dialogues_of_many.summaries,
            dialogues_of_many.reminded,
            dialogues_of_many.history,
            dialogues_of_many.refused,
            dialogues_of_many.every_verb,
            dialogues_of_calendars.holidays,
            dialogues_of_calendars.weekdays_off,
            dialogues_of_calendars.fiscal_years,
            dialogues_of_accounts.accounts,
            dialogues_of_accounts.same_address,
            dialogues_of_settings.settings,
            dialogues_of_settings.settings_form,
            dialogues_of_settings.languages,
        )
    },
    **{f"hostile-{name}": (partial(hostile, text=text), NAMES) for name, text in HOSTILE.items()},
}


def every_card() -> list[tuple[str, Card]]:
    """Return every card with a name that no other has: "en/deciding/012 dana: mine"."""
    return [(name, shown) for name, shown in _collected() if isinstance(shown, Card)]


def every_form() -> list[tuple[str, Form]]:
    """Return every form, empty, filled in and with its errors, as `every_card` does."""
    return [(name, shown) for name, shown in _collected() if isinstance(shown, Form)]


def went_wrong() -> list[str]:
    """Return the names of the answers that are no answer but "something went wrong"."""
    sorry = {Words(language)("sorry-failed") for language in LANGUAGES}
    return [name for name, shown in _everything() if shown.title in sorry and "/sorry/" not in name]


@cache
def _collected() -> tuple[tuple[str, Card | Form], ...]:
    return tuple(_unlike(_everything()))


@cache
def _everything() -> Sequence[tuple[str, Card | Form]]:
    with ThreadPoolExecutor(1) as thread:  # the caller may stand in an event loop of its own
        return thread.submit(asyncio.run, _collect()).result()


async def _collect() -> Sequence[tuple[str, Card | Form]]:
    shown: list[tuple[str, Card | Form]] = []
    with tempfile.TemporaryDirectory() as directory:
        for language in LANGUAGES:
            for name, (dialogue, names) in _DIALOGUES.items():
                place = Path(directory) / language / name
                async with opened_stage(place, name, language, names=names, app_yaml=_APP_YAML) as stage:
                    await dialogue(stage)
                shown += stage.shown
            shown += [entry async for entry in _sorry(language)]
    return shown


def _unlike(shown: Sequence[tuple[str, Card | Form]]) -> Iterator[tuple[str, Card | Form]]:
    """Yield each card and form once."""
    seen = set()
    for name, value in shown:
        if repr(value) not in seen:
            seen.add(repr(value))
            yield name, value


class _Broken:
    """A store that does nothing but fail."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def transact(self, _work: object) -> NoReturn:
        """Fail."""
        raise self._error


async def _sorry(language: Language):
    """Yield what is said when the store, or Engage itself, fails."""
    sender = Profile(
        identity=Identity(platform=PLATFORM, user="ana"), name="Ana", handle="ana", language=language
    )
    said = Inbound(event_id="1", conversation=direct("ana"), sender=sender, said=Typed(text="mine"))
    for error in (StoreWriteError("the disk is full"), ZeroDivisionError("a fault")):
        intake = Intake(store=_Broken(error), policy=Policy(), clock=SetClock(MONDAY))
        yield f"{language}/sorry/{type(error).__name__}", (await intake(said)).card

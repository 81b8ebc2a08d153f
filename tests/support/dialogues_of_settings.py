"""Dialogues in which somebody chooses for themselves: typed, pressed, in the form, wrongly, and taken back."""

from dataclasses import fields, replace
from datetime import UTC, time

from bot.domain.people import Hours, OwnSettings
from bot.intents.codec import dump
from bot.intents.oneself import Choose
from bot.messages import Button
from bot.words import LANGUAGES, Words
from tests.support.stage import Stage

TYPED = (
    "settings", "settings zone Vancouver", "settings region Quebec", "settings days Mon to Thu",
    "settings hours 8:00 to 16:30", "settings reminder 8:30", "settings reminder 8:30", "settings zone London, Ontario",
    "settings hours 10:00 to 16:00", "settings days Mon, Wed", "away until Friday", "settings",
)  # fmt: skip
WRONG = (
    "settings frobnicate", "settings language Klingon", "settings zone Narnia", "settings zone London", "settings region Texas",
    "settings days someday", "settings days none", "settings hours all day", "settings hours 20:00 to 6:00", "settings hours 9:00 to 9:00",
    "settings reminder noonish", "settings reminder 17:30",
)  # fmt: skip


async def settings(stage: Stage) -> None:
    """Each of them, in words."""
    ana = stage.ana
    await ana.says(*TYPED, *WRONG)
    await ana.says("settings zone Europe/Paris", "undo", "settings automatic", "undo", "settings automatic")
    for region in ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "SK", "YT"):
        await ana.says(f"province {region}")
    first = ana.last.card
    await ana.says("province QC")
    await ana.presses("button-undo", on=first)
    await ana.presses("button-undo", on=first)
    await ana.opens_home()
    await ana.presses("button-settings")


async def settings_form(stage: Stage) -> None:
    """The form, empty, filled in, and with every error that it can have."""
    ana = stage.ana
    await ana.says("settings change")
    await ana.fills(
        other_zone="Narnia", works="someday", first_hour="noonish", last_hour="26 h", reminder_time="soon"
    )
    await ana.fills(other_zone="", works="", first_hour="8:00", last_hour="", reminder_time="")
    await ana.fills(first_hour="", last_hour="16:00", other_zone="London")
    await ana.fills(first_hour="20:00", last_hour="6:00", other_zone="")
    await ana.fills(first_hour="8:00", last_hour="16:00", reminder_time="17:00")
    await ana.fills(works="Mon to Thu", reminder_time="8:30", zone="America/Halifax", region="NS")
    await ana.presses("button-change")
    await ana.fills(other_zone="Europe/Paris", works="")
    await ana.presses("button-change")


async def languages(stage: Stage) -> None:
    """Switched by the button, by a word, and back; what is made up is refused."""
    ana, other = stage.ana, next(each for each in LANGUAGES if each != stage.language)
    await ana.says("help")
    await ana.presses_this(_named(ana.last.card, Words(other)("button-speak")))
    await ana.says("mine", "settings")
    await ana.presses_this(_named(ana.last.card, Words(stage.language)("button-speak")))
    spoken = {"en": "English", "fr": "français"}[stage.language]
    await ana.says("settings language automatic", f"settings language {spoken}, days Mon to Thu")
    of_utc = time(8, tzinfo=UTC)
    made_up = OwnSettings(
        zone="America/Nowhere",
        region="ZZ",
        works=(9,),
        hours=Hours(first=of_utc, last=of_utc),
        reminder_time=of_utc,
    )
    for setting in ("zone", "region", "works", "hours", "reminder_time"):
        choice = Choose(settings=(setting,), own=_only(made_up, setting))
        await ana.presses_this(Button(label="?", payload={"do": dump(choice)}))


def _named(card, label):
    return next(
        button
        for element in card.elements
        for button in getattr(element, "buttons", ())
        if button.label == label
    )


def _only(own, setting):
    defaults = {each.name: getattr(OwnSettings(), each.name) for each in fields(own) if each.name != setting}
    return replace(own, **defaults)

"""`settings`, `settings zone Vancouver`, `langue français` — see and choose one's own settings."""

from dataclasses import replace
from datetime import time

from bot.cards.settings import settings_card
from bot.domain.holidays import REGIONS
from bot.domain.hours import contains, own_hours
from bot.domain.people import OwnSettings
from bot.errors import Refusal
from bot.handlers.choosing import choose
from bot.handlers.context import Context
from bot.intents.oneself import Choose
from bot.intents.places import is_zone
from bot.messages import Reply, Tone
from bot.ports import Deed

DAYS_OF_A_WEEK = 7


def settings(intent: Choose, context: Context) -> Reply:
    """Show what holds; or choose, and show what holds from now on. Raises `Refusal` for what cannot be chosen."""
    person = context.person
    if not intent.settings:
        return Reply(card=settings_card(person, context.policy, context.view))
    own = replace(person.own, **{name: getattr(intent.own, name) for name in intent.settings})
    _require_possible(own, context)
    changed = [name for name in intent.settings if getattr(own, name) != getattr(person.own, name)]
    if not changed:
        title = context.words("settings-same")
        return Reply(card=settings_card(person, context.policy, context.view, title=title))
    if "reminder_time" in changed:
        _require_within_hours(own, context)
    context.remember(Deed(own=person.own, chose=own, of=context.event_id))
    after = choose(own, context)
    view = context.view_of(after)
    if changed == ["language"]:
        title = view.words("settings-spoken")
    else:
        names = view.words.list([view.words(f"chose-{name.replace('_', '-')}") for name in changed])
        title = view.words("settings-chosen", what=names)
    card = settings_card(after, context.policy, view, title=title, of=context.event_id, tone=Tone.GOOD)
    return Reply(card=card)


def _require_possible(own: OwnSettings, context: Context) -> None:
    """Raise `Refusal` for what no form and no sentence of ours would choose, and for hours that are none."""
    is_made_up = (
        (own.zone and not is_zone(own.zone))
        or (own.region and own.region not in REGIONS)
        or any(each.tzinfo for each in _clocks(own))
        or own.works != tuple(sorted(set(own.works) & set(range(DAYS_OF_A_WEEK))))
    )
    if is_made_up:
        raise Refusal("refuse-button")
    if own.hours is not None and own_hours(own) is None:
        first, last = (context.words.clock(each) for each in (own.hours.first, own.hours.last))
        raise Refusal("refuse-hours", {"first": first, "last": last})


def _clocks(own: OwnSettings) -> tuple[time, ...]:
    hours = (own.hours.first, own.hours.last) if own.hours else ()
    return (*hours, own.reminder_time) if own.reminder_time else hours


def _require_within_hours(own: OwnSettings, context: Context) -> None:
    hours = own_hours(own)
    if own.reminder_time is None or own.hours is None or hours is None or contains(hours, own.reminder_time):
        return
    clock = context.words.clock
    arguments = {
        "clock": clock(own.reminder_time),
        "first": clock(own.hours.first),
        "last": clock(own.hours.last),
    }
    raise Refusal("refuse-reminder-outside", arguments)

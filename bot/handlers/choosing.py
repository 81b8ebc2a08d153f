"""What somebody chose for themselves comes into force, and is taken back."""

from dataclasses import fields, replace

from bot.domain.people import OwnSettings, Person
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.handlers.retiming import retimed
from bot.ports import Deed


def choose(own: OwnSettings, context: Context) -> Person:
    """Save the person with these settings, let their reminders follow, and return them as they are now.

    What is chosen no longer holds again as their platform said last, or as the team has it.
    """
    person, policy = context.person, context.policy
    as_the_team = replace(
        person,
        language=policy.language if person.own.language else person.language,
        zone=policy.zone if person.own.zone else person.zone,
    )
    after = as_the_team.choosing(own)
    context.tx.save_person(after)
    retimed(context.tx, policy, person, after, context.now)
    return after


def take_back(deed: Deed, context: Context) -> Person:
    """Let what held before `deed` hold again, as far as nothing else was chosen since. Raises `Refusal`."""
    before, chose, now = deed.own or OwnSettings(), deed.chose or OwnSettings(), context.person.own
    names = [each.name for each in fields(OwnSettings)]
    changed = [name for name in names if getattr(before, name) != getattr(chose, name)]
    still = [name for name in changed if getattr(now, name) == getattr(chose, name)]
    if not still:
        raise Refusal("refuse-undo-settings")
    return choose(replace(now, **{name: getattr(before, name) for name in still}), context)

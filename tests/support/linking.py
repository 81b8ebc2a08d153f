"""Accounts of the same human in dialogues: asking for a code, typing it, and who that makes them."""

import re

from tests.support.mailbox import OTHER

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


def code_for(person, command="link"):
    """Ask for a code, and return it as it is shown."""
    person.says(command)
    return CODE.search(person.last.card.text)[0]


def link(first, second):
    """Link two accounts by a code that the first asks for; return what the second is told."""
    return second.says(f"link {code_for(first)}")


def elsewhere(world, handle="ana.reyes", name="Ana Reyes (EXT)", language="en", **known):
    """Let somebody be in the other place as well, where they have said something."""
    there = world.somebody(handle, name, language, platform=OTHER, **known)
    there.says("help")
    return there


async def person_of(world, account):
    """Return the person that an account belongs to, as the disk has it, or None."""
    return await world.look(lambda tx: tx.person_by_identity(account.profile.identity))


async def is_one(world, *accounts):
    """Say whether all these accounts belong to one person."""
    return len({(await person_of(world, account)).id for account in accounts}) == 1

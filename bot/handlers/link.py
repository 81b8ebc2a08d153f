"""`link`, `link K7QF-2M9D` — two accounts of the same human become one person, by a one-time code."""

import secrets
from datetime import timedelta
from hashlib import sha256

from bot.cards.linking import code_card, linked_card, platform_name
from bot.cards.notices import refusal_card
from bot.domain.people import Person
from bot.errors import Refusal
from bot.handlers.context import Context, view_of
from bot.handlers.linking import join, tell_elsewhere
from bot.intents.oneself import Link
from bot.messages import Place, Reply

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without what is taken for something else: 0 and O, 1, I and L, U and V."""

LENGTH = 8
"""Characters of a code, of which 30 to the power of 8 are possible: nobody guesses one while it works."""

LASTS = timedelta(minutes=10)


def link(intent: Link, context: Context) -> Reply:
    """Answer with a code, or link this account with that of whoever was given the code."""
    if context.conversation.place is not Place.DIRECT:
        return _refused_here(intent, context)
    if intent.code:
        return _linked(intent.code, context)
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    # Only the code that was given last was given at this moment, so an earlier one no longer works.
    context.tx.set_mark(_asked(context.person), context.now)
    context.tx.set_mark(_given(context.person, code), context.now)
    shown = f"{code[:4]}-{code[4:]}"
    return Reply(card=code_card(shown, context.view, minutes=int(LASTS.total_seconds() // 60)))


def _linked(code: str, context: Context) -> Reply:
    person, here = context.person, context.conversation.platform
    other = _given_to(code, context)
    if other is None or (other.id != person.id and other.platforms == (here,)):
        raise Refusal("refuse-link-code", {"minutes": int(LASTS.total_seconds() // 60)})
    if other.id == person.id:
        raise Refusal("refuse-link-linked" if len(person.platforms) > 1 else "refuse-link-same")
    if taken := set(person.platforms) & set(other.platforms):
        named = context.words.list([platform_name(platform, context.words) for platform in sorted(taken)])
        raise Refusal("refuse-link-taken", {"platform": named}, suggestions=("unlink",))
    _forget(other, code, context)
    both = join(context.tx, context.policy, other, person, context.now)
    told = linked_card(
        both, view_of(context.tx, context.policy, both, context.now), because="code", other=person
    )
    tell_elsewhere(context.tx, both, told, than=here, of=context.event_id, now=context.now)
    return Reply(card=linked_card(both, context.view, because="typed", other=other))


def _refused_here(intent: Link, context: Context) -> Reply:
    """Say where codes are for. One that others could read works no longer."""
    other = _given_to(intent.code, context) if intent.code else None
    if other is not None:
        _forget(other, intent.code, context)
    code = "refuse-link-shown" if intent.code else "refuse-link-here"
    return Reply(card=refusal_card(Refusal(code), context.view))


def _given_to(code: str, context: Context) -> Person | None:
    """Return who was given the code, if it was the last one, and lately."""
    tx = context.tx
    for person in tx.people():
        at = tx.mark(_given(person, code)) if person.is_active else None
        if at is not None and at == tx.mark(_asked(person)) and context.now - at <= LASTS:
            return person
    return None


def _forget(person: Person, code: str, context: Context) -> None:
    context.tx.forget_mark(_given(person, code))
    context.tx.forget_mark(_asked(person))


def _asked(person: Person) -> str:
    return f"link:{person.id}"


def _given(person: Person, code: str) -> str:
    """Return the key under which it is kept when a code was given. The code itself is not kept there."""
    return f"link:{person.id}:{sha256(code.encode()).hexdigest()}"

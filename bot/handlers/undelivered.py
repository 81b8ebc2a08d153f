"""A message that a platform will never take: somebody who can act on it is told, with what to do."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.cards.lists import promise_line
from bot.cards.promise import promise_card
from bot.cards.view import View
from bot.domain import transitions
from bot.domain.people import Person, Team
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.handlers.context import view_of
from bot.handlers.reaching import direct, elsewhere, reach, told_unreachable, unreachable
from bot.messages import (
    Card,
    Outbound,
    OutboxRow,
    OutboxState,
    Paragraph,
    Place,
    Rejected,
    Tone,
    Undelivered,
)
from bot.ports import Transaction
from bot.words import Words

log = structlog.get_logger()

UNDELIVERED = "undelivered:"
"""Begins the keys of what tells that a message did not arrive."""

UNREACHED = (Undelivered.PERSON, Undelivered.BLOCKED)
"""Why somebody is not to be reached in a place."""

SHOWN = 12
"""Promises on one such card; the others stand in their owner's list."""


def tell_who_depends(
    tx: Transaction, policy: Policy, message: Outbound, rejected: Rejected, now: datetime
) -> None:
    """Tell the owner that a message about their promise did not arrive, and the leads of one to the owner.

    A reminder that did not arrive stands as that in the history of its promises.

    Each is told once a week of the same, and once alone that somebody blocked Engage. What cannot be told
    either stays a dead letter; so does an edit, which tells nobody anything new, and an answer, which
    whoever asked misses soon.
    """
    if message.key.startswith(UNDELIVERED) or message.edits or message.answering is not None:
        return
    for promise in (promise for number, _ in message.reminds if (promise := tx.promise(number))):
        reason = rejected.reason if rejected.reason in UNREACHED else Undelivered.OTHER
        tx.save_promise(transitions.undelivered(promise, reason.value, at=now))
    if not _is_news(tx, message, rejected, now):
        return
    if message.to.place is Place.CHANNEL:
        team = policy.team_at(str(message.to))
        for reader in _leads(tx, policy, team.key if team else None):
            words = view_of(tx, policy, reader, now).words
            reason = Undelivered.OTHER if rejected.reason in UNREACHED else rejected.reason
            why = Paragraph(text=words(f"undelivered-{reason}"))
            title = words("undelivered-summary", team=_team(team, words))
            card = Card(title=title, language=words.language, elements=(why,), tone=Tone.WARNING)
            _tell(tx, reader, card, of=str(message.to), now=now)
        return
    for reader, promises in _by_reader(tx, policy, message):
        view = view_of(tx, policy, reader, now)
        card = _card(promises, view, _name(tx, message), rejected)
        about = promises[0] if len(promises) == 1 else None
        of = f"{message.to}:{'' if about is None else about.number}"
        _tell(tx, reader, card, of=of, about=about, now=now)


def readdressed(
    tx: Transaction, row: OutboxRow, now: datetime, *, among: Collection[str], refused: bool
) -> OutboxRow | None:
    """Return a message that cannot be taken to where it goes, on its way to another place of that person.

    `among` are the platforms that are connected. `refused` says that it is they who cannot be reached there,
    not that the platform is not connected.
    """
    to = elsewhere(tx, row.message, among)
    if to is None:
        return None
    log.info("outbox.readdressed", key=row.message.key, to=to.platform)
    if refused and tx.mark(unreachable(row.message.to)) is None:
        tx.set_mark(unreachable(row.message.to), now)
    return replace(
        row,
        message=replace(row.message, to=to),
        state=OutboxState.QUEUED,
        lease="",
        due_at=now,
        unknown=False,
    )


def _is_news(tx: Transaction, message: Outbound, rejected: Rejected, now: datetime) -> bool:
    """Note since when somebody cannot be reached; say whether those who depend on it have yet to hear of it."""
    if message.to.place is not Place.DIRECT or rejected.reason not in UNREACHED:
        return True
    if tx.mark(unreachable(message.to)) is None:
        tx.set_mark(unreachable(message.to), now)
    if rejected.reason is not Undelivered.BLOCKED:
        return True
    is_told = tx.mark(told_unreachable(message.to)) is not None
    tx.set_mark(told_unreachable(message.to), now)
    return not is_told


def _team(team: Team | None, words: Words) -> str:
    return team.name[words.language] if team is not None else words("summary-everybody")


def _by_reader(
    tx: Transaction, policy: Policy, message: Outbound
) -> Iterable[tuple[Person, Sequence[Promise]]]:
    found: dict[str, tuple[Person, list[Promise]]] = {}
    for promise in (promise for number in message.shows if (promise := tx.promise(number))):
        readers = [tx.person(promise.owner)]
        if _is_to(readers[0], message):
            readers = _leads(tx, policy, promise.team)
        for reader in readers:
            if not _is_to(reader, message):
                found.setdefault(reader.id, (reader, []))[1].append(promise)
    return found.values()


def _card(promises: Sequence[Promise], view: View, name: str, rejected: Rejected) -> Card:
    reason = rejected.reason if rejected.reason in UNREACHED else Undelivered.OTHER
    why = Paragraph(text=view.words(f"undelivered-{reason}"))
    if len(promises) == 1:
        title = view.words("undelivered", name=name, number=promises[0].number)
        card = promise_card(promises[0], view, title=title, tone=Tone.WARNING)
        return replace(card, elements=(why, *card.elements))
    return Card(
        title=view.words("undelivered-many", name=name, count=len(promises)),
        language=view.words.language,
        elements=(why, *(promise_line(promise, view) for promise in promises[:SHOWN])),
        tone=Tone.WARNING,
    )


def _tell(
    tx: Transaction, reader: Person, card: Card, *, of: str, now: datetime, about: Promise | None = None
) -> None:
    year, week, _ = now.isocalendar()
    key = f"{UNDELIVERED}{of}:{reader.id}:{year}-{week}"
    if tx.outbox_row(key) is not None:
        return
    message = Outbound(key=key, to=reach(tx, reader), card=card)
    if about is not None:
        message = replace(message, about=about.number, version=about.version)
    tx.post(message, at=now)


def _name(tx: Transaction, message: Outbound) -> str:
    missed = next((person for person in tx.people() if _is_to(person, message)), None)
    return missed.name if missed is not None else message.to.id


def _leads(tx: Transaction, policy: Policy, team: str | None) -> list[Person]:
    return [person for person in tx.people() if person.is_active and policy.leads(person, team)]


def _is_to(person: Person, message: Outbound) -> bool:
    return any(direct(identity) == message.to for identity in person.identities)

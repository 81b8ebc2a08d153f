"""Values for the tests of stores: a person, promises, messages, answers; all of our own invention."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain import transitions
from bot.domain.due import Due
from bot.domain.insight import Insight
from bot.domain.people import Identity, Person, Stakeholder
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.messages import (
    Actions,
    Button,
    Card,
    Commands,
    ConversationRef,
    Fields,
    Item,
    Outbound,
    Paragraph,
    Place,
    Quote,
    Reply,
    Small,
)
from bot.ports import Answered, Transaction

NOW = datetime(2026, 10, 1, 15, tzinfo=UTC)  # a Thursday, 11:00 in Toronto
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def person(person_id: str = "p1", name: str = "Ana Roy", *, zone: str = "America/Toronto") -> Person:
    """Return somebody with one identity on the playground."""
    handle = name.split(maxsplit=1)[0].lower()
    return Person(
        id=person_id,
        name=name,
        handle=handle,
        identities=(Identity(platform="playground", user=handle),),
        language="en",
        zone=zone,
    )


def promise(
    number: int = 1,
    *,
    owner: str = "p1",
    words: str = "send the consultation report",
    stakeholder: Stakeholder | None = None,
    team: str | None = "digital",
    day: date = date(2026, 12, 4),
    at: datetime = NOW,
    recorded_by: str | None = None,
) -> Promise:
    """Return a promise that was just recorded, due on `day` at 15:00 in Toronto."""
    return transitions.record(
        number=number,
        stakeholder=stakeholder or Stakeholder(name="Maria Chen", organisation="OpenNorth"),
        words=words,
        due=Due(day=day, at=datetime(day.year, day.month, day.day, 20, tzinfo=UTC)),
        owner=owner,
        by=recorded_by or owner,
        at=at,
        timetable=Policy().timetable(person(owner)),
        team=team,
    )


def by_day(promise_: Promise) -> Promise:
    """Return a promise without its clock time, as if only the day had been promised."""
    due = Due(day=promise_.due.day)
    state = replace(promise_.state, due=due)
    history = (replace(promise_.history[0], state=state), *promise_.history[1:])
    return replace(promise_, due_original=due, state=state, history=history)


def insight(
    number: int = 1, *, words: str = "bus-stop data as GTFS", team: str | None = "digital"
) -> Insight:
    """Return something that was heard."""
    stakeholder = Stakeholder(name="Luc Tremblay", organisation="Ville de Gatineau")
    return Insight(
        number=number, stakeholder=stakeholder, words=words, recorded_by="p1", recorded_at=NOW, team=team
    )


def card() -> Card:
    """Return a card with every kind of element on it."""
    button = Button(label="Done", payload={"verb": "done", "number": "1", "note": ""})
    return Card(
        title="Promise 1 is due today",
        language="en",
        elements=(
            Paragraph(text="Two lines,\none paragraph."),
            Quote(text="« déjà vu » — 😀 שלום"),
            Fields(rows=(("Due", "Friday, December 4, 2026"),)),
            Item(title="Send the report", detail="to Maria Chen", buttons=(button,)),
            Commands(rows=(("/engage mine", "your promises"),)),
            Actions(buttons=(button,)),
            Small(text="Engage"),
        ),
    )


def message(key: str = "1:r1") -> Outbound:
    """Return a message to Ana."""
    to = ConversationRef(platform="playground", id="ana", place=Place.DIRECT)
    return Outbound(key=key, to=to, card=card())


def answer(event_id: str = "e1", *, at: datetime = NOW) -> Answered:
    """Return the answer to an event."""
    return Answered(event_id=event_id, by="p1", at=at, reply=Reply(card=card()), command="promise")


def capture(tx: Transaction, *, event_id: str, promise_: Promise) -> int:
    """Do what one `/engage promise` does: number, promise, answer, deed and message together."""
    number = tx.next_number()
    tx.save_promise(replace(promise_, number=number))
    tx.save_answer(answer(event_id))
    tx.post(message(f"{number}:r1"), at=NOW)
    return number

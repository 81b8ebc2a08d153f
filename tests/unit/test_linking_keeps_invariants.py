"""What linking and unlinking do to one promise: who owes and decides it, and nothing else."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import joining, transitions
from bot.domain.calendar import Calendar
from bot.domain.due import Due
from bot.domain.history import Action
from bot.domain.people import Identity, Person, Stakeholder, Team
from bot.domain.promise import Outcome
from bot.domain.reminder import Cadence
from bot.domain.timetable import Timetable
from storage.records import PERSON, PROMISE

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TIMETABLE = Timetable(
    cadence=Cadence(),
    calendar=Calendar(),
    zone=ZoneInfo("America/Toronto"),
    opens=datetime(2026, 1, 1, 9).time(),  # noqa: DTZ001 - only its hour is used
    closes=datetime(2026, 1, 1, 18).time(),  # noqa: DTZ001 - only its hour is used
)


@pytest.fixture
def promise():
    """A promise that `former` owes."""
    return transitions.record(
        number=1,
        stakeholder=Stakeholder(name="Maria"),
        words="send it",
        due=Due(day=date(2026, 12, 4)),
        owner="former",
        by="former",
        at=NOW,
        timetable=TIMETABLE,
    )


def joined(promise):
    return joining.joined(promise, "former", "keeper", at=NOW)


def parted(promise):
    return joining.parted(promise, "keeper", "former", at=NOW)


def test_an_open_promise_changes_hands_with_its_reminder(promise):
    """One entry more, which says whose it was; the reminder is the one that was planned."""
    after = joined(promise)
    assert (after.owner, after.reminder, after.version) == ("keeper", promise.reminder, 2)
    assert (after.history[-1].action, after.history[-1].detail) == (Action.LINKED, "former")
    assert after.latest.action is Action.RECORDED
    assert PROMISE.decode(PROMISE.encode(after)) == after


def test_what_is_somebody_elses_stays_as_it_is(promise):
    """No entry for nothing."""
    assert joining.joined(promise, "nobody", "keeper", at=NOW) is promise
    assert parted(promise) is promise


def test_back_and_forth_is_where_it_began(promise):
    """Linked, unlinked, linked and unlinked again."""
    for _ in range(2):
        promise = joined(promise)
        assert promise.owner == "keeper"
        promise = parted(promise)
        assert promise.owner == "former"
    assert promise.version == 5


def test_a_closed_promise_changes_hands_too(promise):
    """It keeps its outcome; unlinking gives it back although it was closed while linked."""
    closed = transitions.close(joined(promise), Outcome.KEPT, by="keeper", at=NOW)
    assert parted(closed).owner == "former"
    assert parted(closed).state.outcome is Outcome.KEPT


def test_what_was_given_back_by_somebody_stays(promise):
    """What came to them by another's hand did not come by linking."""
    given = transitions.give(joined(promise), "sam", by="keeper", at=NOW, timetable=TIMETABLE)
    assert parted(given) is given
    returned = transitions.give(given, "keeper", by="sam", at=NOW, timetable=TIMETABLE)
    assert parted(returned) is returned


def test_a_question_changes_hands_only_while_it_waits(promise):
    """Who decided is a fact; who is to decide follows the human."""
    given = transitions.give(promise, "sam", by="former", at=NOW, timetable=TIMETABLE)
    asked = transitions.escalate(given, "former", "may we?", by="sam", at=NOW)
    after = joined(asked)
    assert (after.owner, after.state.decider) == ("sam", "keeper")
    assert parted(after).state.decider == "former"
    answered = transitions.return_to_owner(
        asked, "yes", by="former", at=NOW + timedelta(hours=1), timetable=TIMETABLE
    )
    assert joined(answered) is answered


def test_teams_know_every_handle_and_identity():
    """app.yaml may name somebody as either platform knows them."""
    person = Person(
        id="p1",
        name="Ana",
        handle="ana",
        identities=(Identity(platform="slack", user="U1"), Identity(platform="teams", user="29:x")),
        language="en",
        zone="America/Toronto",
        handles={"teams": "Ana.Reyes"},
        linked_to=None,
        known_since=NOW,
    )
    for name in ("ana", "ana.reyes", "slack:U1", "teams:29:x"):
        team = Team(key="t", name={}, zone="America/Toronto", leads=(name,))
        assert team.is_led_by(person)
    assert not Team(key="t", name={}, zone="America/Toronto", members=("U1",)).has(person)
    assert PERSON.decode(PERSON.encode(person)) == person

"""Values and their documents."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json

from bot.domain import transitions, undoing
from bot.domain.people import Hours, Leave, OwnSettings, Stakeholder
from bot.domain.policy import Policy
from bot.domain.promise import Outcome
from bot.errors import StoreError
from bot.messages import Form, Input, Option, OutboxRow, OutboxState, Receipt, Reply
from bot.ports import Deed
from storage import records
from storage.embedded.lines import encode
from tests.support.store_samples import DAY, HOUR, NOW, answer, by_day, insight, message, person, promise


def back_and_forth(record: records.Record, value: object) -> object:
    """Return a value that went to a document, to text, and back."""
    return record.decode(from_json(encode(record.encode(value))))


def promises_of_a_life() -> list:
    """Return every version of an eventful promise."""
    timetable = Policy().timetable(person())
    life = [promise()]
    for change in (
        lambda last: transitions.reminded(last, last.reminder, at=NOW + HOUR, timetable=timetable),
        lambda last: transitions.escalate(last, "p9", "« publier ? »", by="p1", at=NOW + HOUR),
        lambda last: transitions.return_to_owner(
            last, "oui", by="p9", at=NOW + 2 * HOUR, timetable=timetable
        ),
        lambda last: transitions.snooze(
            last, date(2026, 11, 3), time(10), by="p1", at=NOW, timetable=timetable
        ),
        lambda last: transitions.close(last, Outcome.KEPT_IN_PART, by="p1", at=NOW + DAY, reason="half"),
        lambda last: transitions.tell(last, "by phone", by="p1", at=NOW + DAY),
        lambda last: undoing.undo(last, 6, by="p1", at=NOW + DAY, timetable=timetable),
    ):
        life.append(change(life[-1]))
    return [*life, by_day(life[0])]


@pytest.mark.parametrize("value", promises_of_a_life(), ids=lambda value: value.history[-1].action.value)
def test_a_promise_comes_back_whole_at_every_point_of_its_life(value):
    """Its history too, though the document says nothing twice."""
    assert back_and_forth(records.PROMISE, value) == value
    document = json.dumps(records.PROMISE.encode(value))
    assert document.count('"question"') <= sum(entry.state is not None for entry in value.history)


@given(words=st.text(), name=st.text(), organisation=st.text())
def test_any_text_comes_back_and_the_stakeholder_is_found(words, name, organisation):
    """Whatever people type; the key is that of the domain."""
    stakeholder = Stakeholder(name=name, organisation=organisation)
    value = replace(insight(), words=words, stakeholder=stakeholder)
    document = records.INSIGHT.encode(value)
    assert records.stakeholder_key(document) == stakeholder.key
    assert records.INSIGHT.decode(document) == value
    assert back_and_forth(records.INSIGHT, value) == value


def test_messages_and_answers_come_back_with_every_kind_of_element():
    """Elements with the same fields are told apart; empty texts stay."""
    row = OutboxRow(message=message(), queued_at=NOW, due_at=NOW + HOUR)
    sent = replace(row, state=OutboxState.DELIVERED, receipt=Receipt(message_id=""))
    choice = Input(key="how", label="How", type="choice", options=(Option(value="", label="?"),))
    form = Form(title="", language="fr", submit="OK", cancel="", payload={"a": ""}, inputs=(choice,))
    for value in (row, sent):
        assert back_and_forth(records.OUTBOX_ROW, value) == value
    for value in (answer(), replace(answer(), reply=Reply(form=form)), replace(answer(), reply=Reply())):
        assert back_and_forth(records.ANSWER, value) == value


def test_people_come_back_with_leave_and_hour():
    """Days and local times have no zone."""
    hours = Hours(first=time(8), last=time(16, 30))
    own = OwnSettings(language="fr", region="QC", works=(0, 1, 2, 3), hours=hours, reminder_time=time(8, 30))
    leave = Leave(first=date(2026, 1, 1), last=date(2026, 1, 2))
    away = replace(person(), leave=leave).choosing(own)
    assert back_and_forth(records.PERSON, away) == away


def test_what_can_be_undone_comes_back():
    """Settings with those before them; what an older Engage kept has none."""
    chose = OwnSettings(zone="Europe/Paris", works=(0, 2), reminder_time=time(8, 30))
    deeds = (Deed(number=12, entry=3), Deed(own=OwnSettings(), chose=chose, of="slack:e1"), Deed(leave=None))
    document = from_json(encode(records.encode_deeds(deeds)))
    assert records.decode_deeds(document) == deeds
    older = {"schema": 1, "deeds": [{"number": 12, "entry": 3, "replaced": None, "leave": None}]}
    assert records.decode_deeds(older) == deeds[:1]


def test_a_promise_that_its_history_does_not_explain_is_refused():
    """Such a value comes from no transition."""
    with pytest.raises(ValueError, match="state"):
        records.PROMISE.encode(replace(promise(), history=()))
    with pytest.raises(ValueError, match="reminder"):
        records.PROMISE.encode(replace(promise(), reminder=None))


def test_a_document_that_does_not_fit_is_refused_without_its_text():
    """What people wrote stays out of errors and logs."""
    document = {**records.INSIGHT.encode(insight(words="a secret")), "number": "a secret"}
    with pytest.raises(StoreError) as refused:
        records.INSIGHT.decode(document)
    assert "an insight" in str(refused.value)
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_half_a_character_is_refused():
    """A lone surrogate is no text that UTF-8 could write."""
    with pytest.raises(StoreError):
        encode(["\ud83d"])


def test_a_naive_moment_is_refused():
    """It would mean another moment elsewhere."""
    with pytest.raises(ValueError):
        records.encode_moment(NOW.replace(tzinfo=None))

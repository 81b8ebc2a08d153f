"""Random sequences of actions on a promise: whatever is tried, the invariants hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain import retiming, transitions, undoing
from bot.domain.calendar import Calendar
from bot.domain.due import Due
from bot.domain.history import Action
from bot.domain.people import Hours, Leave, Stakeholder
from bot.domain.promise import Outcome, Promise, Stage
from bot.domain.reminder import Cadence
from bot.domain.timetable import Timetable
from bot.errors import Refusal

ZONES = ["America/Toronto", "America/Vancouver", "America/St_Johns", "Europe/Paris"]
PEOPLE = st.sampled_from(["p1", "p2", "p3"])
TEXTS = st.sampled_from(["", "because", "the data is late"])
START = datetime(2026, 3, 2, 15, tzinfo=UTC)
BY_ENGAGE = {Action.REMINDED, Action.HELD, Action.RESUMED, Action.RETIMED}


class Actions(RuleBasedStateMachine):
    """People and the sweep act on one promise while time passes; refused actions change nothing."""

    promise: Promise
    now: datetime
    seen: list[Promise]

    @initialize(days=st.integers(1, 40), clock=st.none() | st.times(), zone=st.sampled_from(ZONES))
    def record(self, days, clock, zone):
        self.now = START
        leave = Leave(first=date(2026, 3, 10), last=date(2026, 3, 12))
        self.timetable = Timetable(
            cadence=Cadence(),
            calendar=Calendar(),
            zone=ZoneInfo(zone),
            opens=time(9),
            closes=time(18),
            leave=leave,
        )
        self.bundled = None
        self.promise = transitions.record(
            number=1,
            stakeholder=Stakeholder(name="Maria"),
            words="send it",
            due=self.due(days, clock),
            owner="p1",
            by="p1",
            at=self.now,
            timetable=self.timetable,
        )
        self.seen = [self.promise]

    def due(self, days, clock):
        day = self.now.astimezone(self.timetable.zone).date() + timedelta(days=days)
        return Due(day=day, at=None if clock is None else self.timetable.instant(day, clock))

    def attempt(self, transition, *arguments, **options):
        before = self.promise
        try:
            after = transition(before, *arguments, at=self.now, **options)
        except Refusal:
            assert self.promise == before
            return
        assert after.history[: before.version] == before.history, "the history was rewritten"
        assert after.version == before.version + 1, "a change has exactly one entry"
        self.promise = after
        self.seen.append(after)

    @rule(hours=st.integers(1, 24 * 12))
    def time_passes(self, hours):
        """The sweep looks at each due moment on the way, as the scheduler does."""
        target = self.now + timedelta(hours=hours)
        while self.promise.reminder is not None and self.promise.reminder.at <= target:
            self.now = max(self.now, self.promise.reminder.at)
            self.sweep()
        self.now = target

    @rule(days=st.integers(1, 30))
    def downtime(self, days):
        """Nobody looks for some days; then the sweep catches up."""
        self.now += timedelta(days=days)
        self.sweep()

    def sweep(self):
        if self.promise.reminder is None or self.promise.reminder.at > self.now:
            return
        reminder = self.timetable.bundled_if_missed(self.promise.reminder, self.now)
        hold = self.timetable.hold(reminder, now=self.now, last_bundle=self.bundled)
        if hold is None:
            if not reminder.exact:
                local = self.now.astimezone(self.timetable.zone).date()
                assert self.bundled != local, "two bundles on one day"
                assert self.timetable.calendar.is_business_day(local)
                self.bundled = local
            self.attempt(transitions.reminded, reminder, timetable=self.timetable)
        else:
            until = self.timetable.next_opening(self.now, last_bundle=self.bundled)
            self.attempt(transitions.held, hold, until)

    @rule(outcome=st.sampled_from(Outcome), reason=TEXTS, by=PEOPLE)
    def close(self, outcome, reason, by):
        self.attempt(transitions.close, outcome, reason=reason, by=by)

    @rule(by=PEOPLE)
    def tell(self, by):
        self.attempt(transitions.tell, "by email", by=by)

    @rule(by=PEOPLE)
    def reopen(self, by):
        self.attempt(transitions.reopen, by=by, timetable=self.timetable)

    @rule(days=st.integers(-3, 30), clock=st.none() | st.times(), by=PEOPLE)
    def snooze(self, days, clock, by):
        day = self.now.date() + timedelta(days=days)
        self.attempt(transitions.snooze, day, clock, by=by, timetable=self.timetable)

    @rule(days=st.integers(-3, 60), clock=st.none() | st.times(), reason=TEXTS, by=PEOPLE)
    def move(self, days, clock, reason, by):
        self.attempt(transitions.move, self.due(days, clock), by=by, timetable=self.timetable, reason=reason)

    @rule(owner=PEOPLE, by=PEOPLE)
    def give(self, owner, by):
        self.attempt(transitions.give, owner, by=by, timetable=self.timetable)

    @rule(decider=PEOPLE, question=TEXTS, by=PEOPLE)
    def escalate(self, decider, question, by):
        self.attempt(transitions.escalate, decider, question, by=by)

    @rule(by=PEOPLE)
    def return_(self, by):
        self.attempt(transitions.return_to_owner, "no", by=by, timetable=self.timetable)

    @rule()
    def resume(self):
        """The owner is back from leave."""
        until = self.timetable.soonest(self.now, last_bundle=self.bundled)
        self.attempt(transitions.resume, until)

    @rule(
        zone=st.sampled_from(ZONES),
        opens=st.sampled_from([time(8, 30), time(9), time(13)]),
        region=st.sampled_from(["", "QC"]),
        works=st.sampled_from([(), (0, 1, 2, 3), (1, 5)]),
        hours=st.sampled_from([None, Hours(first=time(8), last=time(16))]),
    )
    def retime(self, zone, opens, region, works, hours):
        """The owner moves, or works at other times."""
        was = self.timetable
        self.timetable = replace(
            was, zone=ZoneInfo(zone), opens=opens, calendar=Calendar(region=region, works=works), hours=hours
        )
        before = self.promise
        self.promise = retiming.retime(
            before, was, at=self.now, timetable=self.timetable, last_bundle=self.bundled
        )
        assert self.promise.state == before.state
        assert self.promise.version - before.version == (self.promise.reminder != before.reminder)
        self.seen.append(self.promise)

    @rule(by=PEOPLE, back=st.integers(0, 6))
    def undo(self, by, back):
        entry = max(0, self.promise.version - 1 - back)
        self.attempt(undoing.undo, entry, by=by, timetable=self.timetable)

    @rule(by=PEOPLE)
    def restore(self, by):
        self.attempt(undoing.restore, by=by, timetable=self.timetable)

    @invariant()
    def an_outcome_only_when_closed(self):
        assert (self.promise.state.outcome is not None) == (self.promise.stage is Stage.CLOSED)

    @invariant()
    def the_first_due_never_changes(self):
        assert self.promise.due_original == self.seen[0].due

    @invariant()
    def one_future_reminder_for_an_open_promise_and_none_for_others(self):
        is_open = self.promise.stage is Stage.OPEN and not self.promise.state.retracted
        assert (self.promise.reminder is not None) == is_open
        if self.promise.reminder is not None:
            entry = self.promise.history[-1]
            assert self.promise.reminder.at >= entry.at
            assert self.promise.reminder.at > entry.at or entry.action in {Action.RESUMED, Action.RETIMED}
            assert self.promise.reminder == entry.reminder

    @invariant()
    def the_history_explains_every_change(self):
        states = [entry.state for entry in self.promise.history if entry.state is not None]
        assert states[-1] == self.promise.state
        moments = [entry.at for entry in self.promise.history]
        assert moments == sorted(moments)
        for entry in self.promise.history:
            by_engage = entry.action in BY_ENGAGE
            assert (entry.by is None) == by_engage
            assert bool(entry.detail) or not by_engage, "every sending and holding has a named reason"

    @invariant()
    def escalated_means_that_somebody_is_asked(self):
        escalation = self.promise.state.escalation
        waiting = escalation is not None and escalation.returned_at is None
        assert waiting == (self.promise.stage is Stage.ESCALATED)


TestActions = Actions.TestCase
TestActions.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)


def test_an_undone_act_leaves_the_state_that_was_before():
    """Undo brings back what held, and says so in one more entry."""
    machine = Actions()
    machine.record(days=5, clock=None, zone="America/Toronto")
    before = machine.promise
    machine.close(outcome=Outcome.KEPT, reason="", by="p1")
    machine.undo(by="p1", back=0)
    assert machine.promise.state == before.state
    assert [entry.action for entry in machine.promise.history] == [
        Action.RECORDED,
        Action.CLOSED,
        Action.UNDONE,
    ]
    assert replace(machine.promise, history=before.history) == before

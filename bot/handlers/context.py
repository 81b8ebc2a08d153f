"""What every handler works with: the transaction, who asks, when, and by which rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.cards.done import done_card, remark_on_due
from bot.cards.promise import promise_card
from bot.cards.view import View
from bot.cards.when import reading_button, when_card
from bot.domain.due import Due
from bot.domain.insight import Insight
from bot.domain.people import Person, PersonId, Stakeholder, Team, folded
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.domain.timetable import Timetable
from bot.errors import Refusal
from bot.handlers.reaching import reach
from bot.intents.days import When, WhenAsk
from bot.intents.intent import Intent
from bot.messages import ConversationRef, Outbound, Reply, Tone
from bot.ports import Deed, Transaction
from bot.words import Words

TWICE = timedelta(minutes=2)
"""How soon the same words again are taken for a slip."""

LONGEST_NAME = 200
"""Characters of a name: a stakeholder's, their organisation's, or that of somebody who uses Engage."""

DEEDS_KEPT = 20
"""How many things a person can take back, one after the other."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """One request in one transaction. `mentioned` maps a handle in the text to whom the platform meant.

    `cannot_own` holds, of those mentioned, who cannot answer for anything, each with the refusal's code.
    """

    tx: Transaction
    person: Person
    now: datetime
    policy: Policy
    conversation: ConversationRef
    event_id: str
    mentioned: Mapping[str, PersonId] = field(default_factory=dict)
    cannot_own: Mapping[str, str] = field(default_factory=dict)
    around: str = ""

    @property
    def words(self) -> Words:
        """The sentences, in the person's language."""
        return Words(self.person.language)

    @property
    def view(self) -> View:
        """The cards as this person sees them."""
        return view_of(self.tx, self.policy, self.person, self.now, around=self.around)

    def view_of(self, reader: Person) -> View:
        """The cards as `reader` sees them."""
        return view_of(self.tx, self.policy, reader, self.now)

    @property
    def team(self) -> Team | None:
        """The team of this conversation, else that of the person."""
        return self.policy.team_at(str(self.conversation)) or self.policy.team_of(self.person)

    def timetable(self, owner: PersonId) -> Timetable:
        """When `owner` is reminded."""
        return self.policy.timetable(standing(self.tx, owner))

    def due(self, when: When) -> Due:
        """Return a day on the person's clock as a due."""
        if when.clock is None:
            return Due(day=when.day)
        return Due(day=when.day, at=self.policy.timetable(self.person).instant(when.day, when.clock))

    def promise(self, number: int) -> Promise:
        """Return a promise. Raises `Refusal` if there is none of that number."""
        promise = self.tx.promise(number)
        if promise is not None:
            return promise
        if self.tx.insight(number) is not None:
            raise Refusal("refuse-insight", {"number": number})
        raise Refusal("refuse-unknown", {"number": number}, suggestions=("mine", "find"))

    def promise_to_change(self, number: int) -> Promise:
        """Return a promise that the person may change: its owner, or a lead of its team."""
        promise = self.promise(number)
        if may_change(self.policy, self.person, promise):
            return promise
        owner = self.tx.person(promise.owner)
        raise Refusal("refuse-not-yours", {"number": number, "owner": owner.name, "handle": owner.mention})

    def promise_to_return(self, number: int) -> Promise:
        """Return a promise whose escalation the person may end: its decider, or whoever may change it."""
        promise = self.promise(number)
        escalation = promise.state.escalation
        if escalation is not None and escalation.decider == self.person.id:
            return promise
        return self.promise_to_change(number)

    def checked(self, stakeholder: Stakeholder) -> Stakeholder:
        """Return `stakeholder`. Raises `Refusal` if no name is that long."""
        if max(len(stakeholder.name), len(stakeholder.organisation)) > LONGEST_NAME:
            raise Refusal("refuse-long-name", {"longest": LONGEST_NAME})
        return stakeholder

    def find_owner(self, handle: str) -> Person:
        """Return whom `handle` means, if they can answer for a promise. Raises `Refusal`."""
        if handle in self.cannot_own:
            raise Refusal(self.cannot_own[handle], {"handle": handle})
        person = self.find_person(handle)
        if not person.is_active:
            raise Refusal("refuse-inactive", {"handle": handle})
        return person

    def find_person(self, handle: str) -> Person:
        """Return whom `handle` (or a name) means. Raises `Refusal` if nobody or more than one answers to it."""
        if handle in self.mentioned:
            return self.tx.person(self.mentioned[handle])
        people = [person for person in self.tx.people() if person.linked_to is None]
        wanted = folded(handle)
        by_handle = [person for person in people if wanted in {*person.called, person.mention}]
        found = by_handle or [person for person in people if folded(person.name) == wanted]
        found = [person for person in found if person.is_active] or found
        found = [person for person in found if self.conversation.platform in person.platforms] or found
        if len(found) == 1:
            return found[0]
        active = (person for person in people if person.is_active)
        known = self.words.one_of(sorted(f"@{person.mention}" for person in active)[:8])
        raise Refusal("refuse-unknown-person", {"handle": handle, "known": known})

    def save(self, promise: Promise) -> None:
        """Write what the person did to a promise, and remember it for undo."""
        self.tx.save_promise(promise)
        self.remember(Deed(number=promise.number, entry=promise.version - 1))

    def save_insight(self, insight: Insight) -> None:
        """Write an insight, and remember it for undo."""
        self.tx.save_insight(insight)
        self.remember(Deed(number=insight.number, entry=0))

    def remember(self, deed: Deed) -> None:
        """Let the person undo this first."""
        deeds = (*self.tx.deeds(self.person.id), deed)
        self.tx.save_deeds(self.person.id, deeds[-DEEDS_KEPT:])

    def inform(self, person_id: PersonId, promise: Promise, sentence: str, **arguments: object) -> None:
        """Queue a direct message about a promise to somebody other than the person who acts.

        It leaves when this transaction is durable, in the language of whoever reads it.
        """
        reader = standing(self.tx, person_id)
        if reader.id == self.person.id:
            return
        view = self.view_of(reader)
        title = view.say(sentence, number=promise.number, by=self.person.name, **arguments)
        key = f"{promise.number}:v{promise.version}:{reader.id}"
        card = promise_card(promise, view, title=title)
        message = Outbound(key=key, to=reach(self.tx, reader), card=card)
        told = replace(message, about=promise.number, version=promise.version)
        self.tx.post(told, at=self.now)

    def asked(self, ask: WhenAsk, *, about: str) -> Reply:
        """Ask which day was meant, of what; the answer completes the command."""
        calendar = self.policy.calendar_of(self.person)
        return Reply(card=when_card(ask, self.view, of=self.event_id, about=about, calendar=calendar))

    def done(
        self,
        promise: Promise,
        sentence: str,
        *,
        tone: Tone = Tone.GOOD,
        rather: Sequence[tuple[When, Intent]] = (),
        is_new_due: bool = False,
        **arguments: object,
    ) -> Reply:
        """Answer with what was just done to a promise; `rather` is what else the same words can mean."""
        title = self.view.say(sentence, number=promise.number, **arguments)
        buttons = [reading_button(when, intent, self.view, about=promise.number) for when, intent in rather]
        remark = self._remark_on_due(promise) if is_new_due else ""
        card = done_card(promise, self.view, title=title, tone=tone, rather=buttons, remark=remark)
        return Reply(card=card)

    def _remark_on_due(self, promise: Promise) -> str:
        owner = standing(self.tx, promise.owner)
        return remark_on_due(promise, self.view, self.policy.calendar_of(owner), owner.leave)


def standing(tx: Transaction, person_id: PersonId) -> Person:
    """Return who answers now to this id: somebody else's, if it is an account that was linked to theirs."""
    person = tx.person(person_id)
    return person if person.linked_to is None else standing(tx, person.linked_to)


def may_change(policy: Policy, person: Person, promise: Promise) -> bool:
    """Say whether a promise is `person`'s to act on: its owner, or a lead of its team."""
    return person.id == promise.owner or policy.leads(person, promise.team)


def view_of(tx: Transaction, policy: Policy, reader: Person, now: datetime, *, around: str = "") -> View:
    """Return the cards as `reader` sees them at `now`."""
    return View(
        words=Words(reader.language),
        zone=reader.tz,
        now=now,
        reader=reader.id,
        name_of=lambda person_id: tx.person(person_id).name,
        may_change=lambda promise: may_change(policy, reader, promise),
        around=around,
        colleagues=lambda: [person for person in tx.people() if person.is_active and person.id != reader.id],
    )


def last_bundle(tx: Transaction, owner: Person) -> date | None:
    """Return the owner's local day of their last bundled message."""
    at = tx.mark(bundle_mark(owner))
    return None if at is None else at.astimezone(owner.tz).date()


def bundle_mark(owner: Person) -> str:
    """Return the key under which the moment of the owner's last bundled message is kept."""
    return f"bundle:{owner.id}"

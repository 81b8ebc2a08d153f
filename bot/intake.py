"""Someone says something: seen before? who? what? — and the answer, in one transaction."""

from dataclasses import dataclass, replace

import structlog

from bot.cards.forms import form_for
from bot.cards.notices import refusal_card
from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.errors import Refusal, StoreError
from bot.handlers import answer, in_place, refused_in_place
from bot.handlers.context import Context
from bot.intents.codec import dump, load
from bot.intents.forms import FormErrors, form_of, read_form
from bot.intents.intent import Clarify, Intent, Move, RecordInsight, RecordPromise, Resume, Snooze
from bot.intents.typed import parse
from bot.intents.when import Speaker
from bot.messages import Card, Inbound, Noticed, Pressed, Profile, Reply, Submitted, Tone, Typed
from bot.ports import Answered, Clock, Store, Transaction
from bot.words import Words

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What adapters call with each event; fulfils `bot.ports.Receiver`."""

    store: Store
    policy: Policy
    clock: Clock

    async def __call__(self, inbound: Inbound) -> Reply:
        """Return the answer; what it says is durable. A repeated event gets the first answer again."""
        try:
            return await self._answered(inbound)
        except StoreError:
            log.exception("inbound.not_stored", platform=inbound.conversation.platform)
            return Reply(card=self._sorry(inbound, "sorry-store"))
        except Exception:
            log.exception("inbound.failed", platform=inbound.conversation.platform)
            return Reply(card=self._sorry(inbound, "sorry-failed"))

    async def _answered(self, inbound: Inbound) -> Reply:
        try:
            return await self.store.transact(lambda tx: self._answer(tx, inbound))
        except Refusal as refusal:
            # That transaction was rolled back, so nothing half-done stays; the answer is kept by itself.
            refused = refusal
        return await self.store.transact(lambda tx: self._refuse(tx, inbound, refused))

    def _answer(self, tx: Transaction, inbound: Inbound) -> Reply:
        before = tx.answered(_event(inbound))
        if before is not None:
            return before.reply
        context = self._context(tx, inbound)
        if isinstance(inbound.said, Noticed):
            return _kept(Reply(), "", context)
        intent = self._understood(inbound.said, context)
        if isinstance(intent, FormErrors):
            return _kept(_form_again(intent, context), "", context)
        if isinstance(intent, Resume):
            return self._resume(intent, context)
        reply = answer(intent, context)
        if not isinstance(inbound.said, Typed):
            reply = in_place(intent, reply, context)
        return _kept(reply, dump(intent), context)

    def _resume(self, resume: Resume, context: Context) -> Reply:
        """Go on with a command that waited. Pressed twice, its button gives the first answer again."""
        key = f"resumed:{resume.of}"
        before = context.tx.answered(key)
        if before is not None and before.by == context.person.id:
            return _kept(before.reply, "", context)
        waiting = context.tx.answered(resume.of)
        if waiting is None or waiting.by != context.person.id or not waiting.command:
            raise Refusal("refuse-question-gone")
        intent = _completed(load(waiting.command), resume)
        reply = replace(answer(intent, context), replaces=True)
        context.tx.save_answer(Answered(event_id=key, by=context.person.id, at=context.now, reply=reply))
        return _kept(reply, dump(intent), context)

    def _refuse(self, tx: Transaction, inbound: Inbound, refusal: Refusal) -> Reply:
        before = tx.answered(_event(inbound))
        if before is not None:
            return before.reply
        context = self._context(tx, inbound)
        return _kept(_refused(inbound, refusal, context), "", context)

    def _understood(self, said: Typed | Pressed | Submitted, context: Context) -> Intent | FormErrors:
        person = context.person
        speaker = Speaker(
            language=person.language,
            now=context.now.astimezone(person.tz),
            calendar=self.policy.calendar,
            end_of_day=self.policy.end_of_day,
        )
        match said:
            case Typed(text=text):
                intent = parse(text, speaker)
                if isinstance(intent, Clarify):
                    raise intent.refusal()
                return intent
            case Pressed(payload=payload):
                return load(payload.get("do", ""))
            case Submitted(payload=payload, values=values):
                return read_form(payload, values, speaker)

    def _context(self, tx: Transaction, inbound: Inbound) -> Context:
        said = inbound.said
        around = said.payload.get("view", "") if isinstance(said, Pressed | Submitted) else ""
        people = [profile for profile in inbound.mentioned if not profile.is_bot]
        return Context(
            tx=tx,
            person=self._person(tx, inbound.sender),
            now=self.clock.now(),
            policy=self.policy,
            conversation=inbound.conversation,
            event_id=_event(inbound),
            mentioned={profile.handle: self._person(tx, profile).id for profile in people},
            around=around,
        )

    def _person(self, tx: Transaction, profile: Profile) -> Person:
        """Return who this is, as the platform knows them now."""
        known = tx.person_by_identity(profile.identity)
        person = known or Person(
            id=tx.new_person_id(),
            name=profile.name,
            handle=profile.handle,
            identities=(profile.identity,),
            language=profile.language or self.policy.language,
            zone=profile.zone or self.policy.zone,
        )
        current = replace(
            person,
            name=profile.name,
            handle=profile.handle,
            language=profile.language or person.language,
            zone=profile.zone or person.zone,
        )
        if current != known:
            tx.save_person(current)
        return current

    def _sorry(self, inbound: Inbound, sentence: str) -> Card:
        words = Words(inbound.sender.language or self.policy.language)
        return Card(title=words(sentence), language=words.language, tone=Tone.REFUSED)


def _event(inbound: Inbound) -> str:
    return f"{inbound.conversation.platform}:{inbound.event_id}"


def _kept(reply: Reply, command: str, context: Context) -> Reply:
    context.tx.save_answer(
        Answered(
            event_id=context.event_id, by=context.person.id, at=context.now, reply=reply, command=command
        )
    )
    return reply


def _completed(intent: Intent, resume: Resume) -> Intent:
    match intent:
        case RecordPromise() | Snooze() | Move() if resume.when is not None:
            return replace(intent, when=resume.when)
        case RecordPromise() | RecordInsight() if resume.again:
            return replace(intent, again=True)
        case _:
            raise Refusal("refuse-button")


def _refused(inbound: Inbound, refusal: Refusal, context: Context) -> Reply:
    """Say why not, where it was asked: on the form with all that was written, or on the card."""
    said, card = inbound.said, refusal_card(refusal, context.view.apart)
    try:
        match said:
            case Submitted(payload=payload, values=values) if refusal.code != "refuse-button":
                return _form_again(FormErrors(payload=payload, values=values), context, error=card.title)
            case Pressed() if context.around:
                return refused_in_place(card, context)
    except Refusal:
        log.info("inbound.edited_by_hand")  # a made-up form or card cannot be shown again
    return Reply(card=card)


def _form_again(wrong: FormErrors, context: Context, *, error: str = "") -> Reply:
    """Show a form with all that was written; `error` is about the whole of it."""
    name, number = form_of(wrong.payload)
    form = form_for(
        name,
        context.view,
        promise=None if number is None else context.promise(number),
        carried={key: wrong.payload[key] for key in ("of", "source") if key in wrong.payload},
        values=wrong.values,
        errors=wrong.errors,
    )
    return Reply(form=replace(form, error=error))

"""Someone says something: seen before? who? what? — and the answer, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import structlog

from bot.cards.forms import form_for, with_refusal
from bot.cards.notices import form_offered, refusal_card
from bot.domain.policy import Policy
from bot.errors import Refusal, StoreError
from bot.handlers import answer, in_place, refused_in_place
from bot.handlers.acquaintance import acquainted
from bot.handlers.answering import queued_answer
from bot.handlers.context import Context, standing
from bot.handlers.reaching import keep_addresses, unreachable
from bot.handlers.shown import keep_in_step
from bot.intents.codec import dump, load
from bot.intents.completing import completed
from bot.intents.forms import FormErrors, form_of
from bot.intents.intent import Resume
from bot.intents.said import wanted
from bot.intents.when import Speaker
from bot.messages import (
    Card,
    Form,
    Inbound,
    Joined,
    Left,
    Noticed,
    Opened,
    Pressed,
    Profile,
    Reply,
    Said,
    Submitted,
    Tone,
    Typed,
)
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
        if inbound.sender.is_outsider:
            return Reply(card=self._sorry(inbound, "refuse-outsider"))
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
        keep_addresses(tx, inbound)
        is_known = tx.person_by_identity(inbound.sender.identity) is not None
        if isinstance(inbound.said, Noticed | Left) and not is_known:
            return Reply()  # somebody who has nothing to do with Engage
        if inbound.sender.is_outsider is None and not is_known:
            return Reply(card=self._sorry(inbound, "sorry-who"))
        context = self._context(tx, inbound)
        reply, command = self._done(
            inbound.said, context, {each.mention: each.name for each in inbound.mentioned}
        )
        if reply.form is not None and isinstance(inbound.said, Typed) and inbound.answering is not None:
            # A form opens only for what was just pressed.
            reply = Reply(card=form_offered(reply.form.title, command, context.view))
        kept = _kept(queued_answer(reply, inbound, context), command, context)
        keep_in_step(
            tx,
            self.policy,
            context.now,
            event_id=context.event_id,
            speaker=context.person,
            besides=inbound.conversation if reply.replaces else None,
            but=inbound.on if reply.replaces else "",
        )
        return kept

    def _done(self, said: Said, context: Context, names: Mapping[str, str]) -> tuple[Reply, str]:
        """Do what is asked; return the answer, and the command as plain data."""
        if isinstance(said, Left):
            context.tx.set_mark(unreachable(context.conversation), context.now)
        if isinstance(said, Noticed | Left) or (isinstance(said, Joined) and _is_greeted(context)):
            return Reply(), ""
        intent = wanted(said, self._speaker(context), names)
        if isinstance(intent, FormErrors):
            return Reply(form=_form_again(intent, context)), ""
        if isinstance(intent, Resume):
            return self._resume(intent, context)
        reply = answer(intent, context)
        if isinstance(said, Pressed | Submitted):
            reply = in_place(intent, reply, context)
        elif isinstance(said, Opened):
            reply = replace(reply, replaces=True)
        return reply, dump(intent)

    def _resume(self, resume: Resume, context: Context) -> tuple[Reply, str]:
        """Go on with a command that waited. Pressed twice, its button gives the first answer again."""
        key = f"resumed:{resume.of}"
        before = context.tx.answered(key)
        if before is not None and standing(context.tx, before.by) == context.person:
            return before.reply, ""
        waiting = context.tx.answered(resume.of)
        if waiting is None or standing(context.tx, waiting.by) != context.person or not waiting.command:
            raise Refusal("refuse-question-gone")
        intent = completed(load(waiting.command), resume)
        reply = replace(answer(intent, context), replaces=True)
        context.tx.save_answer(Answered(event_id=key, by=context.person.id, at=context.now, reply=reply))
        return reply, dump(intent)

    def _refuse(self, tx: Transaction, inbound: Inbound, refusal: Refusal) -> Reply:
        if (before := tx.answered(_event(inbound))) is not None:
            return before.reply
        keep_addresses(tx, inbound)
        context = self._context(tx, inbound)
        refused = _kept(queued_answer(_refused(inbound, refusal, context), inbound, context), "", context)
        # Who is who may have become known all the same.
        keep_in_step(
            tx,
            self.policy,
            context.now,
            event_id=context.event_id,
            speaker=context.person,
            besides=None,
            but="",
        )
        return refused

    def _speaker(self, context: Context) -> Speaker:
        calendar, leave = self.policy.calendar_of(context.person), context.person.leave
        return Speaker(
            language=context.person.language,
            now=context.now.astimezone(context.person.tz),
            calendar=calendar if leave is None else calendar.without(leave.first, leave.last),
            end_of_day=self.policy.end_of_day,
            fiscal_start=self.policy.fiscal_start,
        )

    def _context(self, tx: Transaction, inbound: Inbound) -> Context:
        said, now = inbound.said, self.clock.now()
        around = said.payload.get("view", "") if isinstance(said, Pressed | Submitted) else ""
        cannot_own = {each.mention: code for each in inbound.mentioned if (code := _cannot_own(each))}
        people = [profile for profile in inbound.mentioned if not _cannot_own(profile)]
        return Context(
            tx=tx,
            person=acquainted(
                tx, self.policy, inbound.sender, now, speaks=not isinstance(said, Noticed | Left)
            ),
            now=now,
            policy=self.policy,
            conversation=inbound.conversation,
            event_id=_event(inbound),
            mentioned={
                profile.mention: acquainted(tx, self.policy, profile, now, speaks=False).id
                for profile in people
            },
            cannot_own=cannot_own,
            around=around,
        )

    def _sorry(self, inbound: Inbound, sentence: str) -> Card:
        words = Words(inbound.sender.language or self.policy.language)
        return Card(title=words(sentence), language=words.language, tone=Tone.REFUSED)


def _event(inbound: Inbound) -> str:
    return f"{inbound.conversation.platform}:{inbound.event_id}"


def _cannot_own(profile: Profile) -> str:
    """Return the code of the refusal of somebody who cannot answer for anything; empty for anybody else."""
    if profile.is_bot:
        return "refuse-bot"
    return {True: "refuse-foreign", False: "", None: "refuse-who"}[profile.is_outsider]


def _is_greeted(context: Context) -> bool:
    """Say whether somebody was greeted before, and note that they are now."""
    key = f"greeted:{context.conversation}"
    is_greeted = context.tx.mark(key) is not None
    if not is_greeted:
        context.tx.set_mark(key, context.now)
    return is_greeted


def _kept(reply: Reply, command: str, context: Context) -> Reply:
    context.tx.save_answer(
        Answered(
            event_id=context.event_id, by=context.person.id, at=context.now, reply=reply, command=command
        )
    )
    return reply


def _refused(inbound: Inbound, refusal: Refusal, context: Context) -> Reply:
    """Say why not, where it was asked: on the form with all that was written, or on the card."""
    said, card = inbound.said, refusal_card(refusal, context.view.apart)
    try:
        match said:
            case Submitted(payload=payload, values=values) if refusal.code != "refuse-button":
                form = _form_again(FormErrors(payload=payload, values=values), context)
                return Reply(form=with_refusal(form, refusal.code, card.title))
            case Pressed() if context.around:
                return refused_in_place(card, context)
    except Refusal:
        log.info("inbound.edited_by_hand")  # a made-up form or card cannot be shown again
    return Reply(card=card)


def _form_again(wrong: FormErrors, context: Context) -> Form:
    """Return a form with all that was written, and what is wrong with each field."""
    name, number = form_of(wrong.payload)
    return form_for(
        name,
        context.view,
        promise=None if number is None else context.promise(number),
        carried={key: wrong.payload[key] for key in ("of", "source") if key in wrong.payload},
        values=wrong.values,
        errors=wrong.errors,
    )

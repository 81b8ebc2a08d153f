"""`away until Tuesday`, `back` — days on which somebody is not reminded."""

from bot.domain.calendar import ONE_DAY
from bot.domain.people import Leave
from bot.errors import Refusal
from bot.handlers.absence import change_leave
from bot.handlers.context import Context
from bot.intents.days import WhenAsk
from bot.intents.oneself import Away, Back
from bot.messages import Actions, Card, Reply, Tone
from bot.ports import Deed


def away(intent: Away, context: Context) -> Reply:
    """Keep the absence, or ask for a day of it. What falls due meanwhile is held, and said on the first morning back."""
    if isinstance(intent.first, WhenAsk):
        return context.asked(intent.first, about="")
    if isinstance(intent.last, WhenAsk):
        return context.asked(intent.last, about="")
    last = intent.last.day - ONE_DAY if intent.back_on_last else intent.last.day
    if last < max(intent.first.day, context.view.today):
        raise Refusal("refuse-absence-past")
    leave = Leave(first=intent.first.day, last=last)
    _change(leave, context)
    title = context.words(
        "away-day" if leave.first == leave.last else "away",
        first=context.words.day(leave.first),
        last=context.words.day(leave.last),
    )
    back = context.view.apart.button("button-back", Back())
    card = Card(
        title=title,
        language=context.words.language,
        elements=(Actions(buttons=(back,)),),
        tone=Tone.GOOD,
    )
    return Reply(card=card)


def back(_intent: Back, context: Context) -> Reply:
    """End the absence, or forget the one that was planned."""
    if context.person.leave is None:
        raise Refusal("refuse-not-away")
    _change(None, context)
    return Reply(card=Card(title=context.words("back"), language=context.words.language, tone=Tone.GOOD))


def _change(leave: Leave | None, context: Context) -> None:
    context.remember(Deed(leave=context.person.leave))
    change_leave(leave, context)

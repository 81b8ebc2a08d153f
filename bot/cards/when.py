"""Which day was meant: the question with its readings, and the other reading of what was understood."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.cards.promise import shortened
from bot.cards.view import View
from bot.domain.calendar import Calendar
from bot.intents.days import When, WhenAsk
from bot.intents.intent import Intent, OpenForm, Resume
from bot.messages import Actions, Button, Card, Quote, Small, Tone

WEEK = timedelta(days=7)
FRIDAY = 4
LONGEST_MONTH = timedelta(days=31)


def when_card(ask: WhenAsk, view: View, *, of: str, about: str, calendar: Calendar) -> Card:
    """Ask which day was meant, of what. Each button completes the command of event `of`; nothing is done yet."""
    words = view.words
    options = ask.options or tuple(When(day=day) for day in _plausible(view.today, calendar))
    buttons = [_button(_shown(option, view), Resume(of=of, when=option), view) for option in options]
    buttons.append(view.button("button-other-day", OpenForm(form="when", of=of)))
    return Card(
        title=words(f"ask-{ask.question}", said=ask.said),
        language=words.language,
        elements=(
            *((Quote(text=shortened(about)),) if about else ()),
            Actions(buttons=tuple(buttons)),
            Small(text=words("ask-nothing-yet")),
        ),
        tone=Tone.WARNING,
    )


def reading_button(when: When, intent: Intent, view: View, *, about: int) -> Button:
    """Return the button that does `intent`, which is the same with the day `when`."""
    return view.button("button-rather", intent, about=about, day=_shown(when, view))


def _button(label: str, intent: Intent, view: View) -> Button:
    return Button(label=label, payload=view.button("button-form", intent).payload)


def _shown(when: When, view: View) -> str:
    day = view.words.short_day(when.day, view.today)
    return day if when.clock is None else f"{day}, {view.words.clock(when.clock)}"


def _plausible(today: date, calendar: Calendar) -> Sequence[date]:
    """Offer the end of this week, of the next, and of the month, where they lie ahead and are worked."""
    friday = today + timedelta(days=FRIDAY - today.weekday())
    first_of_next_month = (today.replace(day=1) + LONGEST_MONTH).replace(day=1)
    ends = (friday, friday + WEEK, first_of_next_month - timedelta(days=1))
    working = (calendar.on_or_before(day) for day in ends)
    return sorted({day for day in working if day > today})

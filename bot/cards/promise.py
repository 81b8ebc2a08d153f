"""One promise: whole, as a line of a list, and after something was done to it."""

from bot.cards.view import View
from bot.domain.history import Action
from bot.domain.people import PersonId
from bot.domain.promise import Outcome, Promise, Stage
from bot.intents.intent import (
    Close,
    Draft,
    OpenForm,
    Read,
    Reopen,
    ShowHistory,
    ShowOne,
)
from bot.messages import Actions, Button, Card, Element, Fields, Item, Paragraph, Quote, Style, Tone

LONGEST_LINE = 140
"""Characters of somebody's words in a list; the card of the promise has them all."""


LONGEST_WORDS = 1_200
"""Characters of somebody's words on a card; a button shows all of them."""

LONGEST_NOTE = 300
"""Characters of a question, an answer, a reason or a note on a card."""


def excerpt(text: str, longest: int = LONGEST_WORDS) -> str:
    """Return `text` with its line breaks, cut at a word with "…" where it is longer."""
    if len(text) <= longest:
        return text
    end = max(text.rfind(space, longest // 2, longest - 1) for space in " \n")
    return f"{text[: end if end > 0 else longest - 1].rstrip()}…"


def reading(number: int, is_cut: bool, view: View) -> tuple[Actions, ...]:
    """Return the button that shows whole what was cut on a card, if anything was."""
    if not is_cut:
        return ()
    button = view.apart.button("button-read", Read(number=number), about=number)
    return (Actions(buttons=(button,)),)


def shortened(text: str, longest: int = LONGEST_LINE) -> str:
    """Return `text` on one line, cut at a word with "…" where it is longer."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head[longest // 2 :] else head}…"


def promise_card(promise: Promise, view: View, *, title: str = "", tone: Tone = Tone.PLAIN) -> Card:
    """Return the whole promise with everything that its reader can do about it."""
    heading = title or view.words(
        "promise-title", number=promise.number, stakeholder=str(promise.stakeholder)
    )
    elements: list[Element] = list(body(promise, view))
    buttons = (*actions(promise, view), _history_button(promise, view))
    elements.append(Actions(buttons=buttons, menu=menu(promise, view)))
    return Card(title=heading, language=view.words.language, elements=tuple(elements), tone=tone)


def body(promise: Promise, view: View) -> tuple[Element, ...]:
    """Return its words and what holds of it, with a way to read on where something is cut."""
    words, escalation = view.words, promise.state.escalation
    said: list[Element] = [Quote(text=excerpt(promise.words))]
    if promise.stage is Stage.ESCALATED and escalation is not None:
        # Whoever decides reads the question first.
        promised = words("label-promised", stakeholder=str(promise.stakeholder))
        question = Quote(text=excerpt(escalation.question, LONGEST_NOTE))
        said = [Paragraph(text=words("label-question")), question, Paragraph(text=promised), *said]
    return *said, Fields(rows=facts(promise, view)), *reading(promise.number, _is_cut(promise), view)


def _is_cut(promise: Promise) -> bool:
    state = promise.state
    notes = [promise.latest.note, state.reason]
    if state.escalation is not None:
        notes += [state.escalation.question, state.escalation.returned_note]
    if state.told is not None:
        notes.append(state.told.how)
    return len(promise.words) > LONGEST_WORDS or any(len(note) > LONGEST_NOTE for note in notes)


def item(promise: Promise, view: View, buttons: tuple[Button, ...], menu: tuple[Button, ...] = ()) -> Item:
    """Return the promise as one line of a list."""
    title = view.words(
        "item-title",
        number=promise.number,
        stakeholder=shortened(str(promise.stakeholder), 60),
        words=shortened(promise.words),
    )
    return Item(title=title, detail=standing(promise, view), buttons=buttons, menu=menu)


def standing(promise: Promise, view: View) -> str:
    """Return where it stands, in one line: due, how late, with whom, how it ended."""
    words, state = view.words, promise.state
    due = words.short_due(promise.due, view.zone, view.today)
    if state.retracted:
        return words("standing-retracted")
    if promise.stage is Stage.CLOSED:
        line = words("standing-closed", outcome=words(f"outcome-{state.outcome}"))
        return f"{line} · {words('standing-told')}" if state.told else line
    if promise.stage is Stage.ESCALATED and state.escalation is not None:
        decider = view.name_of(state.escalation.decider)
        return words("standing-escalated", decider=decider, due=due)
    days_late = (view.today - promise.due.day).days
    if promise.is_overdue(view.now, view.zone):
        return words("standing-overdue", due=due, days=max(days_late, 0))
    if days_late == 0:
        return words("standing-today", due=due)
    return words("standing-open", due=due, days=-days_late)


def _stands(promise: Promise, view: View) -> str:
    """Return where it stands, beside the due that a card says in full."""
    words, escalation = view.words, promise.state.escalation
    days_late = (view.today - promise.due.day).days
    if promise.stage is Stage.CLOSED or promise.state.retracted:
        return standing(promise, view)
    if promise.stage is Stage.ESCALATED and escalation is not None:
        return words("stands-escalated", decider=view.name_of(escalation.decider))
    if promise.is_overdue(view.now, view.zone):
        return words("stands-overdue", days=max(days_late, 0))
    return words("stands-open", days=max(-days_late, 0))


def facts(promise: Promise, view: View) -> tuple[tuple[str, str], ...]:
    """Return what holds of the promise, label and value."""
    words, state = view.words, promise.state
    is_asked = promise.stage is Stage.ESCALATED
    rows = [] if is_asked else [("label-to", str(promise.stakeholder))]
    rows.append(("label-owner", view.name_of(promise.owner)))
    rows.append(("label-due", words.due(promise.due, view.zone)))
    if promise.due != promise.due_original:
        rows.append(("label-due-original", words.due(promise.due_original, view.zone)))
    if not (is_asked and state.escalation and state.escalation.decider == view.reader):
        rows.append(("label-stands", _stands(promise, view)))
    if state.escalation and state.escalation.was_answered:
        rows.append(("label-answer", _said(state.escalation.decider, state.escalation.returned_note, view)))
    if reason := excerpt(state.reason, LONGEST_NOTE):
        rows.append(("label-note" if state.outcome is Outcome.KEPT else "label-reason", reason))
    if note := _latest_note(promise, view):
        rows.append(("label-note", note))
    if state.told:
        day = words.moment(state.told.at, view.zone)
        how = excerpt(state.told.how, LONGEST_NOTE)
        rows.append(("label-told", words("told-how", day=day, how=how) if how else day))
    if promise.reminder is not None:
        when = words.moment(promise.reminder.at, view.zone)
        in_time = not promise.due.is_past(promise.reminder.at, view.zone)
        is_late = not in_time and not promise.is_overdue(view.now, view.zone)
        rows.append(("label-reminder", words("reminder-late", when=when) if is_late else when))
    if promise.source:
        rows.append(("label-source", promise.source))
    return tuple((words(label), value) for label, value in rows)


def _latest_note(promise: Promise, view: View) -> str:
    """Return what was said with the last change of hands, unless the card has it elsewhere."""
    latest, escalation = promise.latest, promise.state.escalation
    is_answer = latest.action is Action.RETURNED and escalation is not None and escalation.was_answered
    if is_answer or latest.action not in {Action.GIVEN, Action.REOPENED, Action.RETURNED}:
        return ""
    return _said(latest.by, latest.note, view) if latest.by and latest.note else ""


def _said(by: PersonId, note: str, view: View) -> str:
    return view.words("answer-of", name=view.name_of(by), note=excerpt(note, LONGEST_NOTE))


def actions(promise: Promise, view: View) -> tuple[Button, ...]:
    """Return the buttons for what its reader can do with the promise now."""
    number, escalation = promise.number, promise.state.escalation
    answer = OpenForm(form="return", number=number)
    if promise.stage is Stage.ESCALATED and escalation and escalation.decider == view.reader:
        return (view.button("button-return", answer, about=number, style=Style.PRIMARY),)
    if promise.state.retracted or not view.may_change(promise):
        return ()
    match promise.stage:
        case Stage.OPEN:
            return open_actions(promise, view)
        case Stage.ESCALATED:
            return (view.button("button-bring-back", answer, about=number),)
        case Stage.CLOSED:
            form = OpenForm(form="told", number=number)
            told = view.button("button-told", form, about=number, style=Style.PRIMARY)
            reopen = view.button("button-reopen", Reopen(number=number), about=number)
            return (reopen,) if promise.state.told else (told, reopen)


def open_actions(promise: Promise, view: View) -> tuple[Button, ...]:
    """Return Done, Snooze, Escalate, Move, as each line of a reminder carries them."""
    number = promise.number
    return (
        view.button("button-done", Close(number=number), about=number, style=Style.PRIMARY),
        view.button("button-snooze", OpenForm(form="snooze", number=number), about=number),
        view.button("button-escalate", OpenForm(form="escalate", number=number), about=number),
        view.button("button-move", OpenForm(form="move", number=number), about=number),
    )


def draft_button(promise: Promise, view: View) -> Button:
    """Return the button that writes to the stakeholder, beside the card."""
    return view.apart.button("button-draft", Draft(number=promise.number), about=promise.number)


def menu(promise: Promise, view: View) -> tuple[Button, ...]:
    """Return what its reader can do with a promise, but does less often."""
    if promise.state.retracted or not view.may_change(promise):
        return ()
    if promise.stage is not Stage.OPEN:
        return (draft_button(promise, view),)
    number = promise.number
    return (
        view.button("button-give", OpenForm(form="give", number=number), about=number),
        view.button("button-close", OpenForm(form="close", number=number), about=number),
        draft_button(promise, view),
    )


def show_button(promise: Promise, view: View) -> Button:
    """Return the button that shows the whole promise, beside the list."""
    return view.apart.button("button-show", ShowOne(number=promise.number), about=promise.number)


def _history_button(promise: Promise, view: View) -> Button:
    return view.apart.button("button-history", ShowHistory(number=promise.number), about=promise.number)

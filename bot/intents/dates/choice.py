"""Which of the dates in a text is the due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.intents.dates.dues import GRAMMAR
from bot.intents.dates.grammar import Found, Match, Parse
from bot.intents.dates.lexicon import REASONS
from bot.intents.dates.tokens import Token, scan
from bot.intents.dates.values import LAST_YEAR, Ask, Context, Due, Question, Reading, Span, Strength

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One phrase of a text that may be the due."""

    strength: Strength
    meaning: Due | Ask


def candidates(text: str, context: Context) -> Iterator[Candidate]:
    """Yield the phrases that may be the due, from left to right, each the longest at its place."""
    tokens = scan(text)
    parse = Parse(GRAMMAR, tokens)
    place, in_reason = 0, False
    while place < len(tokens):
        in_reason = _in_reason(tokens[place], in_reason)
        end, means = _longest(parse, place)
        if isinstance(means, Match) and not in_reason:
            span = (tokens[place].start, tokens[end - 1].end)
            reading = means.read(context)
            if isinstance(reading, Reading):
                meaning = settled(reading, context, text, span)
                yield Candidate(strength=_strength(parse, place, means), meaning=meaning)
        place = max(end, place + 1)


def choose(found: Sequence[Candidate]) -> Due | Ask | None:
    """Return the due: the most surely introduced phrase, a day rather than a question.

    Different days that are introduced alike are asked about, each with its own span.
    """
    strongest = max((each.strength for each in found), default=None)
    meanings = [each.meaning for each in found if each.strength is strongest]
    dues = [each for each in meanings if isinstance(each, Due)]
    if len({(due.date, due.time) for due in dues}) > 1:
        return Ask(Question.SEVERAL, tuple(dues), dues[-1].span, dues[-1].said)
    return (dues or meanings or [None])[-1]


def settled(reading: Reading, context: Context, text: str, span: Span) -> Due | Ask:
    """Return the reading as what is said of `text[span]`; what has gone by today is past, too."""
    said = text[slice(*span)]
    if any(day.year > LAST_YEAR for day in reading.days):
        return Ask(Question.IMPOSSIBLE, (), span, said)
    if reading.question is not None:
        ahead = (day for day in reading.days if day >= context.today)
        options = tuple(Due(day, reading.clock, span, said) for day in ahead)
        return Ask(reading.question, options, span, said)
    (day,) = reading.days
    due = Due(day, reading.clock, span, said)
    now = context.now.replace(tzinfo=None)
    if due.date < context.today:
        return Ask(Question.PAST, (), span, said)
    if due.time is not None and datetime.combine(due.date, due.time) < now.replace(second=0, microsecond=0):
        return Ask(Question.PAST, (replace(due, date=due.date + ONE_DAY),), span, said)
    return due


def _longest(parse: Parse, place: int) -> Found:
    """Return the longest phrase that begins at `place`. None begins with a mark, which is soon said."""
    found = () if parse.tokens[place].kind == "mark" else parse.at("due", place)
    return max(found, key=lambda each: each[0], default=(place, None))


def _strength(parse: Parse, place: int, match: Match) -> Strength:
    """Return how surely the words in or before the phrase introduce it."""
    said = [match.parts.get("latest"), *(means for _, means in parse.at("lead", place))]
    return max((each for each in said if isinstance(each, Strength)), default=Strength.PLAIN)


def _in_reason(token: Token, before: bool) -> bool:
    return token.text in REASONS or (before and token.kind != "mark")

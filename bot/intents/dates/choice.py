"""Which of the dates in a text is the due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.intents.dates.arithmetic import coming_weekday
from bot.intents.dates.dues import GRAMMAR
from bot.intents.dates.grammar import Found, Match, Parse
from bot.intents.dates.lexicon import SHORT_WEEKDAYS_FR, WEEKDAYS
from bot.intents.dates.tokens import Token, scan
from bot.intents.dates.told import day_beside, is_told, names_a_day
from bot.intents.dates.values import LAST_YEAR, Aside, Ask, Context, Due, Question, Reading, Span, Strength
from bot.intents.dates.zones import here, on_clock

ONE_DAY = timedelta(days=1)

LOOKED_AT = 600
"""Tokens at each end of a text. Nobody hides a due in the middle of so long a one, and the work is bounded."""

_SEPARATE = frozenset({"and", "then", "et", "puis", ".", ";", "!", "?", "\n"})
"""Between two phrases, these make them speak of two things."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One phrase of a text that may be the due."""

    strength: Strength
    meaning: Due | Ask
    sentence: int
    """How many words and marks that separate stand before."""

    hour_alone: bool
    """It has no day of its own."""

    clock: time | None = None
    """Its hour as it was said, with its zone if one was."""


def candidates(text: str, context: Context) -> Iterator[Candidate]:
    """Yield the phrases that may be the due, from left to right, each the longest at its place."""
    tokens = _ends_of(scan(text))
    parse = Parse(GRAMMAR, tokens)
    place, sentence, taken, dropped = 0, 0, -1, -1
    aside: Aside | None = None
    while place < len(tokens):
        sentence += tokens[place].text in _SEPARATE and tokens[place].kind != "ZONE"
        aside = _is_aside(parse, place, tokens[place], aside)
        end, means = _longest(parse, place)
        strength = _strength(parse, place, means) if isinstance(means, Match) else Strength.PLAIN
        counts = aside is None or (aside is Aside.REFERENCE and strength is Strength.LIMIT)
        if isinstance(means, Match) and counts:
            span = (tokens[place].start, tokens[end - 1].end)
            reading = means.read(context)
            left = isinstance(reading, Reading) and reading.hour_alone and place == dropped
            if (
                isinstance(reading, Reading)
                and not left
                and not _over(tokens, place, means, reading, strength)
            ):
                reading = _with_its_day(tokens, (place, end), taken, reading, context)
                yield Candidate(
                    strength=strength,
                    meaning=settled(reading, context, text, span),
                    sentence=sentence,
                    hour_alone=reading.hour_alone,
                    clock=reading.clock,
                )
                taken = end
        elif end > place and names_a_day(tokens, place, end):
            dropped = end + (end < len(tokens) and tokens[end].text == ",")
        aside = None if any(token.kind == "MARK" for token in tokens[place:end]) else aside
        place = max(end, place + 1)


def _ends_of(tokens: list[Token]) -> Sequence[Token]:
    """Return the tokens that are looked at: of a text that is very long, those of its two ends."""
    if len(tokens) <= 2 * LOOKED_AT:
        return tokens
    first, last = tokens[:LOOKED_AT], tokens[-LOOKED_AT:]
    return [*first, Token("MARK", "\n", first[-1].end, last[0].start), *last]


def _over(tokens: Sequence[Token], place: int, means: Match, reading: Reading, strength: Strength) -> bool:
    """Tell a time of today, or a day gone by, that is only reported: "I did it this morning"."""
    todays = reading.hour_alone or "today_part" in means.parts
    gone = reading.question is Question.PAST and not reading.days
    return (todays or gone) and strength is Strength.PLAIN and is_told(tokens, place)


def _with_its_day(
    tokens: Sequence[Token], phrase: Span, taken: int, reading: Reading, context: Context
) -> Reading:
    """Ask about an hour that touches the name of a day which no rule took: it is not today's."""
    name = day_beside(tokens, *phrase) if reading.hour_alone and taken != phrase[0] else None
    if name is None:
        return reading
    weekday = WEEKDAYS.get(name, SHORT_WEEKDAYS_FR.get(name))
    days = () if weekday is None else (coming_weekday(context, weekday), *reading.days)
    return replace(reading, days=days, question=Question.VAGUE, hour_alone=False)


def choose(found: Sequence[Candidate], context: Context) -> Due | Ask | None:
    """Return the due: the most surely introduced phrase, a day rather than a question.

    Different days that are introduced alike are asked about, each with its own span. An hour that stands
    apart from the one day of its sentence is that day's.
    """
    found = [each for each in found if not _is_over(each.meaning)] or found
    days = [each for each in found if not each.hour_alone]
    hours = [each for each in found if each.hour_alone]
    chosen = _strongest(days or found)
    if not days or not hours:
        return chosen
    hour = hours[0].meaning
    together = {each.sentence for each in (*days, *hours)}
    if len(hours) == len(together) == 1 and isinstance(hour, Due):
        if isinstance(chosen, Due) and chosen.time is None:
            day, clock = on_clock(chosen.date, hours[0].clock or time(), context.now)
            return _checked(replace(chosen, date=day, time=clock, apart=hour.span), context)
        return chosen
    return _strongest(found)


def _is_over(meaning: Due | Ask) -> bool:
    """Tell what has gone by and leaves nothing to choose."""
    return isinstance(meaning, Ask) and meaning.question is Question.PAST and not meaning.options


def settled(reading: Reading, context: Context, text: str, span: Span) -> Due | Ask:
    """Return the reading as what is said of `text[span]`; what has gone by today is past, too."""
    said, reading = text[slice(*span)], here(reading, context.now)
    if any(day.year > LAST_YEAR for day in reading.days):
        return Ask(Question.IMPOSSIBLE, (), span, said)
    if reading.question is not None:
        ahead = (day for day in reading.days if day >= context.today)
        options = tuple(Due(day, reading.clock, span, said) for day in ahead)
        return Ask(reading.question, options, span, said)
    (day,) = reading.days
    others = tuple(dict.fromkeys(each for each in reading.others if context.today <= each != day))
    return _checked(Due(day, reading.clock, span, said, others), context)


def _checked(due: Due, context: Context) -> Due | Ask:
    """Return the due, or the question about one that has gone by."""
    if due.date < context.today:
        return Ask(Question.PAST, (), due.span, due.said)
    if due.time is not None and _gone_by(due.date, due.time, context):
        return Ask(Question.PAST, (replace(due, date=due.date + ONE_DAY),), due.span, due.said)
    return due


def _gone_by(day: date, clock: time, context: Context) -> bool:
    return datetime.combine(day, clock) < context.now.replace(second=0, microsecond=0, tzinfo=None)


def _strongest(found: Sequence[Candidate]) -> Due | Ask | None:
    strongest = max((each.strength for each in found), default=None)
    meanings = [each.meaning for each in found if each.strength is strongest]
    dues = [each for each in meanings if isinstance(each, Due)]
    if len({(due.date, due.time) for due in dues}) > 1:
        return Ask(Question.SEVERAL, tuple(dues), dues[-1].span, dues[-1].said)
    return (dues or meanings or [None])[-1]


def _longest(parse: Parse, place: int) -> Found:
    """Return the longest phrase that begins at `place`. None begins with a mark but +, which is soon said."""
    kind, text = parse.tokens[place][:2]
    found = () if kind == "MARK" and text != "+" else parse.at("due", place)
    return max(found, key=lambda each: each[0], default=(place, None))


def _strength(parse: Parse, place: int, match: Match) -> Strength:
    """Return how surely the words in or before the phrase introduce it."""
    said = [match.parts.get("latest"), *(means for _, means in parse.at("lead", place))]
    return max((each for each in said if isinstance(each, Strength)), default=Strength.PLAIN)


def _is_aside(parse: Parse, place: int, token: Token, before: Aside | None) -> Aside | None:
    """Tell whether what stands here is a reason or a reference, which goes on up to the next mark."""
    begun = [means for _, means in parse.at("aside", place) if isinstance(means, Aside)]
    return begun[0] if begun else before if token.kind != "MARK" else None

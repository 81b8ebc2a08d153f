"""What Québec's public servants type for a command beside its first name."""

from datetime import date

import pytest

from bot.domain.people import Stakeholder
from bot.intents.clarify import Clarify
from bot.intents.days import When
from bot.intents.intent import Close, Draft, Give, Move, OpenForm, RecordInsight, Reopen, ShowOne, Summarise
from tests.support.commands import understood

FRIDAY = date(2026, 11, 27)
SNOW = "il neige"


def kind(answer):
    return answer.code if isinstance(answer, Clarify) else type(answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terminer 12", Close(number=12)),
        ("terminez 12", Close(number=12)),
        ("tenez 12", Close(number=12)),
        ("transférer 12 à @sam", Give(number=12, to="sam")),
        ("remettre 12 à @sam", Give(number=12, to="sam")),
        ("remettre 12 à vendredi", Move(number=12, when=When(day=FRIDAY, said="vendredi"), reason="")),
        (
            "remets 12 à vendredi car il neige",
            Move(number=12, when=When(day=FRIDAY, said="vendredi"), reason=SNOW),
        ),
        ("décaler 12 à vendredi", Move(number=12, when=When(day=FRIDAY, said="à vendredi"), reason="")),
        ("rétablir 12", Reopen(number=12)),
        (
            "note Luc Roy : illisible",
            RecordInsight(stakeholder=Stakeholder(name="Luc Roy"), words="illisible"),
        ),
        ("draft 12 en français svp", Draft(number=12, language="fr")),
        ("bilan du dernier trimestre", Summarise(period="last quarter")),
        ("bilan de la dernière semaine", Summarise(period="last week")),
    ],
)
def test_as_it_is_said_there(text, expected):
    """Infinitive, imperative, participle; « remettre » is to hand over to somebody, or to postpone to a day."""
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("remettre 12 à Sam", "missing-person"),
        ("remettre 12 à Luc pour vendredi", "missing-person"),
        ("remettre 12 à la semaine prochaine", Move),
        ("remettre 12 au 5 décembre car il neige", Move),
        ("confier 12", OpenForm),
        ("bilan de novembre", "unclear-period"),
        ("draft 12 in klingon", "unclear-draft"),
        ("ébauche 12 en klingon", "unclear-draft"),
        ("note", "missing-all"),
        ("note 12", ShowOne),
    ],
)
def test_what_is_missing_or_unclear_is_said_in_one_line(text, code):
    """A person is asked for where none is named; a period and a language that are not known are."""
    assert kind(understood(text)) == code

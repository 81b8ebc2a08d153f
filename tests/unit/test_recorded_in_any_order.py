"""To whom, what and by when are told apart in whatever order they are said, with a colon or without."""

from datetime import date, time

import pytest

from bot.domain.people import Stakeholder
from bot.intents.clarify import Clarify
from bot.intents.intent import RecordInsight, RecordPromise
from bot.intents.text import cut
from tests.support.commands import understood

FRIDAY = date(2026, 11, 27)
MARIA = Stakeholder(name="Maria Chen", organisation="OpenNorth")
LUC = Stakeholder(name="Luc Tremblay")


@pytest.mark.parametrize(
    ("line", "stakeholder", "words", "due"),
    [
        ("promise Maria Chen (OpenNorth) by Friday: send the report", MARIA, "send the report", FRIDAY),
        ("promise by Friday to Maria Chen (OpenNorth): send the report", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth): send the report by Friday to Kim", MARIA, "send the report to Kim", FRIDAY),
        ("promise Maria Chen (OpenNorth): by Friday, send the report", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth): Friday: send the report", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth): send the report (by Friday)", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth): send the report - by Friday", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth): send the report by Friday, please!", MARIA, "send the report", FRIDAY),
        ("promise Maria Chen (OpenNorth) by Friday: send the 3 March report", MARIA, "send the 3 March report", FRIDAY),
        ("promise Maria Chen (OpenNorth) to send the report by Friday", MARIA, "send the report", FRIDAY),
        ("I promised Maria Chen (OpenNorth) that I'd send the report by Friday", MARIA, "send the report", FRIDAY),
        ("I promised Maria Chen (OpenNorth) we’ll send the report by Friday", MARIA, "send the report", FRIDAY),
        ("promise the City of Ottawa to publish it Friday", Stakeholder(name="City of Ottawa"), "publish it", FRIDAY),
        ("promise May: send it by Friday", Stakeholder(name="May"), "send it", FRIDAY),
        ("promesse d'ici vendredi pour Luc Tremblay : envoyer le rapport", LUC, "envoyer le rapport", FRIDAY),
        ("promesse Luc Tremblay d’ici vendredi: envoyer le rapport", LUC, "envoyer le rapport", FRIDAY),
        ("J'ai promis à Luc Tremblay d'envoyer le rapport vendredi", LUC, "envoyer le rapport", FRIDAY),
        ("je m’engage envers Luc Tremblay à envoyer le rapport vendredi svp", LUC, "envoyer le rapport", FRIDAY),
        ("promis à Luc Tremblay qu’on enverrait le rapport vendredi", LUC, "on enverrait le rapport", FRIDAY),
        ("promis au Ministère de la Santé de lui écrire vendredi", Stakeholder(name="Ministère de la Santé"), "lui écrire", FRIDAY),
        ("promis à l’Université de Montréal d’y aller vendredi", Stakeholder(name="Université de Montréal"), "y aller", FRIDAY),
        ("promis à la Ville de Gatineau : publier vendredi", Stakeholder(name="Ville de Gatineau"), "publier", FRIDAY),
    ],
)  # fmt: skip
def test_a_promise(line, stakeholder, words, due):
    """The words are clean, and the stakeholder is the same however the sentence was put."""
    intent = understood(line)
    assert isinstance(intent, RecordPromise), intent
    assert (intent.stakeholder, intent.words, intent.when.day) == (stakeholder, words, due)


@pytest.mark.parametrize(
    ("line", "stakeholder", "words"),
    [
        ("heard from Maria Chen (OpenNorth) that GTFS would help by May", MARIA, "GTFS would help by May"),
        ("heard from Maria Chen (OpenNorth) that buses are late", MARIA, "buses are late"),
        ("entendu de Luc Tremblay que les données tardent", LUC, "les données tardent"),
        ("heard the City of Ottawa say that it is late", Stakeholder(name="City of Ottawa"), "it is late"),
    ],
)
def test_an_insight(line, stakeholder, words):
    """Its words are kept as they were said, dates and all."""
    assert understood(line) == RecordInsight(stakeholder=stakeholder, words=words)


@pytest.mark.parametrize(
    "line",
    [
        "promise feedback to the mayor",
        "promise Feedback to the mayor",
        "promise to send the report to Maria by Friday",
        "promise Maria to-do list",
        "promise MARIA TO SEND THE REPORT",
        "promis à Ville de Gatineau",
        "heard that Maria is leaving",
        "promise Everything that I have by Friday",
        "promise Report to be sent by Friday",
        "heard Buses that are late make people angry",
        "promis au Comité de la mer de revoir le plan vendredi",
        "promis au Ministère de la culture de publier les données",
    ],
)
def test_what_cannot_be_told_apart_is_not_guessed(line):
    """A form is offered with all of it."""
    unclear = understood(line)
    assert isinstance(unclear, Clarify)
    assert unclear.code == "missing-colon"
    assert unclear.begun


def test_the_hour_stays_with_its_day():
    """Before the colon as well as after it."""
    intent = understood("engagement Luc Tremblay avant vendredi 15 h 30 : l'appeler")
    assert (intent.when.day, intent.when.clock, intent.words) == (FRIDAY, time(15, 30), "l'appeler")


@pytest.mark.parametrize(
    ("text", "phrase", "rest"),
    [
        ("send it [by Friday].", "by Friday", "send it."),
        ("send it — by Friday!", "by Friday", "send it!"),
        ("send, by Friday, the report", "by Friday", "send the report"),
        ("by Friday: send it", "by Friday", "send it"),
        ("by Friday", "by Friday", ""),
        ("send f(x) by Friday", "by Friday", "send f(x)"),
        ("pay 3 .5 by Friday", "by Friday", "pay 3 .5"),
    ],
)
def test_what_only_set_a_phrase_off_goes_with_it(text, phrase, rest):
    """Brackets, dashes and commas around it; nothing of the other words."""
    begin = text.index(phrase)
    assert cut(text, (begin, begin + len(phrase))) == rest

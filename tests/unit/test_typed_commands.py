"""What people type, in either language, and what it is understood as."""

from datetime import date, time

import pytest

from bot.domain.people import Stakeholder
from bot.domain.promise import Outcome
from bot.intents.days import When, WhenAsk
from bot.intents.intent import (
    Close,
    Escalate,
    Find,
    Give,
    Help,
    ListPromises,
    Move,
    OpenForm,
    RecordInsight,
    RecordPromise,
    Reopen,
    Return,
    ShowHistory,
    ShowOne,
    Snooze,
    Summarise,
    Tell,
    Undo,
)
from bot.intents.text import clean
from bot.words import Words
from tests.support.commands import understood


def friday(said="by Friday", clock=None):
    return When(day=date(2026, 11, 27), clock=clock, said=said)


MARIA = Stakeholder(name="Maria Chen", organisation="OpenNorth")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "/engage promise Maria Chen (OpenNorth): send the report by Friday",
            RecordPromise(stakeholder=MARIA, words="send the report", when=friday()),
        ),
        (
            "PROMISE to Maria Chen (OpenNorth) : send the report by Friday",
            RecordPromise(stakeholder=MARIA, words="send the report", when=friday()),
        ),
        (
            "promise Kim: by Friday, send the report to Lou",
            RecordPromise(stakeholder=Stakeholder(name="Kim"), words="send the report to Lou", when=friday()),
        ),
        (
            "@Engage heard Maria Chen (OpenNorth): GTFS: that would help",
            RecordInsight(stakeholder=MARIA, words="GTFS: that would help"),
        ),
        (
            "promise A. Smith: send it by Friday",
            RecordPromise(stakeholder=Stakeholder(name="A. Smith"), words="send it", when=friday()),
        ),
        (
            "promise to De la Cruz (X): send it by Friday",
            RecordPromise(
                stakeholder=Stakeholder(name="De la Cruz", organisation="X"), words="send it", when=friday()
            ),
        ),
        (
            "heard From the Ground Up: yes",
            RecordInsight(stakeholder=Stakeholder(name="From the Ground Up"), words="yes"),
        ),
        (
            "promise 张伟：发送报告 by Friday",
            RecordPromise(stakeholder=Stakeholder(name="张伟"), words="发送报告", when=friday()),
        ),
        ("", OpenForm()),
        ("/engage", OpenForm()),
        ("new", OpenForm()),
        ("promise", OpenForm()),
        ("mine", ListPromises(whose="me")),
        ("@Engage: mine please", ListPromises(whose="me")),
        ("mine overdue", ListPromises(whose="me", show="overdue")),
        ("list overdue", ListPromises(show="overdue")),
        ("list @sam overdue page 2", ListPromises(whose="sam", show="overdue", page=2)),
        ("list overdue @sam", ListPromises(whose="sam", show="overdue")),
        ("find bus stop", Find(text="bus stop")),
        ("show 12", ShowOne(number=12)),
        ("show #12", ShowOne(number=12)),
        ("show promise 12", ShowOne(number=12)),
        ("give @sam 12", Give(number=12, to="sam")),
        ("escalate to @dana 12: publish?", Escalate(number=12, to="dana", question="publish?")),
        (
            "done 12 as kept in part: half of it",
            Close(number=12, outcome=Outcome.KEPT_IN_PART, reason="half of it"),
        ),
        ("12", ShowOne(number=12)),
        ("history 12", ShowHistory(number=12)),
        ("done 12", Close(number=12)),
        ("done 12!", Close(number=12)),
        ("done #12, sent by courier", Close(number=12, reason="sent by courier")),
        ("Please show 12.", ShowOne(number=12)),
        ("hello", Help()),
        ("Hi, please", Help()),
        (
            "Hi, I promised Maria Chen (OpenNorth): send the report by Friday",
            RecordPromise(stakeholder=MARIA, words="send the report", when=friday()),
        ),
        ("I've heard Maria Chen (OpenNorth): yes", RecordInsight(stakeholder=MARIA, words="yes")),
        ("12 done", Close(number=12)),
        ("Done #12: sent by courier", Close(number=12, reason="sent by courier")),
        ("close 12", OpenForm(form="close", number=12)),
        (
            "close 12 not pursued: policy choice",
            Close(number=12, outcome=Outcome.NOT_PURSUED, reason="policy choice"),
        ),
        (
            "close 12 as not kept because nobody had time",
            Close(number=12, outcome=Outcome.NOT_KEPT, reason="nobody had time"),
        ),
        ("close 12 not kept", Close(number=12, outcome=Outcome.NOT_KEPT)),
        ("done 12 2 copies sent", Close(number=12, reason="2 copies sent")),
        ("done 12 6135551234", Close(number=12, reason="6135551234")),
        ("done 12 " + "1" * 200 + " sent", Close(number=12, reason="1" * 200 + " sent")),
        ("done 12 " + "1 " * 200 + "x!", Close(number=12, reason="1 " * 200 + "x!")),
        ("told 12 by email", Tell(number=12, how="by email")),
        ("reopen 12", Reopen(number=12)),
        ("snooze 12 until Friday", Snooze(number=12, when=friday("until Friday"))),
        ("snooze 12", OpenForm(form="snooze", number=12)),
        ("snooze 12 4 days", Snooze(number=12, when=friday("in 4 days"))),
        ("snooze 12 for 4 days", Snooze(number=12, when=friday("in 4 days"))),
        (
            "snooze 12 next week",
            Snooze(
                number=12,
                when=WhenAsk(
                    question="vague",
                    said="next week",
                    options=tuple(
                        When(day=day, said="next week") for day in (date(2026, 11, 30), date(2026, 12, 4))
                    ),
                ),
            ),
        ),
        ("snooze 12 a while", Snooze(number=12, when=WhenAsk(question="missing-snooze"))),
        ("snooze 12 by 4 days", Snooze(number=12, when=friday("in 4 days"))),
        (
            "move 12 by two days because late",
            Move(number=12, when=WhenAsk(question="missing-move"), reason="late"),
        ),
        (
            "move 12 because the data is late to 12 December",
            Move(
                number=12, when=When(day=date(2026, 12, 12), said="to 12 December"), reason="the data is late"
            ),
        ),
        (
            "move 12 because it rained",
            Move(number=12, when=WhenAsk(question="missing-move"), reason="it rained"),
        ),
        (
            "move 12 to Friday 3pm because the data is late",
            Move(number=12, when=friday("to Friday 3pm", time(15)), reason="the data is late"),
        ),
        ("give 12 to @sam", Give(number=12, to="sam")),
        ("escalate 12 to @dana: publish?", Escalate(number=12, to="dana", question="publish?")),
        ("return 12: yes, but later", Return(number=12, note="yes, but later")),
        ("summary", Summarise()),
        ("summary last quarter", Summarise(period="last quarter")),
        ("summary for last week", Summarise(period="last week")),
        ("help", Help()),
        ("?", Help()),
        ("undo", Undo()),
        ("undo 12", Undo(number=12)),
    ],
)
def test_in_english(text, expected):
    """One command, one intent."""
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "/engage engagement Maria Chen (OpenNorth) : envoyer le rapport d’ici vendredi",
            RecordPromise(stakeholder=MARIA, words="envoyer le rapport", when=friday("d’ici vendredi")),
        ),
        (
            "promesse à Maria Chen (OpenNorth): envoyer le rapport vendredi 15 h 30",
            RecordPromise(
                stakeholder=MARIA,
                words="envoyer le rapport",
                when=friday("vendredi 15 h 30", time(15, 30)),
            ),
        ),
        (
            "engagement À cœur ouvert : écrire vendredi",
            RecordPromise(
                stakeholder=Stakeholder(name="À cœur ouvert"), words="écrire", when=friday("vendredi")
            ),
        ),
        ("entendu de Maria Chen (OpenNorth) : oui", RecordInsight(stakeholder=MARIA, words="oui")),
        ("entendu Maria Chen (OpenNorth) : oui", RecordInsight(stakeholder=MARIA, words="oui")),
        ("mes engagements", ListPromises(whose="me")),
        ("Mes engagements en retard", ListPromises(whose="me", show="overdue")),
        ("liste en retard", ListPromises(show="overdue")),
        ("trouver arrêt", Find(text="arrêt")),
        ("voir 12", ShowOne(number=12)),
        ("Bonjour, montre 12 svp", ShowOne(number=12)),
        (
            "J’ai promis à Maria Chen (OpenNorth) : envoyer le rapport vendredi",
            RecordPromise(stakeholder=MARIA, words="envoyer le rapport", when=friday("vendredi")),
        ),
        ("historique 12", ShowHistory(number=12)),
        ("fait 12", Close(number=12)),
        ("termine 12", Close(number=12)),
        (
            "clore 12 non poursuivi : choix politique",
            Close(number=12, outcome=Outcome.NOT_PURSUED, reason="choix politique"),
        ),
        ("informé 12 par courriel", Tell(number=12, how="par courriel")),
        ("INFORME 12 par courriel", Tell(number=12, how="par courriel")),
        ("rouvrir 12", Reopen(number=12)),
        ("reporter 12 jusqu'à vendredi", Snooze(number=12, when=friday("jusqu'à vendredi"))),
        (
            "déplacer 12 à vendredi parce que les données sont en retard",
            Move(number=12, when=friday("à vendredi"), reason="les données sont en retard"),
        ),
        ("confier 12 à @sam", Give(number=12, to="sam")),
        ("transmettre 12 à @dana : publier ?", Escalate(number=12, to="dana", question="publier ?")),
        ("retourner 12 : oui", Return(number=12, note="oui")),
        ("bilan de la semaine dernière", Summarise(period="last week")),
        ("bilan", Summarise()),
        ("aide", Help()),
        ("annuler", Undo()),
        ("list en retard", ListPromises(show="overdue")),
    ],
)
def test_in_french(text, expected):
    """French is understood as well as English, accents or not, and the two may be mixed."""
    assert understood(text, "fr") == expected


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("outcome", Outcome)
def test_the_name_of_an_outcome_on_a_card_can_be_typed(language, outcome):
    """What Engage says is understood as what it means, and no part of it is taken for the reason."""
    said = Words(language)(f"outcome-{outcome}")
    assert understood(f"close 12 {said}: because") == Close(number=12, outcome=outcome, reason="because")


def test_a_text_that_nobody_can_see_is_none():
    """A space without width is no reason; between letters, and in an emoji of several, it stays."""
    assert [clean(text) for text in ("\u200b", " \u200b\u2060 ", "")] == ["", "", ""]
    assert [clean(text) for text in ("a\u200bb", "👩\u200d💻")] == ["a\u200bb", "👩\u200d💻"]

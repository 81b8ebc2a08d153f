"""Which phrase of a sentence is the due, and what is no date at all; on Thursday 8 October 2026, 09:30."""

from datetime import date, datetime, time

import pytest

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

FOUND = [
    ("en", "publish the summary by next Friday 4pm", "by next Friday 4pm", "2026-10-16"),
    ("en", "to 12 December because the data is late until Monday", "to 12 December", "2026-12-12"),
    ("en", "until Tuesday", "until Tuesday", "2026-10-13"),
    ("en", "send the 2025 report by Friday.", "by Friday", "2026-10-09"),
    ("en", "the March report (by Friday, please)", "by Friday, please", "2026-10-09"),
    ("en", "circulate the 5 November minutes by Monday", "by Monday", "2026-10-12"),
    ("en", "bring Friday's agenda before Thursday noon", "before Thursday noon", "2026-10-15"),
    ("en", "as discussed last Friday, answer Kim tomorrow", "tomorrow", "2026-10-09"),
    ("en", "ASAP, and no later than 30 November", "no later than 30 November", "2026-11-30"),
    ("en", "see Kim on Monday; the note goes out by Friday", "by Friday", "2026-10-09"),
    ("en", "answer april5@example.org by Monday", "by Monday", "2026-10-12"),
    ("en", "on Friday at the latest", "on Friday at the latest", "2026-10-09"),
    ("en", "send Maria the figures by Friday, as promised on Monday", "by Friday", "2026-10-09"),
    ("en", "send Maria the figures Friday, as we discussed Monday", "Friday", "2026-10-09"),
    ("en", "send by Friday the memo received on 2 October", "by Friday", "2026-10-09"),
    (
        "en",
        "the memo dated 2 October, revised by Friday at the very latest",
        "by Friday at the very latest",
        "2026-10-09",
    ),
    ("en", "the memo of 2 October is due Friday", "due Friday", "2026-10-09"),
    ("en", "the memo will be sent on Monday", "on Monday", "2026-10-12"),
    ("en", "send it by Friday to Maria", "by Friday", "2026-10-09"),
    ("en", "send it by Friday please", "by Friday please", "2026-10-09"),
    ("en", "send it by Friday, please!", "by Friday, please", "2026-10-09"),
    ("en", "have it ready before Monday's meeting", "before Monday's meeting", "2026-10-12"),
    ("en", "deadline: 12 December", "deadline: 12 December", "2026-12-12"),
    ("fr", "envoyer les chiffres vendredi, comme convenu lundi", "vendredi", "2026-10-09"),
    ("fr", "envoyer d'ici vendredi la note reçue le 2 octobre", "d'ici vendredi", "2026-10-09"),
    ("en", "have the protocol signed 12 December", "12 December", "2026-12-12"),
    ("en", "on the 20th I will send the figures", "on the 20th", "2026-10-20"),
    ("en", "present at the school, Dec 12 with slides", "Dec 12", "2026-12-12"),
    ("fr", "faire signer l'entente le 12 déc. par Luc", "le 12 déc.", "2026-12-12"),
    ("fr", "rappeler ven. avec les chiffres", "ven.", "2026-10-09"),
    ("fr", "partager le jeu de cartes vendredi", "vendredi", "2026-10-09"),
    ("en", "back 30-11-26 with the figures", "30-11-26", "2026-11-30"),
    ("en", "meet at 10 in the morning there", "at 10 in the morning", "2026-10-08"),
    ("en", "call Kim 3:30 pm with the figures", "3:30 pm", "2026-10-08"),
    ("en", "call Kim at 1545 about the figures", "at 1545", "2026-10-08"),
    ("fr", "appeler Kim 15 h 30 avec les chiffres", "15 h 30", "2026-10-08"),
    ("en", "not Friday but Monday", "Monday", "2026-10-12"),
    ("en", "on Monday rather than on Friday", "on Monday", "2026-10-12"),
    ("en", "send the figures, due: Friday", "due: Friday", "2026-10-09"),
    ("fr", "pas vendredi mais lundi", "lundi", "2026-10-12"),
    ("fr", "lundi au lieu de vendredi", "lundi", "2026-10-12"),
    ("fr", "la note sera envoyée lundi", "lundi", "2026-10-12"),
    ("fr", "l'envoyer d'ici vendredi à Maria", "d'ici vendredi", "2026-10-09"),
    ("fr", "l'envoyer vendredi, s'il vous plaît", "vendredi, s'il vous plaît", "2026-10-09"),
    ("fr", "à finir avant la réunion de lundi", "avant la réunion de lundi", "2026-10-12"),
    ("fr", "date limite : 12 décembre", "date limite : 12 décembre", "2026-12-12"),
    ("fr", "envoyer le jeu de données d’ici la fin du mois", "d’ici la fin du mois", "2026-10-31"),
    ("fr", "au 12 décembre parce que tout est en retard", "au 12 décembre", "2026-12-12"),
    ("fr", "jusqu'à mardi 14 h", "jusqu'à mardi 14 h", "2026-10-13"),
    ("fr", "le rapport de mars pour jeudi", "pour jeudi", "2026-10-15"),
    ("fr", "remettre l'ordre du jour de lundi avant vendredi", "avant vendredi", "2026-10-09"),
    ("fr", "envoyer les 2 rapports vendredi au plus tard", "vendredi au plus tard", "2026-10-09"),
    ("fr", "répondre à Léa le 15 avec les chiffres", "le 15", "2026-10-15"),
]

FOUND_WITH_ITS_HOUR = [
    ("en", "by Friday send the figures at 3pm", "by Friday", time(15)),
    ("en", "at 11 am sharp send Kim the figures on Friday", "on Friday", time(11)),
    ("fr", "d'ici vendredi, envoyer les chiffres à 15 h", "d'ici vendredi", time(15)),
]

NO_DATES = [
    "we may ask them twice",
    "a long march ahead",
    "Kim sat with the board",
    "the second report, and a second one",
    "be the first to reply",
    "the 2nd draft of the 15th chapter",
    "the Monday Club letter",
    "every Friday",
    "the notes from Tuesday's meeting",
    "ask June Park to speak",
    "24/7 support for 2/3 of members",
    "release 4.0.2 on 10.0.0.1",
    "call 613-555-0134 or (819) 555-0178",
    "Act C-11, clause 9.4, point 3 of 8",
    "$1,500 and 12 %",
    "https://example.org/2026-11-30/notes and www.example.org/5/11/2026",
    "report_2026-11-30.pdf",
    'the paper "Budget of 30 November"',
    "ask @friday and may5@example.org",
    "room 1530",
    "the sun and the sea",
    "au bord de la mer",
    "mon rapport pour mon équipe",
    "le 2 rapports",
    "être le premier à répondre",
    "la réunion du 5 novembre",
    "« Bilan du 5 novembre »",
    "sept rapports et un second avis",
    "un 5 à 7, le 5 à 7",
    "tous les vendredis",
    "composez le 613-555-0134",
    "between 10 and 12 people came, 10-12 people",
    "in 5 copies, 3 languages and 2 hours of work",
    "from 9 to 5, a 30-day notice",
    "ask April and May, then write to Avril and to Mai Tran",
    "on Fridays, most Mondays",
    "the memo sent on 2 October",
    "the 5 November minutes",
    "the 2026-10-30 version",
    "la note reçue le 2 octobre",
    "section 9.4, salle 1530, billet 4521",
    "mon rapport pour le sept fois champion",
    "partager le jeu de cartes, pour Sam et Mar",
    "le lendemain de la réunion",
    "une réunion de 2 h, durée : 3 h",
    "il y a deux heures, pendant 2 heures",
    "à 2 h de route",
    "two hours ago",
    "raccourcir les deux heures de film",
    "a board on friday.com",
    "2 500 $",
    "une balade sur Mars",
    "",
]


@pytest.mark.parametrize(("lang", "text", "said", "day"), FOUND)
def test_the_due_is_found_with_its_preposition(lang, text, said, day):
    """The phrase that is introduced as the due wins over dates that belong to what is promised."""
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    assert (due.said, due.date.isoformat()) == (said, day)
    assert text[slice(*due.span)] == said


@pytest.mark.parametrize("text", NO_DATES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_only_looks_like_a_date_is_none(lang, text):
    """A false date is worse than a question, whatever the language."""
    assert parse_due(text, lang, NOW) is None


@pytest.mark.parametrize(("lang", "text", "said", "clock"), FOUND_WITH_ITS_HOUR)
def test_an_hour_that_stands_apart_is_that_of_the_day_of_its_sentence(lang, text, said, clock):
    """What the person meant is one due, although it was said in two parts."""
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    assert (due.date, due.time, due.said) == (date(2026, 10, 9), clock, said)


def test_an_hour_of_another_act_is_asked_about():
    """A call at three is not the report on Friday."""
    ask = parse_due("call Kim at 3 pm and send the report on Friday", "en", NOW)
    assert isinstance(ask, Ask)
    assert [option.said for option in ask.options] == ["at 3 pm", "on Friday"]


def test_two_days_that_are_introduced_alike_are_asked_about():
    """Nothing says which is the due, so that each is offered with its own words."""
    ask = parse_due("the draft by Monday and the rest by 30 November", "en", NOW)
    assert isinstance(ask, Ask)
    assert ask.question is Question.SEVERAL
    assert [option.said for option in ask.options] == ["by Monday", "by 30 November"]
    assert ask.said == "by 30 November"


def test_the_same_day_twice_is_no_question():
    """Saying it twice is being clear."""
    due = parse_due("by Friday, yes, by October 9", "en", NOW)
    assert isinstance(due, Due)
    assert due.said == "by October 9"


def test_a_reason_ends_with_its_clause():
    """A date in the reason is not the due; one after it may be."""
    assert parse_due("because she is away until Monday", "en", NOW) is None
    due = parse_due("because of the vote on Monday, send it on Friday", "en", NOW)
    assert isinstance(due, Due)
    assert due.said == "on Friday"

"""Commands in French are as complete as in English, and the two can be mixed."""

import unicodedata
from collections import Counter
from datetime import date

import pytest

from bot.domain.people import Stakeholder, folded
from bot.domain.promise import Outcome
from bot.intents import lexicon
from bot.intents.clarify import Clarify
from bot.intents.days import When
from bot.intents.intent import (
    Close,
    Escalate,
    Give,
    Help,
    ListPromises,
    Move,
    OpenForm,
    RecordPromise,
    Reopen,
    Return,
    ShowHome,
    ShowOne,
    Snooze,
    Summarise,
    Tell,
    Undo,
)
from bot.intents.oneself import Away
from bot.intents.typed import WITHOUT_NUMBER
from bot.intents.verbs import VERBS
from bot.words import Words
from tests.support.commands import understood

FRIDAY = date(2026, 11, 27)


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def kind(text):
    """Return what a command asks for: its type, or the code of the question that it brings."""
    answer = understood(text)
    return answer.code if isinstance(answer, Clarify) else type(answer)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_that_a_verb_is_called_means_the_same(verb, language):
    """Infinitive, imperative, participle or noun: with a number, in capitals, and without accents."""
    first, *others = VERBS[verb][language]
    rest = {"find": " carte", "away": " demain"}.get(verb, "" if verb in WITHOUT_NUMBER else " 12")
    meant = kind(f"{first}{rest}")
    for spelling in others:
        for typed in (spelling, spelling.upper(), without_accents(spelling), spelling.replace("'", "’")):
            assert kind(f"{typed}{rest}") == meant, typed


def test_no_word_is_two_commands():
    """What is called the same in both languages is the same verb; engagement, engagements and engager stay apart."""
    meanings = {
        (folded(word), verb) for verb, words in VERBS.items() for each in words.values() for word in each
    }
    twice = [word for word, times in Counter(word for word, _ in meanings).items() if times > 1]
    assert twice == []


@pytest.mark.parametrize("table", ["OUTCOMES", "SHOWS", "PERIODS", "PLATFORMS", "LANGUAGES"])
def test_no_word_is_two_outcomes_filters_or_periods(table):
    """One spelling, one meaning."""
    words = Counter(folded(word) for spellings in getattr(lexicon, table).values() for word in set(spellings))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C’est fait, 12", Close(number=12)),
        ("le 12 est fait", Close(number=12)),
        ("L’engagement 12 est tenu.", Close(number=12)),
        ("12 terminé", Close(number=12)),
        ("j’ai tenu l’engagement 12", Close(number=12)),
        ("fait 12 merci", Close(number=12)),
        ("fait 12, s’il vous plaît", Close(number=12)),
        ("fait 12 : envoyé par courriel", Close(number=12, reason="envoyé par courriel")),
        ("engagement 12", ShowOne(number=12)),
        ("l’engagement n° 12", ShowOne(number=12)),
        ("engagement numéro 12", ShowOne(number=12)),
        ("observation 12", ShowOne(number=12)),
        ("peux-tu me montrer 12", ShowOne(number=12)),
        ("rappelle-moi demain 12", Snooze(number=12, when=When(day=date(2026, 11, 24), said="demain"))),
        ("rappelez-moi vendredi l’engagement 12", Snooze(number=12, when=When(day=FRIDAY, said="vendredi"))),
        ("reportez 12 à vendredi", Snooze(number=12, when=When(day=FRIDAY, said="à vendredi"))),
        (
            "repousser 12 à vendredi à cause de la neige",
            Move(number=12, when=When(day=FRIDAY, said="à vendredi"), reason="la neige"),
        ),
        ("confiez 12 à @sam", Give(number=12, to="sam")),
        ("transmettez 12 à @dana : publier ?", Escalate(number=12, to="dana", question="publier ?")),
        ("répondre 12 : oui", Return(number=12, note="oui")),
        ("reprendre 12 : réglé autrement", Return(number=12, note="réglé autrement")),
        ("veuillez rouvrir 12", Reopen(number=12)),
        ("partie prenante informée 12 par courriel", Tell(number=12, how="par courriel")),
        (
            "clôturer 12 partiellement : la moitié",
            Close(number=12, outcome=Outcome.KEPT_IN_PART, reason="la moitié"),
        ),
        (
            "clore 12 comme sans suite car le programme a pris fin",
            Close(number=12, outcome=Outcome.NOT_PURSUED, reason="le programme a pris fin"),
        ),
        ("mes promesses", ListPromises(whose="me")),
        ("mes engagements en cours", ListPromises(whose="me", show="live")),
        ("montre-moi mes engagements", ListPromises(whose="me")),
        ("liste des engagements en retard", ListPromises(show="overdue")),
        ("liste des engagements de l’équipe", ListPromises()),
        ("toutes les promesses en retard", ListPromises(show="overdue")),
        ("voir en retard", ListPromises(show="overdue")),
        ("donne-moi la liste", ListPromises()),
        ("bilan de la semaine passée", Summarise(period="last week")),
        ("le bilan du trimestre", Summarise(period="this quarter")),
        ("où en est l’équipe ?", Summarise()),
        ("quoi de neuf ?", ShowHome()),
        ("Qu’est-ce que je dois faire ?", ShowHome()),
        ("dis-moi ce que je dois faire", ShowHome()),
        ("bon matin", Help()),
        ("comment ça marche ?", Help()),
        ("toutes les commandes", Help()),
        ("pouvez-vous annuler", Undo()),
        ("nouvel engagement", OpenForm()),
        (
            "en vacances demain",
            Away(first=When(day=date(2026, 11, 24), said="demain"), last=When(day=date(2026, 11, 24), said="demain")),
        ),
        (
            "s’engager envers Luc Roy : publier le bilan vendredi",
            RecordPromise(
                stakeholder=Stakeholder(name="Luc Roy"),
                words="publier le bilan",
                when=When(day=FRIDAY, said="vendredi"),
            ),
        ),
        (
            "promesse faite à Luc Roy : publier le bilan vendredi",
            RecordPromise(
                stakeholder=Stakeholder(name="Luc Roy"),
                words="publier le bilan",
                when=When(day=FRIDAY, said="vendredi"),
            ),
        ),
    ],
)  # fmt: skip
def test_as_people_say_it(text, expected):
    """What a francophone types unprompted leads to what they mean."""
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [
        ("done 12 merci", "done 12"),
        ("fait 12 thanks", "done 12"),
        ("fait 12 by email", "done 12 by email"),
        ("told 12 par courriel", "informé 12 par courriel"),
        ("list en retard", "list overdue"),
        ("liste overdue", "liste en retard"),
        ("mine clos", "mine closed"),
        ("summary semaine dernière", "summary last week"),
        ("bilan last quarter", "summary last quarter"),
        ("snooze 12 until vendredi", "reporter 12 until vendredi"),
        ("déplacer 12 to Friday because il neige", "move 12 to Friday parce que il neige"),
        ("close 12 comme non poursuivi : no budget", "clore 12 as not pursued: no budget"),
        ("give 12 à @sam", "confier 12 to @sam"),
        ("please montre 12", "show 12"),
        ("show mes engagements", "mine"),
    ],
)
def test_both_languages_can_be_mixed(mixed, plain):
    """Nobody has to think of which language they began in."""
    answer, same = understood(mixed), understood(plain)
    assert not isinstance(answer, Clarify)
    assert answer == same


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("modifier 12", "move"),
        ("supprimer 12", "undo"),
        ("envoyé 12", "done"),
        ("faitt 12", "done"),
        ("repporter 12", "snooze"),
        ("transmetre 12", "escalate"),
        ("engagment Luc : x", "promise"),
        ("rapport", "summary"),
        ("combien d’engagements en retard ?", "summary"),
        ("en retard", "list"),
        ("quels engagements ?", "mine"),
        ("pourquoi ce rappel ?", "help"),
        ("Luc Roy m’a dit que la carte est illisible", "heard"),
    ],
)
def test_what_is_not_known_is_answered_with_what_was_meant(text, suggested):
    """The nearest command comes with its French example."""
    answer = understood(text)
    assert isinstance(answer, Clarify)
    assert answer.code == "unclear-command"
    assert suggested in answer.suggestions
    assert Words("fr")(f"example-{suggested}", number="12").startswith("/engage")


BUTTONS = {
    "button-done": Close, "button-snooze": OpenForm, "button-escalate": OpenForm, "button-move": OpenForm,
    "button-return": OpenForm, "button-bring-back": OpenForm, "button-told": Tell, "button-reopen": Reopen,
    "button-show": ShowOne, "button-close": OpenForm, "button-undo": Undo,
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("key", "meant"), BUTTONS.items())
def test_a_button_can_be_typed_by_its_name(language, key, meant):
    """Whoever reads a button knows the command."""
    label = Words(language)(key).rstrip("…")
    assert kind(f"{label} 12") == meant

"""Every message, with whatever can be put into it, is written as its language is written in Canada."""

import re
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast

from bot.words import LANGUAGES, Words, source

NBSP = "\u00a0"
COUNTS = (0, 1, 2, 11, 21, 1_000, 1_000_000, 2_000_000)
NAMES = ("Ana", "Élodie Hébert", "Hélène", "Maria Chen", "Yves")
DAYS = {"en": "Tuesday, December 1, 2026", "fr": "mardi 1er décembre 2026"}
CLOCKS = {"en": f"3:05{NBSP}p.m.", "fr": f"15{NBSP}h{NBSP}05"}
COUNTED = ("count", "days", "length", "longest")
NUMBERS = ("number", "minutes", "old", "second", "page", "pages", "quarter")
DATED = ("due", "at", "day", "when", "last")
FREE = ("by", "decider", "handle", "how", "known", "name", "note", "organisation", "owner", "reason", "said",
        "source", "stakeholder", "team", "text", "words")  # fmt: skip
"""Placeholders for what somebody wrote or is called: any letter may begin it."""


@cache
def messages(language):
    """Return key → (placeholders, the message's tree)."""
    entries = FluentParser().parse(source(language)).body
    found = {entry.id.name: entry for entry in entries if isinstance(entry, ast.Message)}
    return {
        key: (set(re.findall(r"\$(\w+)", text_of(language, entry))), entry) for key, entry in found.items()
    }


def text_of(language, node):
    return source(language)[node.span.start : node.span.end]


def said(language, *, count=2, name="Ana"):
    """Yield (key, sentence) of every message, with a count and a name put in."""
    words = Words(language)
    for key, (placeholders, _) in messages(language).items():
        yield key, words(key, **{each: put_in(each, language, count, name) for each in placeholders})


def put_in(placeholder, language, count, name):
    if placeholder in COUNTED:
        return count
    if placeholder in NUMBERS:
        return 1234
    if placeholder in DATED:
        return DAYS[language]
    if placeholder == "clock":
        return CLOCKS[language]
    return "2026-2027" if placeholder == "years" else name


def selectors(message):
    """Return each choice of a message: by what, and between which variants."""
    found = []

    def walk(node):
        if isinstance(node, ast.SelectExpression):
            keys = [
                variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
                for variant in node.variants
            ]
            found.append((node.selector.id.name, tuple(keys)))
        for value in vars(node).values():
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.BaseNode):
                    walk(each)

    walk(message)
    return found


def test_what_is_chosen_by_a_number_is_so_in_both_languages():
    """A message that counts in one language counts the same thing in the other, with its own plural."""
    for key, (_, english) in messages("en").items():
        french = messages("fr")[key][1]
        by = [[what for what, _ in selectors(each)] for each in (english, french)]
        assert by[0] == by[1], key
        for what, variants in selectors(english):
            assert variants[-1] == "other", (key, what)
            assert "one" in variants, (key, what)


def test_french_counts_nothing_and_one_in_the_singular():
    """CLDR's French plural: 0 and 1 are singular, 2 and 1 000 000 plural. Where 0 can come, it is thought of."""
    for key, (_, message) in messages("fr").items():
        for what, variants in selectors(message):
            singular = {"one"} & set(variants) or {"0", "1"} <= set(variants)
            assert singular or key in NEVER_NOTHING, (key, what, variants)


NEVER_NOTHING = {
    "standing-open": "what is due today is said otherwise",
    "reminder-title": "a reminder of nothing has another title",
    "reminder-more": "only said of more",
    "reason-before": "on the day itself is another reason",
    "reason-overdue": "on the day itself is another reason",
    "list-waiting": "only said of questions",
    "list-waiting-more": "only said of more",
}
"""Messages whose French has no form for nothing, each with the reason."""


def test_no_exception_is_kept_in_vain():
    """What is excepted counts, and has no form for 0."""
    for key in NEVER_NOTHING:
        assert any(
            "0" not in variants and "one" not in variants for _, variants in selectors(messages("fr")[key][1])
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", COUNTS)
def test_every_message_can_be_said_with_any_count(language, count):
    """None is missing an argument or a form; numbers are grouped as the language groups them."""
    for key, sentence in said(language, count=count):
        assert "{" not in sentence, key
        if count >= 1_000 and re.search(rf"{str(count)[0]}\D?000", sentence):
            grouped = f"{count:,}" if language == "en" else f"{count:,}".replace(",", NBSP)
            assert grouped in sentence, key


@pytest.mark.parametrize("name", NAMES)
def test_french_typography(name):
    """A no-break space before : ; ? ! » and after «, one apostrophe, no straight quote, nothing doubled."""
    for key, sentence in said("fr", name=name):
        assert not re.search(rf"[^{NBSP}\s][;?!»](?!\w)", sentence), key
        assert not re.search(rf"[^{NBSP}\s\d]:(?!\S)", sentence), key
        assert not re.search(r" [:;?!»%]|« ", sentence), key
        assert not re.search(r"['\"“”]|\.\.|  | [,.](?!\w)", sentence), key
        assert not re.search(r"\d(?: ?%|h\b| h\b)", sentence), key
        assert sentence == sentence.strip(), key


@pytest.mark.parametrize("name", NAMES)
def test_english_typography(name):
    """Curved quotes and apostrophes, no space before punctuation, nothing doubled."""
    for key, sentence in said("en", name=name):
        assert not re.search(r"['\"«»]", sentence), key
        assert not re.search(r"\s[,;:?!%]|\s\.(?!\w)|  |\.\.", sentence), key
        assert sentence == sentence.strip(), key


def test_canadian_spelling():
    """Organization, program, cheque, centre, honour: as the Canadian government writes them."""
    american_or_british = re.compile(
        r"\b(organis\w+|recognis\w+|programmes?|colors?|honors?|favors?|labor|centers?|behavior|neighbors?"
        r"|cancel(?:ed|ing)|travel(?:ed|ing)|license to|defense|e-mail)\b",
        re.IGNORECASE,
    )
    assert [key for key, text in said("en") if american_or_british.search(text)] == []
    french = re.compile(
        r"\b(e-?mail|mail|weekend|week-end|OK|deadline|feedback|canceller|checker|gérer votre|adresser)\b",
        re.IGNORECASE,
    )
    assert [key for key, text in said("fr") if french.search(text)] == []


def test_nothing_needs_an_elision_that_a_name_would_decide():
    """« de », « que », « le » and the like never stand before what somebody is called: Ana or Maria."""
    eliding = re.compile(
        rf"(?:^|[\s(«{NBSP}’])(?:de|du|des|que|le|la|ce|se|ne|je|me|te|lorsque|puisque|jusque|si|quelque)\s\{{ \$(\w+)"
    )
    for key, (_, message) in messages("fr").items():
        found = set(eliding.findall(text_of("fr", message)))
        assert not found & set(FREE), key


CODES = ("outcome-", "stage-", "action-", "undone-", "reason-", "hold-", "does-", "verb-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_outcome_a_stage_or_a_deed_fits_into_every_sentence_that_takes_one(language):
    """They are sentences of their own: each begins in lower case and ends without a full stop."""
    for key, sentence in said(language):
        is_whole = key in {
            "undone-insight",
            "undone-instead",
            "undone-away",
            "undone-settings",
            "undone-draft",
        }
        if key.startswith(CODES) and not is_whole:
            assert not sentence[0].isupper(), key
            assert sentence[-1] not in ".!?", key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language):
    """Plain language: no sentence of a message has more than 25 words, lists of choices aside."""
    for key, text in said(language):
        if key.startswith("example-") or key in {"unclear-outcome", "settings-how"}:
            continue
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-ZÉÀ])|\n", text):
            assert len(re.findall(r"[\w’'-]+", sentence)) <= 25, (key, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_french_does_not_assume_who_reads(language):
    """Nobody is spoken to as a man or a woman: « Vous êtes en congé », never « vous êtes absent »."""
    if language == "fr":
        gendered = re.compile(
            r"\b[Vv]ous (?:êtes|serez) (?:\w+é|absent|certain|prêt|connecté|inscrit|seul)\b|\(e\)|·e\b|\bl’un d’eux\b|\bchacun d’eux\b"
        )
    else:
        gendered = re.compile(r"\b(?:he|she|his|her|him|chairman|manpower)\b", re.IGNORECASE)
    assert [key for key, text in said(language) if gendered.search(text)] == []


@pytest.mark.parametrize(
    ("clock", "english", "french"),
    [
        (time(0), "12:00 a.m.", "0 h"),
        (time(0, 5), "12:05 a.m.", "0 h 05"),
        (time(12), "12:00 p.m.", "12 h"),
        (time(15, 5), "3:05 p.m.", "15 h 05"),
        (time(23, 59), "11:59 p.m.", "23 h 59"),
    ],
)
def test_clock_times(clock, english, french):
    """Twelve hours in English, 24 in French; their parts are never torn apart at the end of a line."""
    assert Words("en").clock(clock) == english.replace(" ", NBSP)
    assert Words("fr").clock(clock) == french.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2026, 12, 4), "Friday, December 4, 2026", "vendredi 4 décembre 2026"),
        (date(2027, 8, 1), "Sunday, August 1, 2027", "dimanche 1er août 2027"),
    ],
)
def test_days_and_moments(day, english, french):
    """As CLDR writes them for Canada, with the ordinal of the first of a month."""
    ottawa = ZoneInfo("America/Toronto")
    at = datetime.combine(day, time(15), ottawa)
    assert (Words("en").day(day), Words("fr").day(day)) == (english, french)
    assert Words("en").moment(at, ottawa) == f"{english}, 3:00{NBSP}p.m."
    assert Words("fr").moment(at, ottawa) == f"{french}, 15{NBSP}h"


def test_numbers_percent_and_lists():
    """1,234 and 1 234; 10% and 10 %; a, b and c, as each language puts it."""
    assert (Words("en").number(1234), Words("fr").number(1234)) == ("1,234", f"1{NBSP}234")
    assert (Words("en").percent(0.1), Words("fr").percent(0.1)) == ("10%", f"10{NBSP}%")
    assert Words("en").list(["Slack", "Teams"]) == "Slack and Teams"
    assert Words("fr").list(["Slack", "Teams"]) == "Slack et Teams"
    assert Words("fr").list(["a", "b", "c"]) == "a, b et c"
    assert Words("fr")("undelivered-many", name="Ana", count=1234).endswith(f"1{NBSP}234 engagements.")
    assert Words("en")("undelivered-many", name="Ana", count=1234).endswith("1,234 promises.")

"""What is too long for a card is cut at a word, and can be read whole, a page at a time."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.promise import excerpt
from bot.cards.reading import reading_card
from bot.cards.view import View
from bot.domain import transitions
from bot.domain.policy import Policy
from bot.intents.clarify import Clarify
from bot.intents.codec import load
from bot.intents.intent import Find, Read
from bot.messages import Quote
from bot.words import Words
from tests.support.commands import understood
from tests.support.mailbox import buttons
from tests.support.store_samples import HOUR, NOW, insight, person, promise

LONGEST_PAGE = 2_400
MOST_BLOCKS = 50
"""What Slack takes of a message."""

VIEW = View(
    words=Words("en"),
    zone=ZoneInfo("America/Toronto"),
    now=NOW,
    reader="p1",
    name_of=lambda _: "Ana Roy",
    may_change=lambda _: True,
)


def pages(of):
    """Turn the pages from the first to the last."""
    card = reading_card(of, VIEW, Read(number=of.number))
    yield card
    while turn := [each for each in buttons(card) if each.label == "Next"]:
        card = reading_card(of, VIEW, load(turn[0].payload["do"]))
        yield card


def read(card):
    return [element.text for element in card.elements if isinstance(element, Quote)]


def moved(of, notes):
    """Return a promise that was moved again and again, each time with a note."""
    timetable = Policy().timetable(person())
    for number, note in enumerate(notes):
        due = replace(of.due, day=of.due.day + timedelta(days=1), at=None)
        at = NOW + (number + 1) * HOUR / 60
        of = transitions.move(of, due, by="p1", at=at, timetable=timetable, reason=note)
    return of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("read 12", Read(number=12)),
        ("read all 12", Read(number=12)),
        ("/engage Read #12 page 3", Read(number=12, page=3)),
        ("lire 12", Read(number=12)),
        ("tout lire 12 page 2", Read(number=12, page=2)),
        ("12 read", Read(number=12)),
        ("read 12 page 0", Read(number=12)),
        ("find " + "x" * 100, Find(text="x" * 100)),
    ],
)
def test_it_is_typed_in_both_languages(text, expected):
    """With the page that is wanted, if it is another than the first."""
    assert understood(text) == expected


def test_it_needs_a_number():
    """As everything that is done to one promise."""
    assert isinstance(understood("read"), Clarify)


@pytest.mark.parametrize("text", ["find " + "x" * 101, "chercher " + "é " * 60])
def test_a_long_search_is_refused_with_how_long_one_may_be(text):
    """The buttons of a list carry what was searched."""
    unclear = understood(text)
    assert (unclear.code, dict(unclear.arguments)) == ("long-search", {"longest": 100})
    for language in ("en", "fr"):
        assert "100" in Words(language)(unclear.code, **dict(unclear.arguments))


WRITTEN = st.builds(
    lambda word, length, end: f"{(word * length)[:length]}{end}".strip(),
    st.sampled_from(["word ", "é🙂\n", "x" * 50 + ", ", "y", "two words\n\n"]),
    st.integers(0, 9000),
    st.text(alphabet="ab é🙂\n,", max_size=30).map(lambda text: f"!{text}"),
)


@given(WRITTEN, st.lists(WRITTEN, max_size=3))
def test_the_pages_together_hold_all_that_was_written(words, notes):
    """Every character but the space at which a text goes on, in order, whatever is written."""
    of = moved(promise(12, words=words), notes)
    cards = list(pages(of))
    whole = "".join("".join(text.split()) for card in cards for text in read(card))
    assert whole == "".join("".join(text.split()) for text in (words, *notes))
    assert all(read(card) for card in cards)
    assert all(sum(map(len, read(card))) <= LONGEST_PAGE for card in cards)


@given(st.text(alphabet=st.sampled_from("ab é🙂\n"), max_size=60), st.integers(2, 40))
def test_an_excerpt_is_the_beginning(text, longest):
    """Never longer than asked, cut only where it is too long, and its line breaks stay."""
    cut = excerpt(text, longest)
    assert len(cut) <= longest
    if len(text) <= longest:
        assert cut == text
    else:
        assert cut.endswith("…")
        assert text.startswith(cut.removesuffix("…"))
        assert len(cut) >= min(longest, 2) // 2


def test_an_excerpt_ends_at_a_word_or_a_line():
    """A word is cut only where the text is one."""
    assert excerpt("one two three", 9) == "one two…"
    assert excerpt("one two\nthree", 9) == "one two…"
    assert excerpt("x" * 20, 9) == "x" * 8 + "…"
    assert excerpt("one\ntwo", 9) == "one\ntwo"


def test_many_short_notes_fit_what_a_platform_takes():
    """A hundred moves, each with a word of reason, are no card of two hundred blocks."""
    of = moved(promise(12), ["late"] * 100)
    cards = list(pages(of))
    assert sum(len(read(card)) for card in cards) == 101
    assert max(len(card.elements) for card in cards) <= MOST_BLOCKS


@pytest.mark.parametrize("page", [-3, 0, 4, 9999])
def test_a_page_that_there_is_not_is_the_nearest(page):
    """Typed by hand, or pressed after something was taken back."""
    of = promise(12, words=" ".join(["word"] * 1000))
    found = list(pages(of))
    expected = found[0] if page < 1 else found[-1]
    assert reading_card(of, VIEW, Read(number=12, page=page)) == expected


def test_an_insight_is_read_as_well():
    """Its title says what it is."""
    of = insight(3, words=" ".join(["word"] * 1000))
    cards = list(pages(of))
    assert cards[0].title == "All that was written about insight 3 · Luc Tremblay (Ville de Gatineau)"
    assert " ".join(text for card in cards for text in read(card)) == of.words


def test_what_is_short_has_one_page_and_no_pager():
    """Nothing to turn."""
    (card,) = pages(promise(12))
    assert buttons(card) == []
    assert read(card) == ["send the consultation report"]

"""Slack's mark-up becomes what a person sees, and nothing that a person writes becomes mark-up."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.slack.text import escaped, literal, mentioned, plain, unescaped, without_mention

ANA, SAM, BOT = "U012AB3CD", "W0SAM", "U0ENGAGE01"
HANDLES = {ANA: "ana", SAM: "sam.okafor"}

REFERENCES = [
    (f"<@{ANA}>", "@ana"),
    (f"<@{SAM}|somebody else>", "@sam.okafor"),
    ("<@U0NOBODY|lea>", "@lea"),
    ("<@U0NOBODY>", "@U0NOBODY"),
    ("<@U0NOBODY|>", "@U0NOBODY"),
    ("<#C024BE7LR|general>", "#general"),
    ("<#C024BE7LR>", "#C024BE7LR"),
    ("<#C024BE7LR|>", "#C024BE7LR"),
    ("<!subteam^SAZ94GDB8|@data-team>", "@data-team"),
    ("<!here>", "@here"),
    ("<!channel>", "@channel"),
    ("<!everyone>", "@everyone"),
    ("<!here|@here>", "@here"),
    ("<!here|here>", "@here"),
    ("<!subteam^SAZ94GDB8>", "@SAZ94GDB8"),
    (
        "<!date^1392734382^Posted {date_num} {time_secs}|Posted 2014-02-18 6:39 AM>",
        "Posted 2014-02-18 6:39 AM",
    ),
    ("<!date^1392734382^{date_short}^https://example.com/|Feb 18, 2014>", "Feb 18, 2014"),
    ("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"),
    ("<https://example.com/a|https://example.com/a>", "https://example.com/a"),
    ("<http://example.com|example.com>", "example.com"),
    ("<http://example.com/|example.com>", "example.com"),
    ("<https://example.com/report|the report>", "the report (https://example.com/report)"),
    ("<mailto:ana@example.org|ana@example.org>", "ana@example.org"),
    ("<mailto:ana@example.org|Ana>", "Ana (mailto:ana@example.org)"),
    ("<tel:+15551234567|+15551234567>", "+15551234567"),
]
"""What Slack writes, and what its client shows. https://docs.slack.dev/messaging/formatting-message-text"""


@pytest.mark.parametrize(("written", "shown"), REFERENCES)
def test_a_reference_reads_as_people_see_it(written, shown):
    """Alone, among other words, and twice in a row."""
    assert plain(written, HANDLES) == shown
    assert plain(f"give it to {written}, please", HANDLES) == f"give it to {shown}, please"
    assert plain(written * 2, HANDLES) == shown * 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Q&amp;A", "Q&A"),
        ("a &lt; b &gt; c", "a < b > c"),
        ("&lt;!channel&gt;", "<!channel>"),
        (f"&lt;@{ANA}&gt;", f"<@{ANA}>"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&amp;amp;amp;", "&amp;amp;"),
        ("&copy; &nbsp; &quot; & &", "&copy; &nbsp; &quot; & &"),
        ("<@U0NOBODY|A &amp; B>", "@A & B"),
    ],
)
def test_an_escaped_character_is_read_once(written, shown):
    """What somebody typed as `&lt;` stays that; what they typed as `<` begins no reference."""
    assert plain(written, HANDLES) == shown


@pytest.mark.parametrize(
    "text", ["a < b", "b > a", "<", ">", "<<", "><", "<a<b", "|>", "*b* _i_ ~s~ `c`", ""]
)
def test_brackets_that_refer_to_nothing_stay(text):
    """A text that no Slack has escaped loses nothing."""
    assert plain(text, {}) == text


def test_a_handle_is_data():
    """Whoever calls themselves something like a reference, or like a pattern, is called that."""
    assert plain(f"<@{ANA}>", {ANA: r"<!channel> \1 \g<0>"}) == r"@<!channel> \1 \g<0>"


def test_everybody_who_is_mentioned_is_named_once_in_order():
    """As they are called there; not channels, groups, or what only looks like it."""
    text = f"<@{SAM}> <@{ANA}|ana> <@{SAM}> <#C024BE7LR|a> <!subteam^S012AB> &lt;@U0TYPED&gt; <@ana>"
    assert list(mentioned(text).items()) == [(SAM, SAM), (ANA, "ana")]
    assert mentioned("") == {}


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"<@{BOT}> mine", "mine"),
        (f"<@{BOT}|engage>: mine", "mine"),
        (f"  <@{BOT}>, mine ", "mine"),
        (f"mine <@{BOT}>", "mine"),
        (f"please <@{BOT}> show 7", "please show 7"),
        (f"<@{BOT}>", ""),
        (f"<@{BOT}> give 7 to <@{ANA}>", f"give 7 to <@{ANA}>"),
        (f"<@{BOT}> promise Kim: tell <@{BOT}> about it", f"promise Kim: tell <@{BOT}> about it"),
        (f"<@{BOT}>\npromise Kim:\nsend it", "promise Kim:\nsend it"),
        (f"<@{BOT}X> mine", f"<@{BOT}X> mine"),
        ("mine", "mine"),
    ],
)
def test_the_mention_that_calls_the_bot_is_no_part_of_the_command(written, left):
    """Only the first one, and nobody else's."""
    assert without_mention(written, BOT) == left


TRICKY = st.text() | st.text(alphabet="<>&|@#!^;:/ampltgUC01 \n", max_size=60)


@settings(deadline=None)
@given(text=TRICKY)
@example(text="&amp;lt;")
@example(text="<!channel>")
def test_what_was_escaped_is_read_back_as_it_was(text):
    """Whatever the text, through either way back."""
    assert unescaped(escaped(text)) == text
    assert plain(escaped(text), {}) == text


@settings(deadline=None)
@given(text=TRICKY)
def test_escaped_text_refers_to_nothing(text):
    """No bracket is left, and no `&` that begins no entity of Slack's."""
    assert not set("<>") & set(escaped(text))
    assert re.sub("&(amp|lt|gt);", "", escaped(text)).count("&") == 0
    assert not mentioned(escaped(text))


@settings(deadline=None)
@given(text=TRICKY, handles=st.dictionaries(st.sampled_from(["U0", "U1"]), TRICKY))
def test_any_text_can_be_read(text, handles):
    """Whatever Slack sends, there is a text; what holds no bracket and no entity is that text."""
    assert isinstance(plain(text, handles), str)
    assert without_mention(text, "U0").count("<") <= text.count("<")
    if not set("<&") & set(text):
        assert plain(text, handles) == text


@settings(deadline=None)
@given(text=TRICKY)
@example(text="<!channel> <@U012> <#C012> <https://evil.example|click> <<!here>> <HTTP:x> <mailto:x|y>")
def test_literal_text_refers_to_nothing_and_looks_the_same(text):
    """The same is seen; but no bracket stands before what makes a reference of it."""
    shown = literal(text)
    assert shown.replace("\u2060", "") == text.replace("\u2060", "")
    assert re.search(r"<([!@#]|[a-zA-Z]+:)", shown) is None
    assert literal(shown) == shown


LONGEST = 40_000
"""As much as Slack lets anybody send."""


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "<",
        ">",
        "<@",
        f"<@{BOT}",
        f"<@{BOT}|",
        f"<@{BOT}> ",
        "<a|",
        "&",
        "&amp;",
        "<!date^",
        " \n,:",
        "<https:",
    ],
)
def test_a_long_text_takes_no_longer_than_it_must(piece):
    """Time grows with the text and not faster: twice as long a text would take four times as long otherwise."""
    text = (piece * LONGEST)[:LONGEST]
    begun = time.perf_counter()
    for read in (plain_without_handles, mentioned, escaped, unescaped, literal, without_bot):
        read(text)
    assert time.perf_counter() - begun < 0.5


def plain_without_handles(text):
    return plain(text, {})


def without_bot(text):
    return without_mention(text, BOT)

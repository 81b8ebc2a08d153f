"""What somebody wrote in Teams is read as they see it, and words that are no mention stay letter for letter."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.teams.text import Mention, from_html, handle_of, plain

BOT = "28:b000"
ENGAGE = Mention(id=BOT, text="<at>Engage</at>")
SAM = Mention(id="29:1sam", text="<at>Sam Okafor</at>", handle="sam.okafor")
LEA = Mention(id="29:1lea", text="<at>Léa Gagnon</at>", handle="lea.gagnon")
NOBODY = Mention(id="29:1x", text="<at>Somebody Else</at>")


def read(text, *mentions, html=""):
    return plain(text, mentions, own=BOT, html=html)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<at>Engage</at> mine", "mine"),
        ("<at>Engage</at>&nbsp;mine", "mine"),
        ("<at>Engage</at>\u00a0mine", "mine"),
        ("<at>Engage</at>: mine", "mine"),
        ("<at>Engage</at> , : mine", "mine"),
        ("  <at>Engage</at>\nmine\n", "mine"),
        ("mine <at>Engage</at>", "mine"),
        ("please <at>Engage</at>, show 7", "please show 7"),
        ("<at>Engage</at>", ""),
        ("<at>Engage</at>&nbsp;\r\n", ""),
        ("<at>Engage</at> promise Kim: tell <at>Engage</at> about it", "promise Kim: tell Engage about it"),
        ("<at>Engage</at>\r\npromise Kim:\r\nsend it", "promise Kim:\nsend it"),
        ("promise Kim: engage with Engage, says Engage", "promise Kim: engage with Engage, says Engage"),
        ("mine", "mine"),
        ("", ""),
    ],
)
def test_the_mention_that_calls_the_bot_is_no_part_of_the_command(written, read_as):
    """Only the first one, and never the bot's name where somebody typed it."""
    twice = Mention(id=BOT, text="<at>Engage</at>")
    assert read(written, ENGAGE, twice) == read_as


@pytest.mark.parametrize(
    ("written", "mentions", "read_as"),
    [
        ("<at>Engage</at> give 7 to <at>Sam Okafor</at>", [ENGAGE, SAM], "give 7 to @sam.okafor"),
        ("<at>Engage</at> give 7 to <at>Sam Okafor</at>", [SAM, ENGAGE], "give 7 to @sam.okafor"),
        ("<at>Engage</at> <at>Sam Okafor</at>: hi", [ENGAGE, SAM], "@sam.okafor: hi"),
        ("ask <at>Léa Gagnon</at> or <at>Sam Okafor</at>", [SAM, LEA], "ask @lea.gagnon or @sam.okafor"),
        ("ask <at>Sam Okafor</at> and <at>Sam Okafor</at>", [SAM, SAM], "ask @sam.okafor and @sam.okafor"),
        ("ask <at>Somebody Else</at>, please", [NOBODY], "ask Somebody Else, please"),
        ("give 7 to <at>Sam Okafor</at>", [], "give 7 to <at>Sam Okafor</at>"),
        ("ask <at>Sam Okafor</at> not <at>Sam Okafor</at>", [SAM], "ask @sam.okafor not <at>Sam Okafor</at>"),
        ("hi", [SAM, Mention(id="", text=""), Mention(id=BOT, text="")], "hi"),
    ],
)
def test_whoever_is_mentioned_is_named_by_their_handle(written, mentions, read_as):
    """In whatever order Teams lists them; what only looks like a mention is text."""
    assert read(written, *mentions) == read_as


def test_two_people_of_the_same_name_are_told_apart():
    """By their order, which is all that tells them apart in the text."""
    one = Mention(id="29:1", text="<at>Sam</at>", handle="sam.a")
    other = Mention(id="29:2", text="<at>Sam</at>", handle="sam.b")
    assert read("<at>Sam</at> then <at>Sam</at>", one, other) == "@sam.a then @sam.b"


def test_a_name_that_looks_like_a_pattern_is_a_name():
    """Nothing of it means anything to whoever looks for it."""
    odd = Mention(id="29:1", text=r"<at>.* (A|B)\1 $</at>", handle="odd")
    assert read(r"ask <at>.* (A|B)\1 $</at> or Sam", odd) == "ask @odd or Sam"


@pytest.mark.parametrize(
    ("text", "html", "read_as"),
    [
        ("a &lt; b &amp; c", "<p>a &lt; b &amp; c</p>", "a < b & c"),
        ("&amp;lt;", "<p>&amp;lt;</p>", "&lt;"),
        ("a &lt; b", "<p>a &amp;lt; b</p>", "a &lt; b"),
        ("a & b", "<p>a &amp; b</p>", "a & b"),
        ("Q&amp;A", "", "Q&amp;A"),
        ("<at>Engage</at> a &lt; b", '<p><at id="0">Engage</at> a &lt; b</p>', "a < b"),
        ("<at>Engage</at> a &lt; b", '<p><at id="0">Engage</at> a &amp;lt; b</p>', "a &lt; b"),
        ("one&nbsp;two", "", "one two"),
        ("&copy; 2026", "<p>something else</p>", "&copy; 2026"),
    ],
)
def test_it_is_seen_by_the_page_whether_a_text_is_escaped(text, html, read_as):
    """Clients differ; somebody who types `&lt;` means that, and somebody who types `<` means that."""
    assert read(text, ENGAGE, html=html) == read_as


PAGES = [
    ("<p>I will send the <b>audit</b> report</p>", "I will send the audit report"),
    ("<div>one</div><div>two</div>", "one\ntwo"),
    ("<p>one</p>\n<p>two</p>", "one\ntwo"),
    ("one<br>two<br/><br />three", "one\ntwo\n\nthree"),
    ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
    ("one\n   two", "one two"),
    ("a &lt; b &amp;&nbsp;c &#8217;", "a < b & c ’"),
    ('<img alt="🙂" itemtype="emoji"> fine <img src="x">', "🙂 fine"),
    ('<a href="https://example.org">the report</a>', "the report"),
    ("<style>p {}</style><script>x < 1</script>shown<head>no</head>", "shown"),
    ("<blockquote>said</blockquote><p>answer <code>a*b</code></p>", "said\nanswer a*b"),
    ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\nb"),
    ("<attachment id='1'></attachment>with a file", "with a file"),
    ("", ""),
    ("<p></p><p>&nbsp;</p>", ""),
    ("<![x[y]]>after", "after"),
    ("<![CDATA[x]]>after", "after"),
    ("<!DOCTYPE html><!-- a --><p>shown", "shown"),
    ("\ufeffbegins", "begins"),
]


@pytest.mark.parametrize(("page", "read_as"), PAGES)
def test_a_picked_message_is_read_as_people_see_it(page, read_as):
    """Its words and its lines, and nothing of what makes it look nice."""
    assert from_html(page).replace("\u00a0", " ").strip() == read_as


def test_mentions_of_a_picked_message_are_shown_by_their_number():
    """Each as the caller says; of others there is their name."""
    page = '<p><at id="0">Sam</at>&nbsp;and <at id="1">Léa</at> and <at>Luc</at></p>'
    assert from_html(page, {"0": "@Sam\u00a0Okafor"}) == "@Sam\u00a0Okafor\u00a0and Léa and Luc"


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("dana.whitfield@example.org", "dana.whitfield"),
        ("Dana.Whitfield@Example.org", "dana.whitfield"),
        ("Léa Gagnon", "léa.gagnon"),
        ("kim_partner.org#EXT#@contoso.onmicrosoft.com", "kim_partner.org.ext"),
        ("O’Neil, Zoë (she/her)", "o.neil.zoë.she.her"),
        ("@channel", ""),
        ("🙂", ""),
        ("", ""),
        (" a b ", "a.b"),
    ],
)
def test_a_handle_is_what_can_be_typed(name, handle):
    """No space, no bracket and no at-sign in it."""
    assert handle_of(name) == handle


TRICKY = st.text() | st.text(
    alphabet="<>&;/at EngageSmnbsplu:,\n\r\u00a0\u200b\ufeff\"'=![]-{}()DATE", max_size=80
)
TEXTS = st.sampled_from(["", "<", "<at>Engage</at>", "<at>Sam</at>", "a", " ", ":", "&nbsp;"]) | TRICKY
MENTIONS = st.lists(
    st.builds(Mention, id=st.sampled_from(["", BOT, "29:1sam"]), text=TEXTS, handle=TRICKY), max_size=5
)


@settings(deadline=None)
@given(text=TRICKY, mentions=MENTIONS, own=st.sampled_from([BOT, ""]), html=TRICKY)
@example(text="<![x[", mentions=[], own=BOT, html="&<![x[y]]>")
def test_any_text_can_be_read(text, mentions, own, html):
    """Whatever Teams sends, there is a text."""
    assert isinstance(plain(text, mentions, own=own, html=html), str)
    assert isinstance(from_html(text), str)
    assert re.fullmatch(r"[\w.\-]*", handle_of(text))


def trimmed(text):
    """Return text without the spaces at the ends of lines, which nobody sees."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


PLAIN = TRICKY.filter(lambda text: not set("\u200b\ufeff") & set(text) and "&nbsp;" not in text)


@settings(deadline=None)
@given(text=PLAIN)
@example(text="**b** _i_ `c` [l](https://example.org) <at>Sam</at> &lt;b&gt; {{DATE(2026-11-23,SHORT)}}")
@example(text="Engage, tell Engage that <at>Engage</at> is engaged")
def test_words_that_are_no_mention_stay_letter_for_letter(text):
    """Mark-up, brackets, ampersands and the bot's own name."""
    assert read(text) == trimmed(text)


@settings(deadline=None)
@given(before=PLAIN, after=PLAIN.filter(lambda text: not re.match(r"[\s,:]", text)))
def test_around_a_mention_words_stay_letter_for_letter(before, after):
    """Somebody who is mentioned is named in the midst of them."""
    if "<at>Sam Okafor</at>" not in before:
        assert read(f"{before}<at>Sam Okafor</at>{after}", SAM) == trimmed(f"{before}@sam.okafor{after}")
    assert read(f"<at>Engage</at>{after}", ENGAGE) == trimmed(after)


@settings(deadline=None)
@given(text=PLAIN)
def test_what_was_escaped_is_read_back_as_it_was(text):
    """Where the page shows that it was."""
    words = "<a> &b " + re.sub(r"\s+", " ", text)
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read(escaped, html=f"<p>{escaped}</p>") == trimmed(words)


@pytest.mark.parametrize(
    "piece", ["<p>a", " ", "\n", "<br>", "<", "&", "&amp;", "<at>", "<at id='0'>", "<li> </li>"]
)
def test_a_long_text_takes_no_longer_than_it_must(piece):
    """Time grows with the text and not faster; Teams lets nobody send more."""
    text = (piece * 100_000)[:100_000]
    mention = Mention(id=BOT, text="<at>")
    begun = time.perf_counter()
    from_html(text)
    plain(f"&{text}", [mention] * 100, own=BOT, html=text)
    assert time.perf_counter() - begun < 2

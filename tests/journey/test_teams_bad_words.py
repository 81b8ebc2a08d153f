"""Words that Teams would take for commands of its own: kept as they were typed, and shown as they were typed."""

import asyncio
import html

import pytest

from storage import open_store
from tests.peers.teams import cards, teams_peer
from tests.support.teams_bot import TeamsBot
from tests.support.teams_posting import pressing

HOSTILE = (
    "**b** _i_ ~~s~~ `c` ```x``` > q # h [l](https://evil.example) ![i](https://evil.example/i.png) "
    "<b>x</b> <at>Sam Okafor</at> <script>alert(1)</script> &amp; &lt;b&gt; &nbsp;x {{DATE(2026-11-23,SHORT)}} "
    "{{TIME(2026-11-23T09:00:00Z)}} ${name} {name} @everyone مرحبا بكم 🙂👩‍👩‍👧 \\n \\u0041 \"q\" 'q'"
)
LONG = "énoncé 🙂 " * 300
"""Three thousand characters."""

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


def latest(bot):
    """Return what was recorded last."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(
        store.transact(lambda tx: tx.promise(tx.numbers()[-1]) or tx.insight(tx.numbers()[-1]))
    )


def answered(bot, person, heard):
    """Return what Engage has written to somebody since `heard` messages."""
    bot.settle()
    bot.teams.wait_for(lambda: len(person.inbox) > heard)
    return person.inbox[-1]


def seen(text):
    """Return text as people see it: without what only takes a date function apart."""
    return text.replace("\u2060", "")


def assert_literal(card, words):
    """Words stand on a card as they were typed, in a text in which Teams looks for no mark-up at all."""
    whole = seen("\n".join(cards.texts(card)))
    assert words in whole, whole
    for element in cards.elements(card):
        assert "{{" not in str(element.get("text", ""))
        if element.get("type") == "TextBlock":
            assert not set("*_~`[]<>#{}&") & set(element["text"]), element["text"]
    assert "{{" not in card["fallbackText"]


def test_typed(bot, teams):
    """Confirmed, listed, shown; in a conversation with Engage and in a channel."""
    heard = len(teams.ana.inbox)
    teams.ana.says(f"promise Maria: {HOSTILE} by Friday")
    card = answered(bot, teams.ana, heard).card
    assert latest(bot).words == HOSTILE.replace("&nbsp;", " ")
    assert_literal(card, latest(bot).words)
    teams.ana.says(f"promise Noor: {HOSTILE} by Friday", "promises")
    bot.settle()
    assert latest(bot).words == HOSTILE.replace("&nbsp;", " ")
    heard = len(teams.ana.inbox)
    teams.ana.says(f"show {latest(bot).number}")
    assert_literal(answered(bot, teams.ana, heard).card, latest(bot).words)


def test_typed_in_a_client_that_escapes(bot, teams):
    """Teams writes `<` as `&lt;` in the text, and says so by the page that comes with it."""
    teams.ana.says("help")
    said = next(one.activity for one in reversed(teams.deliveries) if one.activity["type"] == "message")
    words = HOSTILE.replace("&nbsp;", "")
    escaped = html.escape(f"promise Kim: {words} by Friday", quote=False)
    page = {"contentType": "text/html", "content": f"<p>{escaped}</p>"}
    assert teams.deliver({**said, "id": "escaped", "text": escaped, "attachments": [page]}).status == 200
    assert latest(bot).words == words


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (HOSTILE, HOSTILE),
        (LONG.strip(), LONG.strip()),
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("turned \u202eround\u202c", "turned round"),
        ("a\u0000b\u0007", "ab"),
        ("half \ud83d of it", "half \ufffd of it"),
    ],
    ids=lambda words: ascii(words[:20]),
)
def test_in_each_field_of_a_form(bot, teams, words, kept):
    """A form hands over what was typed, and shows it so; but for what cannot be seen and plays tricks."""
    payload = {"form": "record"}
    fields = {
        "stakeholder": "<b>M</b> *x*",
        "organisation": "{{DATE(2026)}}",
        "words": words,
        "due": "Friday",
    }
    data = {
        "engage": "submit",
        "payload": payload,
        **{f"field:{key}": value for key, value in fields.items()},
    }
    heard = len(teams.ana.inbox)
    assert teams.deliver(pressing(teams, "ana", data, name="task/submit")).status == 200
    card = answered(bot, teams.ana, heard).card
    recorded = latest(bot)
    assert recorded.words == kept
    assert (recorded.stakeholder.name, recorded.stakeholder.organisation) == (
        "<b>M</b> *x*",
        "{{DATE(2026)}}",
    )
    assert_literal(card, kept[:400].strip())


def test_a_long_text_that_is_typed(bot, teams):
    """Three thousand characters are kept whole, and shown as far as a card goes."""
    heard = len(teams.ana.inbox)
    teams.ana.says(f"promise Maria: {LONG.strip()} by Friday")
    card = answered(bot, teams.ana, heard).card
    assert latest(bot).words == LONG.strip()
    assert_literal(card, LONG[:400].strip())


def test_a_text_without_end_that_is_typed(bot, teams):
    """More than anybody reads is refused in a line."""
    before, heard = latest(bot).number, len(teams.ana.inbox)
    teams.ana.says(f"promise Maria: {'read this ' * 4_000} by Friday")
    assert "Nothing was recorded: shorten it" in " ".join(answered(bot, teams.ana, heard).words)
    assert latest(bot).number == before


def test_in_notes(bot, teams):
    """The question and the answer of an escalation."""
    teams.dana.says("mine")
    heard = len(teams.ana.inbox)
    teams.ana.says("promise Maria: ask by Friday")
    answered(bot, teams.ana, heard)
    number, heard = latest(bot).number, len(teams.dana.inbox)
    asked = {"field:person": "@dana", "field:question": HOSTILE}
    data = {"engage": "submit", "payload": {"form": "escalate", "number": str(number)}, **asked}
    assert teams.deliver(pressing(teams, "ana", data, name="task/submit")).status == 200
    assert_literal(answered(bot, teams.dana, heard).card, HOSTILE)
    assert latest(bot).state.escalation.question == HOSTILE
    teams.dana.says(f"return {number}: {HOSTILE}")
    bot.settle()
    assert latest(bot).state.escalation.returned_note == HOSTILE.replace("&nbsp;", " ")


def test_in_a_message_that_is_picked(bot, teams):
    """What was written in a chat stands in the form, and is kept, as people read it there."""
    teams.sam.says(HOSTILE, "steering", mention=False)
    teams.ana.uses_action("record_promise", on=teams.messages("steering")[-1])
    words = next(one for one in cards.inputs(teams.ana.form.card) if one["id"] == "field:words")
    assert words["value"].replace("\u00a0", " ") == HOSTILE
    teams.ana.fills({"field:stakeholder": "Noor", "field:due": "Friday"})
    assert latest(bot).words.replace("\u00a0", " ") == HOSTILE

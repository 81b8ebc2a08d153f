"""Words that Slack would take for commands of its own: kept as they were typed, and shown as they were typed."""

import asyncio
import re

import pytest

from storage import open_store
from tests.peers.slack import slack_peer
from tests.support.slack_bot import SlackBot

HOSTILE = (
    "<!channel> <!here|here> <!subteam^S012AB> <@U0SAM> *b* _i_ ~s~ `c` ```x``` > q :smile: &amp; &lt;!here&gt; "
    "<mailto:a@b.org|c> https://example.org/?a=1&b=2 @everyone"
)
LIVE = re.compile(r"<[!@#]|<[a-z]+:")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Slack, shared by the tests."""
    with slack_peer() as slack, SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        yield bot


@pytest.fixture
def slack(bot):
    return bot.slack


def latest(bot):
    """Return what was recorded last."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(
        store.transact(lambda tx: tx.promise(tx.numbers()[-1]) or tx.insight(tx.numbers()[-1]))
    )


def read_aloud(text):
    """Return a fallback as a client shows it; nothing in it may be a reference."""
    assert not LIVE.search(text), text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def texts_of(blocks):
    """Yield every text of some blocks, with what it is."""
    for value in blocks if isinstance(blocks, list) else blocks.values():
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            yield value["type"], value["text"]
        elif isinstance(value, dict | list):
            yield from texts_of(value)


def assert_harmless(message):
    """Slack looks for no mark-up in any block, and the fallback reads as it was typed."""
    assert {kind for kind, _ in texts_of(message["blocks"])} <= {"text", "plain_text"}
    assert not any(LIVE.search(text) for _, text in texts_of(message["blocks"]))
    assert HOSTILE in read_aloud(message["text"])


def test_in_a_command(bot, slack):
    """Typed, confirmed, listed, shown."""
    assert_harmless(slack.ana.types(f"/engage promise Maria: {HOSTILE} by Friday"))
    assert latest(bot).words == HOSTILE
    assert_harmless(slack.ana.types(f"/engage show {latest(bot).number}"))


def test_in_a_direct_message_and_in_a_mention(bot, slack):
    """Written to Engage, and in a channel."""
    slack.sam.says_dm(f"promise Maria: {HOSTILE} by Friday")
    slack.wait_for(lambda: slack.sam.inbox)
    assert_harmless(slack.sam.inbox[-1])
    slack.luc.mentions("engagement", f"promesse Maria : {HOSTILE} vendredi")
    slack.wait_for(lambda: slack.luc.last)
    assert_harmless(slack.luc.last)
    assert latest(bot).words == HOSTILE


@pytest.mark.parametrize("words", [HOSTILE, "<@U0SAM> wrote: a &amp; b <https://example.org|c>"])
def test_in_each_field_of_a_form(bot, slack, words):
    """A form hands over what was typed, and text that begins like a mention is still text."""
    slack.dana.types("/engage")
    slack.dana.fills(stakeholder="<!channel> & <@U0ANA>", organisation="<@U0SAM>", words=words, due="Friday")
    recorded = latest(bot)
    assert recorded.words == words
    assert (recorded.stakeholder.name, recorded.stakeholder.organisation) == (
        "<!channel> & <@U0ANA>",
        "<@U0SAM>",
    )


def test_in_notes(bot, slack):
    """The question and the answer of an escalation, the reason of a closing."""
    slack.ana.types("/engage promise Maria: ask by Friday")
    number = latest(bot).number
    slack.ana.presses("Escalate", on=slack.ana.types(f"/engage show {number}") and slack.ana.last)
    slack.ana.fills(person="dana", question=HOSTILE)
    bot.settle()
    assert latest(bot).state.escalation.question == HOSTILE
    assert any(LIVE.search(one["text"]) is None and number for one in slack.dana.inbox)
    slack.dana.types(f"/engage return {number}: {HOSTILE}")
    assert latest(bot).state.escalation.returned_note == HOSTILE


def test_in_a_name(bot, slack):
    """Whoever calls themselves a channel calls nobody."""
    slack.add_user(name="evil", real_name="<!channel> *Eve* <@U0SAM>")
    slack.command("evil", "/engage", "promise Maria: call by Friday")
    slack.person("evil").types(f"/engage give {latest(bot).number} to @lea: please")
    slack.wait_for(lambda: slack.lea.inbox)
    assert "<!channel> *Eve* <@U0SAM>" in read_aloud(slack.lea.inbox[-1]["text"])


def test_in_a_message_that_is_picked(bot, slack):
    """What was written in a channel stands in the form, and is kept, as people read it there."""
    said = slack.say("dana", HOSTILE, channel="engagement")
    slack.lea.uses_shortcut("record_promise", on=said)
    slack.wait_for(lambda: slack.lea.form)
    slack.lea.fills(stakeholder="Maria", due="vendredi")
    assert latest(bot).words == HOSTILE

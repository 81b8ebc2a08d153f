"""People of whom Slack says nothing, late, or that they cannot answer for a promise."""

import asyncio

import pytest

from storage import open_store
from tests.peers.slack import slack_peer
from tests.support.slack_bot import SlackBot


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Slack, shared by the tests, in which Ana owes promises."""
    with slack_peer() as slack, SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        slack.add_user(name="poll", real_name="Polls", is_bot=True)
        slack.add_user(name="gone", real_name="Gone Away", deleted=True)
        slack.ana.types("/engage promise Maria: send the report by Friday", channel="engagement")
        yield bot


@pytest.fixture
def slack(bot):
    yield bot.slack
    bot.slack.recover()
    bot.slack.be_patient(3)


def people(bot):
    """Return the names that Engage keeps."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(store.transact(lambda tx: [person.name for person in tx.people()]))


@pytest.mark.parametrize("verb", ["give 1 to @{}: please", "escalate 1 to @{}: publish?"])
@pytest.mark.parametrize(
    ("handle", "refusal"),
    [
        ("engage", "@engage is an app. Name a person."),
        ("poll", "@poll is an app. Name a person."),
        ("gone", "The account of @gone is no longer active. Name somebody else."),
    ],
)
def test_who_cannot_answer_for_a_promise(slack, verb, handle, refusal):
    """Engage itself, another app, somebody who has left: refused in one line, in a command and in a form."""
    assert slack.ana.types(f"/engage {verb.format(handle)}", channel="engagement")["text"] == refusal
    slack.ana.says_dm(verb.format(handle))
    slack.wait_for(lambda: slack.ana.inbox and slack.ana.inbox[-1]["text"] == refusal)


@pytest.mark.parametrize(("handle", "why"), [("poll", "is an app"), ("gone", "is no longer active")])
def test_who_cannot_decide_is_refused_at_the_field(slack, handle, why):
    """The picker of a form offers everybody; whoever cannot decide is refused where they were chosen."""
    slack.ana.types("/engage show 1")
    slack.ana.presses("Escalate", on=slack.ana.last)
    slack.wait_for(lambda: slack.ana.form)
    assert why in slack.ana.fills(person=handle, question="Publish?")["errors"]["person"]
    slack.ana.closes_form()


def test_engage_itself_named_in_a_mention(slack):
    """The first mention calls Engage; the second names it, and reads as people see it."""
    slack.ana.mentions("engagement", "give 1 to @engage: please")
    slack.wait_for(lambda: slack.ana.last and slack.ana.last["text"].startswith("@engage is an app"))


@pytest.mark.parametrize("user", ["U0NOBODY", "USLACKBOT"])
def test_somebody_whom_slack_does_not_know(bot, slack, user):
    """An id that is nobody's owns nothing, and is not kept as a person."""
    slack.ana.types("/engage help")
    raw = slack.deliveries[-1].payload | {"text": f"give 1 to <@{user}|nobody>: please", "trigger_id": user}
    answer = slack.deliver("slash_commands", raw).body["text"]
    assert "now with" not in answer
    assert not {user, "nobody"} & set(people(bot))


@pytest.mark.parametrize("how", ["ratelimited", "500", "nothing", "garbage", "fatal_error"])
def test_slack_says_nothing_of_somebody(bot, slack, how):
    """What they say is recorded all the same, in time; their name follows later."""
    name = f"new{how[:4]}"
    slack.add_user(name=name, real_name=f"Somebody New {how}")
    slack.fail("users.info", how, times=None)
    answer = slack.command(name, "/engage", "promise Noor: call by Friday")
    assert answer.body["text"].startswith("Promise ")
    assert answer.seconds < 3
    slack.recover()
    slack.person(name).types("/engage mine")
    assert f"Somebody New {how}" in people(bot)


def test_slack_is_slow_to_say_who_is_mentioned(slack):
    """A sentence that the answer follows, within three seconds, and then the answer, once."""
    for name in ("slow", "slower"):
        slack.add_user(name=name, real_name=name.title())
    slack.fail("users.info", "slow", times=None, seconds=20)
    answer = slack.command("slow", "/engage", "promise Noor: ask @slower by Friday")
    assert answer.status == 200, "an answer within three seconds"
    slack.wait_for(lambda: slack.ephemerals("slow")[-1]["text"].startswith("Promise "))
    said = [one["text"] for one in slack.ephemerals("slow")]
    assert [text for text in said if "call" in text or "ask" in text] == [said[-1]]
    assert "ask @slower" in said[-1], "the words are as they were typed"


def test_a_message_is_picked_while_slack_is_slow(slack):
    """The form opens, or a line says that it did not; Slack never has to say that Engage does not work."""
    slack.add_user(name="writer", real_name="A Writer")
    slack.add_user(name="picker", real_name="A Picker")
    said = slack.say("writer", "We will ask @dana on Friday.", channel="elsewhere")
    for method in ("users.info", "chat.getPermalink"):
        slack.fail(method, "slow", times=None, seconds=20)
    answer = slack.message_shortcut("picker", "record_promise", said)
    assert answer.status == 200, "an answer within three seconds"
    assert slack.view("picker") or slack.ephemerals("picker")


def test_a_message_to_the_channel_is_not_to_engage(bot, slack):
    """Where an administrator lets Engage hear a whole channel, it still minds its own business."""
    before = len(slack.messages("engagement")), len(slack.ephemerals("ana"))
    event = {"type": "message", "channel": slack.channel_id("engagement"), "channel_type": "channel"}
    text = "promise Noor: not for you by Friday"
    assert slack.event({**event, "user": slack.ana.id, "text": text, "ts": "1.1"}).status == 200
    bot.settle()
    assert (len(slack.messages("engagement")), len(slack.ephemerals("ana"))) == before


@pytest.mark.parametrize(
    "more",
    [
        {"subtype": "bot_message", "bot_id": "B0OTHER"},
        {"subtype": "message_changed", "message": {"text": "promise Noor: call by Friday"}},
        {"subtype": "message_deleted", "previous_message": {"text": "promise Noor: call by Friday"}},
        {"subtype": "channel_join"},
        {"bot_id": "B0OTHER"},
        {"user": "U0ENGAGE01"},
        {"user": "U0ENGAGE01", "bot_id": "B0ENGAGE01"},
    ],
    ids=str,
)
def test_what_nobody_said(bot, slack, more):
    """Other apps, edits, deletions, arrivals and Engage's own messages are not commands."""
    before = slack.messages("ana")
    event = {"type": "message", "channel": slack.direct("ana"), "channel_type": "im", "ts": "1.2"}
    said = {**event, "user": slack.ana.id, "text": "promise Noor: call by Friday", **more}
    assert slack.event(said).status == 200
    bot.settle()
    assert slack.messages("ana") == before

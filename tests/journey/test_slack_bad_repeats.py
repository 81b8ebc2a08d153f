"""Slack, or somebody who listened, says the same thing again: the first answer, and nothing is done twice."""

import asyncio

import pytest

from storage import open_store
from tests.peers.slack import slack_peer
from tests.peers.slack.delivery import encode
from tests.support.slack_bot import SlackBot

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Slack, shared by the tests."""
    with slack_peer() as slack, SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        yield bot


@pytest.fixture
def slack(bot):
    return bot.slack


def recorded(bot):
    """Return how often each promise was changed, by number."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(
        store.transact(lambda tx: {number: tx.promise(number).version for number in tx.numbers()})
    )


def shown(slack, *people):
    """Return everything that people see of Engage."""
    return [(slack.ephemerals(who.name), who.inbox, slack.views(who.name)) for who in people]


def posted_again(bot, *people):
    """Post the last thing again, byte for byte in what it says; return the first answer and the second."""
    slack, last = bot.slack, bot.slack.deliveries[-1]
    bot.settle()
    before = recorded(bot), shown(slack, *people)
    body = encode(last.kind, last.payload)
    again = slack.post(body, {**FORM, **slack.sign(body)})
    bot.settle()
    assert (recorded(bot), shown(slack, *people)) == before
    return last.answer, again


def test_a_command_said_again(bot, slack):
    """The same request a second time gets the same answer, and one promise is recorded."""
    slack.ana.types("/engage promise Maria: send the report by Friday", channel="engagement")
    first, again = posted_again(bot, slack.ana)
    assert (again.status, again.body) == (200, first.body)


def test_a_command_that_opened_a_form(bot, slack):
    """The form is open already, so nothing is said of one that could not be opened."""
    slack.dana.types("/engage")
    first, again = posted_again(bot, slack.dana)
    assert (again.status, again.text) == (200, first.text) == (200, "")
    slack.dana.closes_form()


def test_a_press_said_again(bot, slack):
    """One press takes back once, and is answered once."""
    slack.sam.types("/engage promise Maria: book the room by Friday")
    slack.sam.presses("Undo", on=slack.sam.last)
    first, again = posted_again(bot, slack.sam)
    assert (again.status, again.text) == (200, first.text)


def test_a_press_that_opened_a_form(bot, slack):
    """The form is open already, so nothing is said of one that could not be opened."""
    slack.lea.types("/engage promesse Maria : réserver la salle vendredi")
    slack.lea.presses("Modifier", on=slack.lea.last)
    first, again = posted_again(bot, slack.lea)
    assert (again.status, again.text) == (200, first.text)


def test_a_form_sent_twice(bot, slack):
    """Two clicks on the button of a form record once, with the same answer."""
    slack.luc.types("/engage")
    slack.luc.fills(stakeholder="Noor", words="call back", due="vendredi")
    first, again = posted_again(bot, slack.luc)
    assert (again.status, again.body) == (200, first.body)


@pytest.mark.parametrize("shortcut", ["record", "record_promise"])
def test_a_shortcut_used_again(bot, slack, shortcut):
    """The form is open already, so nothing is said of one that could not be opened."""
    said = slack.say("sam", "We will send the minutes on Friday.", channel="engagement")
    slack.sam.uses_shortcut(shortcut, on=said if shortcut == "record_promise" else None)
    first, again = posted_again(bot, slack.sam)
    assert (again.status, again.text) == (200, first.text)


def test_an_event_that_slack_repeats(bot, slack):
    """Slack repeats an event up to three times; it is heard once."""
    slack.dana.says_dm("promise Noor: write the summary by Friday")
    bot.settle()
    before = recorded(bot), shown(slack, slack.dana)
    said = next(one for one in slack.deliveries if one.payload.get("event", {}).get("user") == slack.dana.id)
    for number, reason in enumerate(("http_timeout", "http_error", "connection_failed"), start=1):
        assert slack.repeat(said, number=number, reason=reason).status == 200
    bot.settle()
    assert (recorded(bot), shown(slack, slack.dana)) == before


def test_a_mention_that_slack_repeats(bot, slack):
    """The same in a channel."""
    slack.dana.mentions("engagement", "promise Noor: write the minutes by Friday")
    said = slack.deliveries[-1]
    bot.settle()
    before = recorded(bot), shown(slack, slack.dana)
    slack.repeat(said)
    bot.settle()
    assert (recorded(bot), shown(slack, slack.dana)) == before


def test_at_the_same_moment(bot, slack):
    """Two of the same request that arrive together are one."""
    slack.lea.types("/engage help")
    payload = slack.deliveries[-1].payload | {
        "text": "promise Noor: call twice by Friday",
        "trigger_id": "7.7",
    }
    body = encode("slash_commands", payload)
    before = len(recorded(bot))

    async def both():
        courier = slack._server.courier
        return await asyncio.gather(*(courier.post(body, {**FORM, **slack.sign(body)}) for _ in range(5)))

    answers = slack.run(both())
    assert {answer.status for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(recorded(bot)) == before + 1

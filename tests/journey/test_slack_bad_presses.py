"""Buttons and forms that come too late, were edited by hand, or are pressed by somebody else, or by two."""

import asyncio
import json

import pytest

from storage import open_store
from tests.peers.slack import blocks, slack_peer
from tests.support.slack_bot import MONDAY, SlackBot

NOT_OPENED = "This could not be opened. Type the command instead; “help” lists them."
NOT_OURS = "This button or form no longer works. Type the command instead; “help” lists them."


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Slack, shared by the tests."""
    with slack_peer() as slack, SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        slack.lea.types("/engage liste")
        yield bot


@pytest.fixture
def slack(bot):
    return bot.slack


@pytest.fixture
def number(bot, slack):
    """A promise of Ana's."""
    slack.ana.types(
        f"/engage promise Maria: send report {len(versions(bot))} by Friday", channel="engagement"
    )
    return len(versions(bot))


def versions(bot):
    """Return how often each promise was changed."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(store.transact(lambda tx: [tx.promise(number).version for number in tx.numbers()]))


def edited(value):
    return {"type": "button", "action_id": "engage-1", "block_id": "edited", "value": value}


def doing(**intent):
    return json.dumps({"do": json.dumps(intent)})


def titles(slack, who):
    return [one["text"].split("\n")[0] for one in slack.ephemerals(who)]


def test_a_form_asked_for_too_late(slack, number):
    """Slack opens no form after three seconds: a line says so where the person is, whatever they used."""
    assert slack.command("ana", "/engage", "", trigger_id=slack.trigger_id("ana", expired=True)).body[
        "text"
    ] == (NOT_OPENED)
    slack.ana.types(f"/engage show {number}")
    shown = slack.ana.last
    slack.press("ana", shown, blocks.action(shown["blocks"], "Move"), expired=True)
    assert titles(slack, "ana")[-1] == NOT_OPENED
    slack.fail("views.open", "expired_trigger_id")
    slack.ana.uses_shortcut("record")
    assert slack.ana.inbox[-1]["text"] == NOT_OPENED


@pytest.mark.parametrize("how", ["ratelimited", "500", "nothing", "garbage", "internal_error"])
def test_a_form_that_slack_does_not_open(slack, how):
    """The line is there whatever Slack answers."""
    slack.fail("views.open", how)
    assert slack.dana.types("/engage")["text"] == NOT_OPENED


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (doing(verb="close", number=99), "There is no promise 99. These find the right number:"),
        (doing(verb="drop", number=1), NOT_OURS),
        (doing(verb="close", number="1; drop"), NOT_OURS),
        (json.dumps({"do": 5}), NOT_OURS),
        (json.dumps({"do": json.dumps({"verb": "mine"}), "view": "bundle:x"}), NOT_OURS),
        ("garbage", NOT_OURS),
        ("[]", NOT_OURS),
        ("", NOT_OURS),
    ],
)
def test_a_button_edited_by_hand(bot, slack, number, value, said):
    """One line of refusal, and nothing is changed."""
    before = versions(bot)
    slack.press("ana", slack.ana.last, edited(value))
    bot.settle()
    slack.wait_for(lambda: titles(slack, "ana")[-1] == said or slack.ana.inbox)
    assert titles(slack, "ana")[-1] == said
    assert versions(bot) == before
    assert number == len(before)


@pytest.mark.parametrize("place", ["own", "channel"])
def test_a_button_for_a_promise_of_somebody_else(bot, slack, number, place):
    """Whoever finds out how a button is made, and presses it below anybody's message, changes nothing."""
    slack.sam.types(f"/engage show {number}", channel="engagement")
    said = slack.say("ana", "Good morning", channel="engagement")
    on = slack.sam.last if place == "own" else {**said, "type": "message"}
    before = versions(bot)
    slack.press("sam", on, edited(doing(verb="close", number=number)))
    bot.settle()
    refusal = f"Promise {number} belongs to Ana Reyes (@ana). Only they or a team lead can change it."
    assert titles(slack, "sam")[-1] == refusal
    assert versions(bot) == before


@pytest.mark.parametrize("meanwhile", ["done {}", "undo {}", "escalate {} to @dana: publish?"])
def test_a_form_for_what_changed_meanwhile(bot, slack, number, meanwhile):
    """Closed, taken back or escalated while the form was open: said at a field, and nothing changed."""
    slack.ana.types(f"/engage show {number}")
    slack.ana.presses("Move", on=slack.ana.last)
    slack.ana.types(f"/engage {meanwhile.format(number)}")
    before = versions(bot)
    answer = slack.ana.fills(due="2026-12-04", reason="They asked for it.")
    assert answer["response_action"] == "errors"
    assert str(number) in answer["errors"]["due"]
    assert versions(bot) == before
    slack.ana.closes_form()


def test_two_press_at_the_same_time(bot, slack, number):
    """An owner and a lead close the same promise: it is closed once, and the later one is told."""
    courier, payloads = slack._server.courier, []
    for person in (slack.ana, slack.lea):
        person.types(f"/engage show {number}")
        slack.press(person.name, person.last, edited(doing(verb="show", number=number)))
        payload = slack.deliveries[-1].payload
        action = {**payload["actions"][0], "value": doing(verb="close", number=number)}
        payloads.append({**payload, "trigger_id": person.id, "actions": [action]})
    before = versions(bot)[number - 1]

    async def both():
        return await asyncio.gather(*(courier.deliver("interactive", payload) for payload in payloads))

    assert {answer.status for answer in slack.run(both())} == {200}
    bot.settle()
    assert versions(bot)[number - 1] == before + 1
    said = f"{titles(slack, 'ana')[-1]} {titles(slack, 'lea')[-1]}"
    assert ("already closed" in said) != ("déjà" in said), said


def test_a_reminder_that_is_done_already(bot, slack, number):
    """The second press says so on the reminder itself, and changes nothing."""
    slack.ana.types(f"/engage snooze {number} until Tuesday")
    for owed in range(1, number):
        slack.ana.types(f"/engage done {owed}")
    bot.advance_to(MONDAY.replace(day=24, hour=9, minute=1))
    reminder = slack.ana.inbox[-1]
    slack.ana.presses("Done", on=reminder)
    bot.settle()
    before = versions(bot)
    slack.ana.presses("Done", on=reminder)
    bot.settle()
    bot.settle()
    assert f"Promise {number} is already closed." in slack.ana.inbox[-1]["text"]
    assert versions(bot) == before

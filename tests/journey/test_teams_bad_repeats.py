"""Teams, or an impatient finger, says the same thing again: the first answer, and nothing is done twice."""

import asyncio
import re

import pytest

from tests.peers.teams import cards, teams_peer
from tests.support.teams_bot import TeamsBot
from tests.support.teams_posting import pressing, shown, versions


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


def state(bot):
    """Return what is recorded, and everything that people see of Engage."""
    bot.settle()
    return versions(bot), [(one.id, one.words) for one in bot.teams.all_messages if one.sender == "engage"]


def said_again(bot, activity, **more):
    """Post an activity again, however much later; nothing may come of it. Return the answer."""
    before = state(bot)
    again = bot.teams.deliver({**activity, **more})
    assert state(bot) == before
    return again


def pressed_again(bot, activity):
    """Post an activity at once under another id, as an impatient finger does. Return the answer."""
    before = versions(bot)
    again = bot.teams.deliver({**activity, "id": "another"})
    assert versions(bot) == before
    return again


def last(teams, kind, who="ana"):
    """Return the last that somebody did, and its answer."""
    member = teams.server.members[who]
    return next(
        (one.activity, one.answer)
        for one in reversed(teams.deliveries)
        if one.activity["type"] == kind and one.activity["from"]["id"] == member.id
    )


def shows(answer):
    """Return all that an answer shows and sends back, but for the stamp that tells one showing from another."""
    return re.sub(r'"stamp": "\w+"', "", answer.text)


def a_card(bot, words):
    """Return the card of a promise that Ana has just recorded, in her conversation."""
    heard = len(bot.teams.ana.inbox)
    bot.teams.ana.says(f"promise Maria: {words} by Friday")
    bot.settle()
    bot.teams.wait_for(lambda: len(bot.teams.ana.inbox) > heard)
    return bot.teams.ana.inbox[-1]


@pytest.mark.parametrize("place", [None, "promises", "steering"])
def test_a_message_that_teams_repeats(bot, teams, place):
    """With the same id, as Teams does when it has waited too long: heard once, answered once."""
    teams.ana.says(f"promise Maria: send the report to {place} by Friday", place)
    activity, _ = last(teams, "message")
    for _ in range(3):
        assert said_again(bot, activity, timestamp="2026-11-23T15:00:20Z").status == 200


def test_the_same_words_again_are_said_again(bot, teams):
    """Whoever writes the same a second time means it, or is asked whether they do."""
    teams.ana.says("mine")
    bot.settle()
    before = len(teams.ana.inbox)
    teams.ana.says("mine")
    bot.settle()
    teams.wait_for(lambda: len(teams.ana.inbox) == before + 1)


def test_at_the_same_moment(bot, teams):
    """Five of the same message that arrive together are one."""
    teams.ana.says("help")
    activity, _ = last(teams, "message")
    twice = {**activity, "id": "at once", "text": "promise Noor: call at once by Friday"}
    before = len(versions(bot))

    async def together():
        return await asyncio.gather(*(teams.server.courier.deliver(twice) for _ in range(5)))

    assert {answer.status for answer in teams.run(together())} == {200}
    assert len(versions(bot)) == before + 1


@pytest.mark.parametrize("again_as", [said_again, pressed_again])
def test_a_press_that_is_repeated(bot, teams, again_as):
    """With the same id, or with another: it is done once, and both get the same card."""
    card = a_card(bot, f"book the room {again_as.__name__}")
    teams.ana.presses("Undo", on=card)
    activity, answer = last(teams, "invoke")
    again = again_as(bot, activity)
    assert shows(again) == shows(answer)
    assert any("taken back" in word for word in shown(again))


def test_the_same_press_many_times_at_once(bot, teams):
    """Ten clicks are one."""
    card = a_card(bot, "call back")
    data = cards.action(card.card, "Undo")["data"]
    before = versions(bot)
    clicks = [pressing(teams, "ana", data, on=card) for _ in range(10)]

    async def together():
        return await asyncio.gather(*(teams.server.courier.deliver(click) for click in clicks))

    answers = teams.run(together())
    assert {answer.status for answer in answers} == {200}
    assert len({shows(answer) for answer in answers}) == 1
    assert sum(versions(bot).values()) == sum(before.values()) + 1


def test_a_press_by_somebody_else_is_another_press(bot, teams):
    """On the same card in a channel: each gets an answer of their own."""
    teams.ana.says("promise Maria: write to everybody by Friday", "promises")
    bot.settle()
    card = teams.wait_for(
        lambda: next(
            one for one in teams.messages("promises") if "to everybody" in str(one.words) and one.cards
        )
    )
    data = cards.action(card.card, "Undo")["data"]
    theirs = teams.deliver(pressing(teams, "sam", data, on=card))
    ours = teams.deliver(pressing(teams, "ana", data, on=card))
    assert any("taken back" in word for word in shown(ours))
    assert shown(theirs) != shown(ours)


def test_a_dialog_that_is_opened_again(bot, teams):
    """The same form, and nothing else."""
    card = a_card(bot, "open the doors")
    teams.ana.presses("Change", on=card)
    activity, answer = last(teams, "invoke")
    assert shows(pressed_again(bot, activity)) == shows(answer)
    assert shows(said_again(bot, activity)) == shows(answer)


@pytest.mark.parametrize("again_as", [said_again, pressed_again])
def test_a_form_that_is_sent_twice(bot, teams, again_as):
    """Two clicks on its button record one change, with the same answer."""
    card = a_card(bot, f"close the doors {again_as.__name__}")
    teams.ana.presses("Change", on=card)
    teams.ana.fills({"field:words": f"close the windows {again_as.__name__}"})
    activity, answer = last(teams, "invoke")
    assert activity["name"] == "task/submit"
    again = again_as(bot, activity)
    assert (again.status, shows(again)) == (200, shows(answer))


@pytest.mark.parametrize("again_as", [said_again, pressed_again])
def test_a_message_action_that_is_repeated(bot, teams, again_as):
    """The same form; and when it is sent twice, one promise and the same line in the dialog."""
    teams.sam.says(f"I will send the minutes {again_as.__name__} by Friday.", "steering", mention=False)
    said = teams.messages("steering")[-1]
    teams.ana.uses_action("record_promise", on=said)
    activity, answer = last(teams, "invoke")
    assert shows(again_as(bot, activity)) == shows(answer)
    before = len(versions(bot))
    teams.ana.fills({"field:stakeholder": "Noor", "field:due": "Friday"})
    activity, answer = last(teams, "invoke")
    assert len(versions(bot)) == before + 1
    again = again_as(bot, activity)
    assert (again.status, shows(again)) == (200, shows(answer))


def test_an_arrival_that_is_repeated(bot, teams):
    """Somebody is greeted once, however often Teams tells that they added Engage."""
    teams.dana.installs()
    bot.settle()
    teams.wait_for(lambda: teams.dana.inbox)
    before = len(teams.dana.inbox)
    teams.dana.installs()
    for one in [
        one.activity for one in teams.deliveries if one.activity["from"]["id"] == teams.dana.member.id
    ]:
        said_again(bot, one)
    assert len(teams.dana.inbox) == before == 1

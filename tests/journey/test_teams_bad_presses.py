"""Buttons that come too late, were edited by hand, or are pressed by somebody else, or by two."""

import asyncio

import pytest

from tests.peers.teams import cards, teams_peer
from tests.support.teams_bot import WEDNESDAY, TeamsBot
from tests.support.teams_posting import doing, pressing, shown, versions

NOT_OURS = "This button or form no longer works. Type the command instead; “help” lists them."
NO_SUCH = "There is no promise 99. These find the right number:"

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        teams.lea.says("liste")
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


@pytest.fixture
def number(bot, teams):
    """A promise of Ana's, recorded in the channel."""
    teams.ana.says(f"promise Maria: send report {len(versions(bot))} by Friday", "promises")
    bot.settle()
    return len(versions(bot))


def recorded_card(teams, number):
    """Return the card in the channel that says that a promise was recorded."""
    title = f"Promise {number} recorded"
    return teams.wait_for(
        lambda: next((one for one in teams.messages("promises") if one.words[0].startswith(title)), None)
    )


def told(bot, person, said):
    """Wait until the last that Engage wrote to somebody begins with, or holds, these words; return them all."""
    bot.settle()
    bot.teams.wait_for(lambda: person.inbox and any(said in word for word in person.inbox[-1].words))
    return person.inbox[-1].words


def refused(bot, person, answer, said):
    """Wait until somebody was told something: by the answer to their press, or below it."""
    assert answer.status == 200
    if said not in "\n".join(shown(answer)):
        told(bot, person, said)


def showing(bot, person, number):
    """Return the card of a promise that somebody asked for."""
    person.says(f"show {number}")
    told(bot, person, f" {number} ")
    return person.inbox[-1]


EDITED = [
    (doing(verb="close", number=99), NO_SUCH),
    (doing(verb="drop", number=1), NOT_OURS),
    (doing(verb="close", number="1; drop"), NOT_OURS),
    (doing(verb="close", number=10**30), ""),
    (doing(verb="close", number=-1), "There is no promise -1."),
    ({"engage": "press", "payload": {"do": 5}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": "garbage"}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": "[]"}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": '{"verb": "close", "number": 1'}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": "\ud800"}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": "[" * 3_000}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": "x" * 100_000}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": '{"verb": "mine"}', "view": "bundle:x"}}, NOT_OURS),
    ({"engage": "press", "payload": {"do": '{"verb": "mine"}', "view": "\u0000"}}, NOT_OURS),
    ({"engage": "press", "payload": "close"}, NOT_OURS),
    ({"engage": "press"}, NOT_OURS),
]


@pytest.fixture(scope="module")
def card(bot):
    """A card of a promise of Ana's, in her conversation."""
    bot.teams.ana.says("promise Maria: send the first report by Friday")
    return showing(bot, bot.teams.ana, 1)


@pytest.mark.parametrize(("data", "said"), EDITED, ids=lambda each: ascii(each)[:60])
@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit"])
def test_a_button_edited_by_hand(bot, card, name, data, said):
    """One line of refusal, where it was pressed or below it, and nothing is changed."""
    before = versions(bot)
    answer = bot.teams.deliver(pressing(bot.teams, "ana", data, on=card, name=name))
    refused(bot, bot.teams.ana, answer, said)
    assert versions(bot) == before


@pytest.mark.parametrize(("data", "said"), EDITED, ids=lambda each: ascii(each)[:60])
def test_a_button_edited_by_hand_in_a_client_without_dialogs(bot, card, data, said):
    """There a press is a message without words."""
    before, heard = versions(bot), len(bot.teams.ana.inbox)
    activity = pressing(bot.teams, "ana", {}, type="message", value=data)
    del activity["name"]
    assert bot.teams.deliver(activity).status == 200
    bot.teams.wait_for(lambda: len(bot.teams.ana.inbox) > heard)
    assert said in told(bot, bot.teams.ana, said)[0]
    assert versions(bot) == before


@pytest.mark.parametrize(
    "data", [None, {}, [], "press", {"engage": "drop"}, {"engage": ["press"]}, {"do": "x"}], ids=ascii
)
@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "task/submit"])
def test_a_button_of_another_bot(bot, teams, name, data):
    """Refused at once, in the language of whoever presses, and nobody is asked anything."""
    before = versions(bot), len(teams.ana.inbox)
    answer = teams.deliver(pressing(teams, "ana", data, name=name))
    assert (answer.status, shown(answer)) == (200, [NOT_OURS])
    french = teams.deliver(pressing(teams, "luc", data, name=name))
    assert shown(french)[0].startswith("Ce bouton ou ce formulaire")
    bot.settle()
    assert (versions(bot), len(teams.ana.inbox)) == before


@pytest.mark.parametrize("place", ["own", "channel"])
def test_a_button_for_a_promise_of_somebody_else(bot, teams, number, place):
    """Whoever finds out how a button is made, and presses it below anybody's message, changes nothing."""
    on = showing(bot, teams.sam, number) if place == "own" else recorded_card(teams, number)
    before = versions(bot)
    answer = teams.deliver(pressing(teams, "sam", doing(verb="close", number=number), on=on))
    refusal = f"Promise {number} belongs to Ana Reyes (@ana). Only they or a team lead can change it."
    refused(bot, teams.sam, answer, refusal)
    assert versions(bot) == before


def test_somebody_elses_card_in_a_channel(bot, teams, number):
    """What everybody sees, everybody can press; the card stays as it was for all others."""
    on = recorded_card(teams, number)
    before = versions(bot), on.words
    teams.sam.presses("Undo", on=on)
    bot.settle()
    assert (versions(bot), on.words) == before


def test_a_view_edited_by_hand(bot, teams, card):
    """What a card showed besides cannot be made up either."""
    before = versions(bot)
    for view in ("list", "list:mine", "promise:1", "bundle:1", "x" * 4_000, "{}", "home"):
        data = doing(verb="close", number=99)
        data["payload"]["view"] = view
        assert teams.deliver(pressing(teams, "ana", data, on=card)).status == 200
    bot.settle()
    assert versions(bot) == before


@pytest.mark.parametrize("meanwhile", ["done {}", "undo {}", "escalate {} to @lea: publish?"])
def test_a_card_of_what_changed_meanwhile(bot, teams, number, meanwhile):
    """It says so, and changes nothing."""
    on = showing(bot, teams.ana, number)
    done = cards.action(on.card, "Done")["data"]
    teams.ana.says(meanwhile.format(number))
    told(bot, teams.ana, f"Promise {number}")
    before = versions(bot)
    answer = teams.deliver(pressing(teams, "ana", done, on=on))
    refused(bot, teams.ana, answer, f"romise {number}")
    assert versions(bot) == before


def test_after_somebody_else_closed_it(bot, teams, number):
    """The lead was quicker: the owner is told, and the promise stays as the lead left it."""
    on = showing(bot, teams.ana, number)
    teams.lea.says(f"fait {number}")
    bot.settle()
    before = versions(bot)
    answer = teams.deliver(pressing(teams, "ana", doing(verb="close", number=number), on=on))
    refused(bot, teams.ana, answer, f"Promise {number} is already closed.")
    assert versions(bot) == before


def test_two_press_at_the_same_time(bot, teams, number):
    """An owner and a lead close the same promise: it is closed once, and the later one is told."""
    pressed = [
        pressing(teams, person.name, doing(verb="close", number=number), on=showing(bot, person, number))
        for person in (teams.ana, teams.lea)
    ]
    before = versions(bot)[number]

    async def both():
        return await asyncio.gather(*(teams.server.courier.deliver(one) for one in pressed))

    answers = teams.run(both())
    assert {answer.status for answer in answers} == {200}
    bot.settle()
    assert versions(bot)[number] == before + 1
    english, french = f"Promise {number} is already closed.", f"L'engagement {number} est déjà clos."
    late = [
        line
        for person, answer, line in zip((teams.ana, teams.lea), answers, (english, french), strict=True)
        for told_so in [[*shown(answer), *(word for one in person.inbox for word in one.words)]]
        if line in "\n".join(told_so).replace("’", "'")
    ]
    assert len(late) == 1, late


def test_a_reminder_that_is_done_already(bot, teams, number):
    """The second press, a minute later, says so on the reminder itself, and changes nothing."""
    for owed in range(1, number):
        teams.ana.says(f"done {owed}")
    bot.advance_to(WEDNESDAY)
    teams.wait_for(lambda: any(f"{number} · Maria" in word for word in teams.ana.inbox[-1].words))
    reminder = teams.ana.inbox[-1]
    teams.ana.presses("Done", on=reminder)
    bot.settle()
    before = versions(bot)
    again = teams.deliver(pressing(teams, "ana", doing(verb="close", number=number), on=reminder))
    refused(bot, teams.ana, again, f"Promise {number} is already closed.")
    assert versions(bot) == before

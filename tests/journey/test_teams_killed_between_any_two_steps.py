"""A promise from the command to the history, in Teams, with Engage killed between any two of its steps.

A bot may not read what it has said in Teams. So a message that was on its way when Engage was killed may come
twice, and no other: which is what the third test shows, and the first that it is all.
"""

import pytest

from tests.peers.teams import TeamsPeer, teams_peer
from tests.support.teams_bot import WEDNESDAY, TeamsBot, emptied


@pytest.fixture(scope="module")
def teams():
    with teams_peer() as teams:
        yield teams


class Steps:
    """Counts the steps of a journey, and kills the bot before one of them."""

    def __init__(self, bot: TeamsBot, kill_before: int | None) -> None:
        self._bot = bot
        self._kill_before = kill_before
        self.count = 0

    def __call__(self) -> None:
        if self.count == self._kill_before:
            self._bot.restart()
        self.count += 1


def kept(teams: TeamsPeer, bot: TeamsBot, step: Steps) -> None:
    """Recorded in a channel, reminded of, done, told, looked up."""
    promise = "promise Maria Chen (OpenNorth): send the report by Friday 17:00"
    for says in (
        lambda: teams.ana.says(promise, "promises"),
        lambda: bot.jump(WEDNESDAY),
        lambda: teams.ana.presses("Done", on=teams.ana.inbox[-1]),
        lambda: teams.ana.says("told 1 by email", "promises"),
        lambda: teams.ana.says("history 1"),
    ):
        step()
        says()
        bot.settle()


def decided(teams: TeamsPeer, bot: TeamsBot, step: Steps) -> None:
    """Recorded in a dialog, escalated, answered in the dialog that the question opens, delivered."""
    ana, dana = teams.ana, teams.dana
    dana.says("help")
    bot.settle()
    for does in (
        lambda: ana.says("engage"),
        lambda: ana.presses("Fill in the form"),
        lambda: ana.fills(**fields(stakeholder="Kim Park", words="publish the audit", due="Friday")),
        lambda: ana.says("escalate 1 to @dana: whether to publish the names"),
        lambda: dana.presses("Answer", on=dana.inbox[-1]),
        lambda: dana.fills(**fields(note="Without the names.")),
        lambda: ana.presses("Done", on=ana.inbox[-1]),
    ):
        step()
        does()
        bot.settle()


def fields(**values):
    return {f"field:{key}": value for key, value in values.items()}


def run(journey, teams, directory, *, kill_before: int | None = None):
    """Return what stands in each place in the end, and how many steps it took."""
    emptied(teams)
    with TeamsBot(directory, teams) as bot:
        step = Steps(bot, kill_before)
        journey(teams, bot, step)
        said = {
            place: [one.words for one in teams.messages(place) if one.sender == "engage"]
            for place in ("promises", "ana", "dana")
        }
    return said, step.count


@pytest.mark.parametrize("journey", [kept, decided])
def test_a_kill_before_any_step_changes_nothing(journey, teams, tmp_path):
    """Whichever step the bot is killed before, everybody reads the same the same number of times."""
    undisturbed, steps = run(journey, teams, tmp_path / "undisturbed")
    assert steps >= 5
    for step in range(1, steps):
        killed, _ = run(journey, teams, tmp_path / f"killed-before-{step}", kill_before=step)
        assert killed == undisturbed, f"killed before step {step}"


def test_the_journey_reads_as_it_should(teams, tmp_path):
    """Every word that Ana reads on the way."""
    said, _ = run(kept, teams, tmp_path)
    recorded, told = said["promises"]
    reminder, history = said["ana"]
    assert recorded[0] == (
        "Promise 1 recorded: Maria Chen (OpenNorth), due Friday, November 27, 2026, 5:00\u00a0p.m."
    )
    assert told[0] == "Promise 1: noted that Maria Chen (OpenNorth) was told."
    assert reminder[-1] == "Closed: kept · stakeholder told"
    assert history[1::2] == [
        "Ana Reyes noted that the stakeholder was told",
        "Ana Reyes closed it: kept",
        "Engage reminded the owner: 2 business days before it was due",
        "Ana Reyes recorded it, due Friday, November 27, 2026, 5:00\u00a0p.m.",
    ]


@pytest.mark.parametrize(("arrives", "copies"), [(True, 2), (False, 1)])
def test_a_kill_while_a_message_is_on_its_way(teams, tmp_path, arrives, copies):
    """It comes again, since nobody can know: twice if it had arrived, once if not, and never not at all."""
    emptied(teams)
    with TeamsBot(tmp_path, teams) as bot:
        teams.ana.says("promise Maria: send the report by Friday")
        bot.settle()
        teams.fail(None, method="POST", seconds=30, after_delivery=arrives)
        bot.jump(WEDNESDAY)
        bot.restart()  # it sweeps when it starts
        teams.wait_for(lambda: [one.method for one in teams.calls].count("POST") == 2)
        teams.wait_for(lambda: len(teams.ana.inbox) == (2 if arrives else 1))
        bot.restart()
        bot.settle()
        assert [one.words[0] for one in teams.ana.inbox][1:] == ["One promise needs you"] * copies
        teams.ana.presses("Done", on=teams.ana.inbox[-1])
        bot.settle()
        assert teams.ana.inbox[-1].words[0] == "No open promise here any more"


def test_an_edit_that_is_on_its_way_is_made_once(teams, tmp_path):
    """What takes the place of a message can be sent as often as it takes."""
    emptied(teams)
    with TeamsBot(tmp_path, teams) as bot:
        teams.ana.says("promise Maria: send the report by Friday")
        bot.advance_to(WEDNESDAY)
        teams.fail(None, method="PUT", seconds=30, after_delivery=True)
        teams.ana.says("done 1", "promises")
        teams.wait_for(lambda: [one.method for one in teams.calls].count("PUT") == 1)
        bot.restart()
        bot.settle()
        assert [one.words[0] for one in teams.ana.inbox][1:] == ["No open promise here any more"]

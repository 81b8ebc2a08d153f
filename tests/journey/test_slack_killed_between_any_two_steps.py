"""A promise from the command to the history, in Slack, with Engage killed between any two of its steps."""

import pytest

from tests.peers.slack import SlackPeer, slack_peer
from tests.support.slack_bot import MONDAY, SlackBot

WEDNESDAY = MONDAY.replace(day=25, hour=9, minute=1)


class Steps:
    """Counts the steps of a journey, and kills the bot before one of them."""

    def __init__(self, bot: SlackBot, kill_before: int | None) -> None:
        self._bot = bot
        self._kill_before = kill_before
        self.count = 0

    def __call__(self) -> None:
        if self.count == self._kill_before:
            self._bot.restart()
        self.count += 1


def kept(slack: SlackPeer, bot: SlackBot, step: Steps) -> list[str]:
    """Recorded, reminded of, done, told, looked up."""
    ana, answers = slack.ana, []
    step()
    promise = "/engage promise Maria Chen (OpenNorth): send the report by Friday 17:00"
    answers.append(ana.types(promise, channel="engagement")["text"])
    step()
    bot.advance_to(WEDNESDAY)
    step()
    ana.presses("Done", on=ana.inbox[-1])
    step()
    bot.settle()
    answers.append(ana.inbox[-1]["text"])
    step()
    answers.append(ana.types("/engage told 1 by email", channel="engagement")["text"])
    step()
    answers.append(ana.types("/engage history 1", channel="engagement")["text"])
    return answers


def decided(slack: SlackPeer, bot: SlackBot, step: Steps) -> list[str]:
    """Recorded in the form, escalated, answered in the form that the question opens, delivered."""
    ana, dana, answers = slack.ana, slack.dana, []
    dana.types("/engage help")
    step()
    ana.types("/engage", channel="engagement")
    ana.fills(stakeholder="Kim Park", words="publish the audit", due="Friday")
    step()
    bot.settle()
    answers.append(ana.last["text"])
    step()
    ana.types("/engage escalate 1 to @dana: whether to publish the names")
    step()
    bot.settle()
    step()
    dana.presses("Answer", on=dana.inbox[-1])
    dana.fills(note="Without the names.")
    step()
    bot.settle()
    answers += [dana.inbox[-1]["text"], ana.inbox[-1]["text"]]
    step()
    ana.presses("Done", on=ana.inbox[-1])
    step()
    bot.settle()
    return [*answers, ana.inbox[-1]["text"]]


def run(journey, directory, *, kill_before: int | None = None):
    with slack_peer() as slack, SlackBot(directory, slack) as bot:
        step = Steps(bot, kill_before)
        answers = journey(slack, bot, step)
        bot.settle()
        told = [[message["text"] for message in person.inbox] for person in (slack.ana, slack.dana)]
        return answers, told, step.count


@pytest.mark.parametrize("journey", [kept, decided])
def test_a_kill_before_any_step_changes_nothing(journey, tmp_path):
    """Whichever step the bot is killed before, everybody reads the same the same number of times."""
    answers, told, steps = run(journey, tmp_path / "undisturbed")
    assert steps >= 6
    for step in range(1, steps):
        killed = run(journey, tmp_path / f"killed-before-{step}", kill_before=step)
        assert killed[:2] == (answers, told), f"killed before step {step}"


def test_the_journey_reads_as_it_should(tmp_path):
    """Every word that Ana reads on the way."""
    answers, (inbox, _), _ = run(kept, tmp_path)
    recorded, done, told, history = answers
    assert recorded.startswith(
        "Promise 1 recorded: Maria Chen (OpenNorth), due Friday, November 27, 2026, 5:00\u00a0p.m."
    )
    assert inbox == [
        done.replace("Promise 1 is closed: kept. Have you told Maria Chen (OpenNorth)?\n", "").replace(
            "Closed: kept", "Closed: kept · stakeholder told"
        )
    ]
    assert "Promise 1 is closed: kept. Have you told Maria Chen (OpenNorth)?" in done
    assert told.startswith("Promise 1: noted that Maria Chen (OpenNorth) was told.")
    assert history.split("\n")[1::2] == [
        "Ana Reyes noted that the stakeholder was told",
        "Ana Reyes closed it: kept",
        "Engage reminded the owner: 2 business days before it was due",
        "Ana Reyes recorded it, due Friday, November 27, 2026, 5:00\u00a0p.m.",
    ]

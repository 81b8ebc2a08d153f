"""Engage stops with work under way in Teams, and starts without it; what it logs is nobody's words."""

import threading
import time
from contextlib import ExitStack
from datetime import timedelta

from tests.support.bot_main import TEAMS_PATIENCE
from tests.support.teams_bot import TOKEN, WEDNESDAY, TeamsBot


def test_it_ends_when_everything_is_answered(teams, tmp_path):
    """SIGTERM during a press and a sending: both finish, nothing new is taken, and nothing is lost."""
    bot = TeamsBot(tmp_path, teams).start()
    for person in (teams.ana, teams.sam):
        person.says("promise Maria: send the report by Friday")
    bot.settle()
    teams.fail(
        429, place="sam", method="POST", after_delivery=True, headers={"Retry-After": "1"}, seconds=1.5
    )
    teams.fail(503, place="ana", method="GET", seconds=0.5)
    bot.jump(WEDNESDAY)
    bot.restart()  # it sweeps when it starts
    teams.wait_for(lambda: len(teams.sam.inbox) == len(teams.ana.inbox) == 2)
    pressed, ended = [], []
    press = threading.Thread(target=lambda: pressed.append(teams.ana.presses("Done", on=teams.ana.inbox[-1])))
    ending = threading.Thread(target=lambda: ended.append(bot.end()))
    asked, began = len(teams.calls), time.monotonic()
    press.start()
    teams.wait_for(lambda: "GET" in [call.method for call in teams.calls[asked:]])
    ending.start()
    press.join()
    ending.join()
    assert ended == [0]
    assert time.monotonic() - began < 10
    assert pressed[0]["value"]["fallbackText"].startswith("No open promise here any more")
    with bot:
        bot.advance_to(WEDNESDAY + timedelta(minutes=5))
        teams.ana.says("mine")
        bot.settle()
        assert teams.ana.inbox[-1].words[0] == "Nothing waits for you"
        assert len(teams.ana.inbox) == 3


def test_a_press_that_takes_long_is_answered_in_time(teams, tmp_path):
    """Teams gives up after a while: the person reads that it is on its way, and then the card changes."""
    bot = TeamsBot(tmp_path, teams)
    bot.environment[TEAMS_PATIENCE] = "0.5"
    with bot:
        teams.ana.says("promise Maria: send the report by Friday")
        bot.advance_to(WEDNESDAY)
        bot.slow_down(1)
        teams.ana.presses("Done", on=teams.ana.inbox[-1])
        assert teams.deliveries[-1].answer.seconds < 1
        assert teams.ana.notice
        bot.speed_up()
        teams.wait_for(lambda: teams.ana.inbox[-1].words[0] == "No open promise here any more")


def test_teams_is_out_of_reach_at_first(teams, tmp_path):
    """Nobody's keys can be fetched: whoever asks is asked to try again, and is served when it works."""
    with ExitStack() as after, TeamsBot(tmp_path, teams) as bot:
        after.callback(teams.bot_connector.come_back)
        teams.bot_connector.go_away()
        teams.say(teams.ana.member, "promise Maria: send the report by Friday", "a:1ana", mention=False)
        refused = teams.next_delivery(0, teams.ana.member, "message")
        assert refused.answer.status == 503
        teams.bot_connector.come_back()
        assert teams.deliver(refused.activity).status == 200
        bot.settle()
        assert [one.words[0].split(":")[0] for one in teams.ana.inbox] == ["Promise 1 recorded"]


def test_a_log_holds_no_words(teams, tmp_path):
    """Whatever goes wrong, the log has neither what people wrote, nor their names, nor a secret."""
    with TeamsBot(tmp_path, teams) as bot:
        teams.ana.says("promise Xylophone: wombat report by Friday", "promises")
        teams.ana.says("wombat")
        for status in (500, 429, None, 403, 404):
            teams.fail(status, {"error": {"code": "Wombat", "message": "Ana Reyes said wombat"}}, times=2)
        teams.fail(502, "wombat")
        bot.advance_to(WEDNESDAY)
        teams.ana.says("promise Xylophone: another wombat by Friday")
        teams.post(b"wombat", {"Content-Type": "application/json"})
        teams.deliver(
            {**teams.deliveries[-1].activity, "text": "wombat"}, {"Authorization": "Bearer wombat.a.b"}
        )
        for minutes in (2, 10):
            bot.advance_to(WEDNESDAY + timedelta(minutes=minutes))
        assert bot.end() == 0
        log = bot.log
    assert "outbox.not_delivered" in log
    private = ("xylophone", "reyes", TOKEN, "a secret", "@example.org", "bearer", "wombat report")
    assert [word for word in private if word.lower() in log.lower()] == []

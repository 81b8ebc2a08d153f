"""Engage starts without Slack, and stops with work under way; what it logs is nobody's words."""

import threading
import time
from datetime import timedelta

from tests.support.slack_bot import MONDAY, SlackBot

WEDNESDAY = MONDAY.replace(day=25, hour=9, minute=1)


def test_it_ends_when_everything_is_answered(slack, tmp_path):
    """SIGTERM during a command and a sending: both finish, nothing new is taken, and nothing is lost."""
    bot = SlackBot(tmp_path / "bot", slack).start()
    slack.ana.types("/engage promise Maria: send the report by Friday")
    slack.fail("chat.postMessage", "slow", seconds=3)
    slack.fail("users.info", "slow", times=None, seconds=30)
    bot.jump(WEDNESDAY)
    bot.restart()  # it sweeps when it starts
    slack.wait_for(lambda: slack.calls_of("chat.postMessage"))
    asked, heard = len(slack.calls_of("users.info")), []
    command = threading.Thread(
        target=lambda: heard.append(slack.command("sam", "/engage", "promise Noor: call by Friday"))
    )
    command.start()
    slack.wait_for(lambda: len(slack.calls_of("users.info")) > asked)
    began, ended = time.monotonic(), []
    ending = threading.Thread(target=lambda: ended.append(bot.end()))
    ending.start()
    command.join()
    assert heard[0].body["text"].startswith("Promise 2 recorded")
    refused = slack.command("sam", "/engage", "promise Noor: call again by Friday")
    ending.join()
    assert (ended, refused.status) == ([0], 0)
    assert time.monotonic() - began < 10
    assert len(slack.ana.inbox) == 1
    slack.recover()
    with bot:
        bot.advance_to(WEDNESDAY + timedelta(minutes=5))
        assert slack.sam.types("/engage mine")["text"].startswith("Your open promises: 1\n2 · Noor: call")
        assert len(slack.ana.inbox) == 1


def test_slack_is_out_of_reach_at_first(slack, tmp_path):
    """It answers whoever reaches it, and sends when it can; and no setting of Bolt's own turns OAuth on."""
    slack.fail("auth.test", "nothing", times=None)
    bot = SlackBot(tmp_path / "bot", slack)
    bot.environment |= {
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "a secret",
        "SLACK_SCOPES": "chat:write",
        "SLACK_USER_SCOPES": "",
        "SLACK_INSTALLATION_DIR": str(tmp_path),
    }
    with bot:
        slack.ana.types("/engage promise Maria: send the report by Friday")
        slack.fail("conversations.open", "nothing")
        bot.advance_to(WEDNESDAY)
        for minutes in (2, 5):
            bot.advance_to(WEDNESDAY + timedelta(minutes=minutes))
        assert len(slack.ana.inbox) == 1
        own = {
            "type": "message",
            "channel": slack.direct("ana"),
            "user": slack.bot_user,
            "text": "help",
            "ts": "1.1",
        }
        assert slack.event({**own, "channel_type": "im"}).status == 200
        bot.settle()
        assert len(slack.ana.inbox) == 1
    assert slack.calls_of("oauth.v2.access") == []


def test_a_log_holds_no_words(slack, tmp_path):
    """Whatever goes wrong, the log has neither what people wrote, nor their names, nor a secret."""
    slack.add_user(name="zebulon", real_name="Zebulon Quux")
    with SlackBot(tmp_path / "bot", slack) as bot:
        slack.command("zebulon", "/engage", "promise Xylophone: wombat report by Friday")
        zebulon = slack.person("zebulon")
        zebulon.says_dm("wombat")
        slack.command("zebulon", "/engage", "")
        slack.fail("views.open", "nothing")
        slack.command("zebulon", "/engage", "")
        for method, how in (
            ("chat.postMessage", "500"),
            ("conversations.open", "garbage"),
            ("users.info", "500"),
        ):
            slack.fail(method, how, times=2)
        bot.advance_to(WEDNESDAY)
        zebulon.says_dm("promise Xylophone: another wombat by Friday")
        body = b"payload=wombat"
        slack.post(body, {"Content-Type": "application/x-www-form-urlencoded", **slack.sign(body)})
        slack.post(b"wombat", slack.sign(b"another"))
        slack.fail("response_url", "nothing", times=2)
        zebulon.presses("Undo", on=slack.ephemerals("zebulon")[0])
        for minutes in (2, 10):
            bot.advance_to(WEDNESDAY + timedelta(minutes=minutes))
        bot.end()
        log = (bot.directory / "log").read_text()
    assert "outbox.not_delivered" in log
    private = (
        "wombat",
        "xylophone",
        "zebulon",
        "quux",
        "xoxb",
        slack.signing_secret,
        "/response/",
        "@example.org",
    )
    assert [word for word in private if word.lower() in log.lower()] == []

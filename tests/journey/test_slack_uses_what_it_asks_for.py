"""The manifest asks for what is used, and for nothing else: everything that Engage calls is called here once."""

from adapters.slack.manifest import APP_TOKEN_METHODS, EVENTS, SCOPES, UNSCOPED_METHODS
from tests.peers.slack import slack_peer
from tests.support.slack_bot import MONDAY, SlackBot

METHODS = {method for scope in SCOPES.values() for method in scope.methods}


def everything(slack, bot):
    """Let people do whatever makes Engage call Slack, and lose answers, so that it looks for its messages."""
    slack.dana.types("/engage help")
    slack.ana.types("/engage promise Maria: send the data by Friday")
    slack.ana.types("/engage")
    slack.ana.closes_form()
    slack.ana.opens_home()
    bot.settle()
    slack.ana.presses("Show: 1", on=slack.home("ana"))
    slack.ana.presses("Done: 1")
    slack.ana.presses("Undo: 1")
    slack.ana.presses("Move: 1")
    slack.ana.closes_form()
    slack.ana.presses("History: 1")
    slack.ana.closes_form()
    slack.ana.mentions("engagement", "mine")
    message = slack.say("sam", "We will send the map", channel="engagement")
    slack.ana.uses_shortcut("record_promise", on=message)
    slack.ana.closes_form()
    slack.change_user("ana", real_name="Ana Maria Reyes")
    bot.settle()
    slack.fail("chat.postMessage", "lost")
    bot.advance_to(MONDAY.replace(day=25, hour=9, minute=1))
    bot.advance_to(MONDAY.replace(day=25, hour=9, minute=4))
    slack.ana.presses("Done: 1", on=slack.ana.inbox[-1])
    bot.settle()
    first = slack.ana.inbox[-1]
    slack.fail("chat.postMessage", "lost")
    slack.say("ana", "mine", thread=first["ts"])
    bot.settle()
    bot.advance_to(MONDAY.replace(day=25, hour=9, minute=8))


def test_every_method_that_is_asked_for_is_called_and_no_other(tmp_path):
    """The emulator refuses whatever a scope does not allow, so nothing is missing either."""
    with slack_peer() as slack, SlackBot(tmp_path, slack) as bot:
        everything(slack, bot)
        called = {call.method for call in slack.calls}
        kinds = {delivery.payload.get("event", {}).get("type") for delivery in slack.deliveries}
        assert called == METHODS | UNSCOPED_METHODS
        assert kinds - {None} == {"message" if name == "message.im" else name for name in EVENTS}
        assert [message["text"].split("\n")[0] for message in slack.ana.inbox[1:]] == [
            "Nothing waits for you"
        ]


def test_the_socket_asks_for_its_address_and_nothing_else(tmp_path):
    """With the app-level token."""
    with slack_peer() as slack, SlackBot(tmp_path, slack, socket=True):
        called = {call.method for call in slack.calls if call.token == slack.app_token}
        assert called == set(APP_TOKEN_METHODS)

"""People of the peer before a bot made with Bolt: what they do arrives, and what it answers is seen."""

import asyncio

import pytest

from tests.peers.echo_bot import CARD, echo_bot, served

do = asyncio.to_thread


@pytest.fixture
async def bot(slack):
    """The bot, reached by HTTP; it lives on the test's loop, so that people act in a thread."""
    bot = echo_bot(slack)
    async with served(bot) as address:
        slack.connect(address)
        yield bot


async def test_command_is_answered_to_one_person(slack, bot):
    """A command brings along everything that Slack promises; its answer is seen by who typed it."""
    answer = await do(slack.ana.types, "/engage ephemeral for me", channel="engagement")
    assert answer["blocks"] == CARD
    (body,) = bot.heard
    assert (body["channel_name"], body["user_name"], body["command"]) == ("engagement", "ana", "/engage")
    assert body["response_url"].startswith("http://127.0.0.1:")
    assert slack.ana.last["text"] == "ephemeral for me"
    assert slack.messages("engagement") == []


async def test_command_is_answered_to_everybody(slack, bot):
    """An answer with `in_channel` stands in the channel, from the bot."""
    await do(slack.ana.types, "/engage in_channel for all", channel="engagement")
    (message,) = slack.messages("engagement")
    assert (message["text"], message["bot_id"]) == ("in_channel for all", slack.bot_id)


async def test_typed_text_arrives_as_slack_writes_it(slack, bot):
    """Markup is escaped; who and what is mentioned is named by id; a direct conversation is called so."""
    await do(slack.ana.types, "/engage R&D <b> @sam, @nobody #engagement https://example.org/a?b=1")
    (body,) = bot.heard
    assert body["text"] == (
        "R&amp;D &lt;b&gt; <@U0SAM|sam>, @nobody <#C0ENGAGEMENT|engagement> <https://example.org/a?b=1>"
    )
    assert body["channel_name"] == "directmessage"


async def test_pressing_on_an_ephemeral_answer_replaces_it(slack, bot):
    """The message itself is not in the payload; the response URL changes what is seen."""
    await do(slack.ana.types, "/engage ephemeral")
    await do(slack.ana.presses, "Done")
    assert bot.heard[-1]["container"]["is_ephemeral"]
    assert "message" not in bot.heard[-1]
    assert bot.heard[-1]["actions"][0]["value"] == "12"
    assert [message["text"] for message in slack.ephemerals("ana")] == ["Kept"]


async def test_pressing_on_a_message_brings_it_along(slack, bot):
    """A message that everybody sees is in the payload, and its response URL changes it for everybody."""
    await do(slack.ana.types, "/engage in_channel", channel="engagement")
    (message,) = slack.messages("engagement")
    await do(slack.sam.presses, "Done", on=message)
    assert bot.heard[-1]["message"]["ts"] == message["ts"]
    assert bot.heard[-1]["user"]["id"] == slack.sam.id
    assert [message["text"] for message in slack.messages("engagement")] == ["Kept"]


async def test_form_is_filled_in_and_closes(slack, bot):
    """Values arrive under their block and action; a form that was sent is gone."""
    await do(slack.ana.types, "/engage form")
    assert slack.ana.form["title"]["text"] == "A promise"
    await do(slack.ana.fills, {"Who": "sam"}, words="send the report")
    values = bot.heard[-1]["view"]["state"]["values"]
    assert values["words"] == {"said": {"type": "plain_text_input", "value": "send the report"}}
    assert values["owner"] == {"chosen": {"type": "users_select", "selected_user": slack.sam.id}}
    assert slack.ana.form is None


async def test_form_with_errors_stays(slack, bot):
    """What is wrong is said at its field; then the form is sent again."""
    await do(slack.ana.types, "/engage form")
    answer = await do(slack.ana.fills, words="?")
    assert answer["errors"] == {"words": "Say what was promised."}
    await do(slack.ana.fills, words="send the report")
    assert slack.ana.form is None


async def test_forms_are_stacked_and_replaced(slack, bot):
    """`push` puts a form above, `update` replaces one, sending closes one, `clear` closes all."""
    await do(slack.ana.types, "/engage form")
    await do(slack.ana.fills, words="more")
    assert [view["title"]["text"] for view in slack.views("ana")] == ["Still more", "A promise"]
    await do(slack.ana.fills, words="other")
    assert [view["title"]["text"] for view in slack.views("ana")] == ["Another", "A promise"]
    await do(slack.ana.fills, words="send it")
    assert [view["title"]["text"] for view in slack.views("ana")] == ["A promise"]
    await do(slack.ana.fills, words="more")
    await do(slack.ana.fills, words="enough")
    assert slack.ana.form is None


async def test_closed_form_is_reported(slack, bot):
    """A form with `notify_on_close` says that it was closed."""
    await do(slack.ana.types, "/engage form")
    await do(slack.ana.closes_form)
    assert bot.heard[-1]["type"] == "view_closed"
    assert slack.ana.form is None


async def test_form_that_slack_would_not_let_through_fails_the_test(slack, bot):
    """A field that may not be empty, or that is not there, never reaches the bot."""
    await do(slack.ana.types, "/engage form")
    with pytest.raises(AssertionError, match="'What' must be filled in"):
        await do(slack.ana.fills)
    with pytest.raises(AssertionError, match="the form has no"):
        await do(slack.ana.fills, words="x", when="Friday")
    assert len(bot.heard) == 1


async def test_direct_message_is_heard_and_answered(slack, bot):
    """The emulator posts it, its event reaches the bot, and the bot's own message is heard by it as well."""
    (answer,) = await do(slack.ana.says_dm, "what is mine?")
    assert answer["text"] == "you said what is mine?"
    assert bot.heard[0]["event"]["channel_type"] == "im"
    assert bot.heard[0]["authorizations"][0]["user_id"] == slack.bot_user
    await do(slack.wait_for, lambda: slack.deliveries[1:])
    events = {one.payload["event"]["text"]: one.payload["event"] for one in slack.deliveries}
    assert events["you said what is mine?"]["bot_id"] == slack.bot_id


async def test_channel_is_heard_only_when_the_bot_is_mentioned(slack, bot):
    """A mention is an event of its own; the rest of the channel, and channels without the bot, are silent."""
    await do(slack.say, "ana", "just talking", channel="engagement")
    await do(slack.say, "ana", "@engage are you there?", channel="elsewhere")
    await do(slack.ana.mentions, "engagement", "mine")
    (body,) = bot.heard
    assert (body["event"]["type"], body["event"]["text"]) == ("app_mention", f"<@{slack.bot_user}> mine")


async def test_home_is_opened(slack, bot):
    """Opening the tab tells the bot, and shows what it published; the messages tab is told apart."""
    home = await do(slack.ana.opens_home)
    assert home["blocks"][1]["elements"][0]["text"]["text"] == "Done"
    await do(slack.ana.opens_home, tab="messages")
    assert [body["event"]["tab"] for body in bot.heard] == ["home", "messages"]


async def test_pressing_on_home_and_on_a_form_brings_the_view_along(slack, bot):
    """There is no message and no response URL then, only the view."""
    home = await do(slack.ana.opens_home)
    await do(slack.ana.presses, "Done", on=home)
    await do(slack.ana.types, "/engage form")
    await do(slack.ana.presses, "Done")
    pressed = [body for body in bot.heard if body.get("type") == "block_actions"]
    assert [body["view"]["type"] for body in pressed] == ["home", "modal"]
    assert [body["container"]["view_id"] for body in pressed] == [home["id"], slack.ana.form["id"]]
    assert not any("response_url" in body for body in pressed)


async def test_shortcuts_bring_a_trigger(slack, bot):
    """From the menu of a message the message comes along; from the other there is only who it was."""
    message = await do(slack.say, "sam", "we will fix the stairs", channel="engagement")
    await do(slack.ana.uses_shortcut, "from_message", on=message)
    assert bot.heard[-1]["message"]["text"] == "we will fix the stairs"
    await do(slack.ana.uses_shortcut, "from_menu")
    assert bot.heard[-1]["type"] == "shortcut"


async def test_changed_profile_is_told(slack, bot):
    """Who moves to another zone is known there at once."""
    await do(slack.change_user, "ana", tz="America/Vancouver")
    user = bot.heard[-1]["event"]["user"]
    assert (user["id"], user["tz"]) == (slack.ana.id, "America/Vancouver")


async def test_repeated_event_is_the_same_event(slack, bot):
    """A retry has the same event id, a new signature, and says that it is one."""
    await do(slack.ana.says_dm, "hello")
    first = next(one for one in slack.deliveries if one.payload["event"]["user"] == slack.ana.id)
    await do(slack.repeat, first)
    assert bot.heard[-1]["event_id"] == first.payload["event_id"]
    numbers = [headers.get("X-Slack-Retry-Num") for headers in bot.headers]
    assert (numbers[0], numbers.count("1")) == (None, 1)


async def test_address_is_verified(slack, bot):
    """The bot's address proves itself by the challenge."""
    assert (await do(slack.verify_url, "3eZbrw1a")).body == {"challenge": "3eZbrw1a"}


@pytest.mark.parametrize(("age", "status"), [(0, 200), (600, 401)])
async def test_signature_is_slacks(slack, bot, age, status):
    """Bolt accepts what the peer signs, and nothing that is old."""
    body = b'{"type": "url_verification", "challenge": "x"}'
    now = float(slack.sign(body)["X-Slack-Request-Timestamp"])
    headers = {"Content-Type": "application/json", **slack.sign(body, now - age)}
    assert (await do(slack.post, body, headers)).status == status


async def test_bot_that_does_not_answer_fails_the_test(slack):
    """Slack tells the person, and so does the peer."""
    slack.connect("http://127.0.0.1:9")
    with pytest.raises(AssertionError, match="Engage did not answer"):
        await do(slack.ana.types, "/engage mine")

"""Socket Mode of the peer, before Bolt's own client for it."""

import asyncio
import json

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.peers.echo_bot import CARD, echo_bot

do = asyncio.to_thread


@pytest.fixture
async def bot(slack):
    """The bot, connected by a socket."""
    bot = echo_bot(slack)
    client = AsyncWebClient(slack.app_token, base_url=slack.api_url)
    handler = AsyncSocketModeHandler(bot, slack.app_token, web_client=client, ping_interval=0.2)
    await handler.connect_async()
    await do(slack.wait_for_socket)
    yield bot
    await handler.close_async()


async def test_everything_comes_through_the_socket(slack, bot):
    """Commands, presses, forms and events arrive, and their acknowledgements are Slack's answers."""
    assert (await do(slack.ana.types, "/engage ephemeral"))["blocks"] == CARD
    await do(slack.ana.presses, "Done")
    assert slack.ana.last["text"] == "Kept"
    await do(slack.ana.types, "/engage form")
    assert (await do(slack.ana.fills, words="?"))["response_action"] == "errors"
    (answer,) = await do(slack.ana.says_dm, "hello")
    assert answer["text"] == "you said hello"


async def test_envelope_is_acknowledged_with_its_payload(slack, bot):
    """Any envelope can be sent; what Bolt answers comes back."""
    await do(slack.ana.types, "/engage ephemeral")
    envelope = {
        "type": "slash_commands",
        "payload": slack.deliveries[0].payload,
        "accepts_response_payload": True,
    }
    answer = await do(slack.socket_send, envelope)
    assert answer["text"] == "ephemeral"


@pytest.mark.parametrize("end", ["socket_drop", "socket_disconnect"])
async def test_bot_connects_anew(slack, bot, end):
    """After a lost connection, or when asked to, the bot opens another, and is heard there."""
    await do(getattr(slack, end))
    await do(slack.wait_for_socket, 2)
    assert (await do(slack.ana.types, "/engage ephemeral"))["text"] == "ephemeral"


async def test_only_the_app_token_opens_a_socket(slack):
    """The bot's token is refused, and an address works once."""
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        await AsyncWebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.bot_token)
    answer = await AsyncWebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.app_token)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(answer["url"]) as socket:
            assert json.loads((await socket.receive()).data)["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(answer["url"])

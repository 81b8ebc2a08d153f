"""The Bolt app: which of Slack's requests is for which listener.

Every listener answers before the response leaves (`process_before_response`), so that what it says is
durable: Bolt otherwise answers first and runs the listener after it.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse

from adapters.slack.client import Client
from adapters.slack.listeners import Answer, Listeners
from adapters.slack.menus import SHORTCUTS
from adapters.slack.views import CALLBACK

_ANY = re.compile(".*", re.DOTALL)
_EVENTS_WITH_WORDS = ("app_mention", "message")


def bolt_app(client: Client, listeners: Listeners, *, bot_user: Callable[[], str]) -> AsyncApp:
    """Return the app. `bot_user` returns the id of the bot's own user, empty while it is not known.

    Signatures are checked where requests come in, before they are parsed (`adapters.slack.web`). The app is
    given `authorize`, since Bolt otherwise asks Slack again who it is, or turns to OAuth when it finds
    `SLACK_CLIENT_ID` in the environment; several workspaces will have their tokens looked up here.
    """

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=bot_user() or None,
            bot_token=client.token,
        )

    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.ERROR)  # it warns of each of the choices below
    app = AsyncApp(
        name="engage",
        logger=logger,
        client=client,
        signing_secret="checked-before",  # noqa: S106 - not a secret: see above
        request_verification_enabled=False,
        authorize=authorize,
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )
    app.command(_ANY)(_listener(listeners.command))
    app.action(_ANY)(_listener(listeners.press))
    app.view(CALLBACK)(_listener(listeners.submit))
    for shortcut in SHORTCUTS:
        is_global = shortcut.kind == "global"
        app.shortcut(shortcut.callback_id)(_listener(listeners.begin if is_global else listeners.pick))
    for event in _EVENTS_WITH_WORDS:
        app.event(event)(_listener(listeners.write))
    app.event("app_home_opened")(_listener(listeners.open_home))
    app.event("user_change")(_listener(listeners.notice))
    app.error(_unhandled)
    return app


def _listener(answer: Callable[[Mapping[str, Any]], Awaitable[Answer]]) -> Callable[..., Awaitable[None]]:
    async def listener(body: dict[str, Any], ack: AsyncAck) -> None:
        await ack(await answer(body))

    return listener


async def _unhandled(error: Exception) -> BoltResponse:
    """Tell Slack that what nobody listens to has arrived, or it sends it again; of a fault, that it has not."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200, body="")
    logging.getLogger("slack_bolt").error("A listener failed.", exc_info=error)
    return BoltResponse(status=500, body="")

"""Slack's Web API: one connection pool, no tries of its own, one error for an answer that is none."""

import logging
from typing import Any

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook import WebhookResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

API = "https://slack.com/api/"
ANSWERS_WITHIN = 10.0
"""Seconds; what takes longer may have been done."""


class Client(AsyncWebClient):
    """The SDK's client. `open` begins and `close` ends its use.

    It tries nothing again (`retry_handlers`): the outbox does, which knows what may have arrived.
    """

    def __init__(self, *, token: str, api_url: str = API) -> None:
        logger = logging.getLogger("slack_sdk.web")
        super().__init__(token=token, base_url=f"{api_url.rstrip('/')}/", retry_handlers=[], logger=logger)

    async def open(self) -> None:
        """Begin to keep connections."""
        self.session = ClientSession(timeout=ClientTimeout(total=ANSWERS_WITHIN))

    async def close(self) -> None:
        """Let the connections go."""
        if self.session is not None:
            await self.session.close()

    async def respond(self, url: str, body: dict[str, Any]) -> WebhookResponse:
        """Answer through the address that came with a request: five times, for half an hour."""
        webhook = AsyncWebhookClient(url, session=self.session, retry_handlers=[], logger=self.logger)
        return await webhook.send_dict(body)

    async def api_call(self, api_method: str, **arguments: Any) -> AsyncSlackResponse:  # noqa: ANN401 - the SDK's
        """Call a method. Raises `SlackApiError` for a refusal, `SlackClientError` for what is no answer."""
        try:
            return await super().api_call(api_method, **arguments)
        except (AttributeError, ValueError) as error:
            # The SDK takes for granted that what it gets is a JSON object.
            raise SlackClientError("Slack's answer is no JSON object.") from error

"""Messages leave here, and are found again by their keys."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack import limits
from adapters.slack.blocks import blocks_of, fallback_of
from adapters.slack.client import Client
from adapters.slack.results import (
    FAILURES,
    FOREVER,
    GONE,
    TOO_MANY,
    ThrottledError,
    code_of,
    result_of,
    seconds_named,
)
from adapters.slack.views import home_view
from bot.messages import Card, Delivered, Outbound, Place, Receipt, RetryAfter, SendResult

log = structlog.get_logger()

EVENT_TYPE = "engage_message"
"""Of the metadata that carries a message's key: https://docs.slack.dev/messaging/message-metadata"""

MARGIN = timedelta(hours=1)
"""Pages of history are turned back to this long before the message was queued: clocks differ."""

PAGE = 200
UNREADABLE = frozenset({"missing_scope", "not_allowed_token_type"})
MOST_PAGES = 10
OK = 200
SERVER_ERROR = 500


class Sending:
    """Sends and finds messages: that half of `bot.ports.Platform`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._directs: dict[str, str] = {}

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it."""
        try:
            return Delivered(receipt=Receipt(message_id=await self._way_of(message)(message)))
        except FAILURES as error:
            return result_of(error)

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | RetryAfter | None:
        """Look for a message by its key where it was to be posted.

        Messages for one person in a channel are in no history, nor is what went to an address of an answer:
        whether those arrived, nobody can tell.
        """
        if message.only or (message.answering is not None and message.answering.url):
            return None
        try:
            return await self._found(message, since)
        except FAILURES as error:
            if _thread(message) and code_of(error) in UNREADABLE:
                return None  # bots may not read every thread: nobody can tell
            result = result_of(error)
            # Where nothing can be posted, nothing has been.
            return replace(result, unknown=True) if isinstance(result, RetryAfter) else None

    async def _found(self, message: Outbound, since: datetime) -> Receipt | None:
        channel = await self._channel(message)
        async for page in self._pages(channel, message):
            for found in page:
                metadata: Mapping[str, Any] = found.get("metadata") or {}
                if (metadata.get("event_payload") or {}).get("key") == message.key:
                    return Receipt(message_id=f"{channel}:{found['ts']}")
            if not _thread(message) and page and float(page[-1]["ts"]) < (since - MARGIN).timestamp():
                return None
        return None

    async def channel_of(self, user: str) -> str:
        """Return the id of the direct conversation with somebody."""
        if user not in self._directs:
            answer = await self._client.conversations_open(users=user)
            self._directs[user] = str(answer["channel"]["id"])
        return self._directs[user]

    def _way_of(self, message: Outbound) -> Callable[[Outbound], Awaitable[str]]:
        if message.to.place is Place.HOME:
            return self._publish
        if message.answering is not None and message.answering.url:
            return self._respond
        if message.edits:
            return self._update
        if message.only:
            return self._whisper
        return self._post

    async def _publish(self, message: Outbound) -> str:
        answer = await self._client.views_publish(user_id=message.to.id, view=home_view(message.card))
        return str(answer["view"]["id"])

    async def _respond(self, message: Outbound) -> str:
        """Answer through the address that came with a request; once it is used up, as a direct message."""
        if message.answering is None:
            raise AssertionError(f"message {message.key} answers nothing")
        is_public = message.to.place is Place.CHANNEL and not message.only and not message.edits
        body = {
            **content_of(message.card),
            "response_type": "in_channel" if is_public else "ephemeral",
            "replace_original": bool(message.edits),
        }
        answer = await self._client.respond(message.answering.url, body)
        if answer.status_code == OK:
            return message.key
        if answer.status_code == TOO_MANY:
            raise ThrottledError(seconds_named(answer.headers))
        if answer.status_code >= SERVER_ERROR:
            raise TimeoutError(f"HTTP status {answer.status_code}")
        log.info("slack.answer_address_gone", key=message.key, status=answer.status_code)
        return await self._post(replace(message, answering=None))

    async def _update(self, message: Outbound) -> str:
        """Let a message take the place of another; an answer whose place is gone is a message of its own."""
        channel, _, moment = message.edits.partition(":")
        try:
            content = content_of(message.card, longest=limits.FALLBACK_OF_EDIT)
            answer = await self._client.chat_update(channel=channel, ts=moment, **content)
        except SlackApiError as error:
            if message.answering is None or code_of(error) not in GONE:
                raise
            return await self._post(replace(message, answering=None) if message.only else message)
        return f"{answer['channel']}:{answer['ts']}"

    async def _whisper(self, message: Outbound) -> str:
        """Say something to one person in a channel; as a direct message if that cannot be said there."""
        try:
            answer = await self._client.chat_postEphemeral(
                channel=message.to.id,
                user=message.only,
                thread_ts=_thread(message),
                **content_of(message.card),
            )
        except SlackApiError as error:
            if code_of(error) not in FOREVER:
                raise
            return await self._post(replace(message, answering=None))
        return f"{message.to.id}:{answer['message_ts']}"

    async def _post(self, message: Outbound) -> str:
        answer = await self._client.chat_postMessage(
            channel=await self._channel(message),
            thread_ts=_thread(message),
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": message.key}},
            unfurl_links=False,
            unfurl_media=False,
            **content_of(message.card),
        )
        return f"{answer['channel']}:{answer['ts']}"

    async def _channel(self, message: Outbound) -> str:
        if message.to.place is Place.CHANNEL and not message.only:
            return message.to.id
        return await self.channel_of(message.only or message.to.id)

    async def _pages(self, channel: str, message: Outbound) -> AsyncIterator[Sequence[Mapping[str, Any]]]:
        """Yield pages of a conversation, the newest messages first; of a thread, the oldest.

        Slack is not asked for messages from some moment on: if the clocks differ, that misses the newest.
        """
        asked: dict[str, Any] = {"channel": channel, "limit": PAGE, "include_all_metadata": True}
        thread, cursor = _thread(message), ""
        for _ in range(MOST_PAGES):
            if thread:
                answer = await self._client.conversations_replies(ts=thread, cursor=cursor, **asked)
            else:
                answer = await self._client.conversations_history(cursor=cursor, **asked)
            yield answer["messages"]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def content_of(card: Card, *, longest: int = limits.FALLBACK) -> dict[str, Any]:
    """Return a card as a message's blocks, and the text that stands for them."""
    return {"text": fallback_of(card, longest=longest), "blocks": blocks_of(card)}


def _thread(message: Outbound) -> str | None:
    return (message.answering.thread or None) if message.answering is not None else None

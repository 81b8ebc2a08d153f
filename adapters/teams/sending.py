"""Messages leave here. That one arrived is known by its id alone: bots may not read what was said."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import structlog

from adapters.teams import parse
from adapters.teams.cards import CONTENT_TYPE, attachment_of
from adapters.teams.client import Client
from adapters.teams.forms import form_card
from adapters.teams.limits import cut
from adapters.teams.pacing import Pacing
from adapters.teams.results import ConnectorError, result_of
from bot.messages import (
    LATEST,
    Address,
    Card,
    Delivered,
    Form,
    Outbound,
    Place,
    Receipt,
    Rejected,
    RetryAfter,
    SendResult,
)

log = structlog.get_logger()

LONGEST_SUMMARY = 200
"""Characters of what a notification shows."""

LONGEST_PAUSE = 5.0
"""Seconds for which a message waits here for its turn; for longer, it goes back to the queue."""

NOT_FOUND = 404
NOT_POSSIBLE = frozenset({400, 403, 404, 405, 501})


class Sending:
    """Sends messages: that half of `bot.ports.Platform`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._pacing = Pacing(clock=lambda: asyncio.get_running_loop().time())
        self._directs: dict[str, str] = {}

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it."""
        if message.to.place is Place.HOME:
            return Rejected(problem="Teams has no home pages")
        wait = self._pacing.wait(message.to.id)
        while 0 < wait <= LONGEST_PAUSE:
            await asyncio.sleep(wait)
            wait = self._pacing.wait(message.to.id)
        if wait:
            return RetryAfter(problem="paced", seconds=wait)
        try:
            return Delivered(receipt=Receipt(message_id=await self._sent_anywhere(message)))
        except ConnectorError as error:
            return result_of(error, is_direct=message.to.place is Place.DIRECT)

    async def _sent_anywhere(self, message: Outbound) -> str:
        """Send a message to where its conversation was heard of last; if nobody is there, to where Teams was."""
        try:
            return await self._sent(message)
        except ConnectorError as error:
            latest = message.address.get(f"{LATEST}service_url", "")
            is_moved = latest not in {"", message.address.get("service_url")}
            if not is_moved or not (error.never or error.status == NOT_FOUND):
                raise
            return await self._sent(replace(message, address={**message.address, "service_url": latest}))

    async def say(self, conversation: str, address: Address, shown: Card | Form) -> None:
        """Say something that is not kept."""
        try:
            await self._client.post(address, conversation, activity_of(shown, address, stamp=""))
        except ConnectorError as error:
            log.warning("teams.not_said", problem=error.problem)

    async def say_directly(self, address: Address, shown: Card | Form) -> None:
        """Say something that is not kept to somebody alone."""
        try:
            where = address.get("conversation") or await self._client.create(address, address.get("user", ""))
        except ConnectorError as error:
            log.warning("teams.not_said", problem=error.problem)
            return
        await self.say(where, address, shown)

    async def _sent(self, message: Outbound) -> str:
        activity = activity_of(message.card, message.address, stamp=parse.digest(message.key))
        if message.edits:
            try:
                await self._edited(message, activity)
            except ConnectorError as error:
                is_awaited = message.answering is not None and not message.answering.at_once
                if error.status != NOT_FOUND or not is_awaited:
                    raise  # an edit that tells nobody anything new, or what the request has shown already
            else:
                return message.edits
        return await self._posted(message, activity)

    async def _edited(self, message: Outbound, activity: Mapping[str, Any]) -> None:
        """Let a message take the place of another."""
        where, edited = parse.read_receipt(message.edits)
        if not edited or not where:
            raise ConnectorError(status=NOT_FOUND, code="ActivityNotFound")
        private = bool(message.answering and message.answering.whom)
        await self._client.put(message.address, where, edited, activity, private=private)

    async def _posted(self, message: Outbound, activity: Mapping[str, Any]) -> str:
        if message.to.place is not Place.DIRECT:
            thread = message.answering.thread if message.answering else ""
            where = parse.in_thread(message.to.id, thread)
            if message.only and message.answering and message.answering.whom:
                return await self._whispered(message, where, message.answering.whom, activity)
            return parse.receipt(where, await self._client.post(message.address, where, activity))
        where = self._directs.get(message.to.id) or message.address.get("conversation", "")
        if where:
            try:
                return parse.receipt(where, await self._client.post(message.address, where, activity))
            except ConnectorError as error:
                if error.status != NOT_FOUND:
                    raise
        where = await self._begun(message)
        return parse.receipt(where, await self._client.post(message.address, where, activity))

    async def _whispered(self, message: Outbound, where: str, whom: str, activity: Mapping[str, Any]) -> str:
        """Say something to one person among others; where that is not possible, directly."""
        address = {**message.address, "user": whom}
        try:
            return parse.receipt(where, await self._client.post(address, where, activity, private=True))
        except ConnectorError as error:
            if error.status not in NOT_POSSIBLE:
                raise
        where = await self._client.create(address, whom)
        return parse.receipt(where, await self._client.post(address, where, activity))

    async def _begun(self, message: Outbound) -> str:
        """Begin, or find again, the conversation with somebody; return its id."""
        user = message.address.get("user") or message.to.id
        self._directs[message.to.id] = await self._client.create(message.address, user)
        return self._directs[message.to.id]


def activity_of(shown: Card | Form, address: Address, *, stamp: str) -> dict[str, Any]:
    """Return what is shown as an activity; `stamp` tells what is pressed on it from what is pressed on another."""
    user = address.get("user", "")
    if isinstance(shown, Card):
        attachment = attachment_of(shown, stamp=stamp)
    else:
        attachment = {"contentType": CONTENT_TYPE, "content": form_card(shown, carried={}, in_chat=True)}
    return {
        "type": "message",
        "summary": cut(shown.title, LONGEST_SUMMARY),
        "locale": f"{shown.language}-CA",
        "from": {"id": address.get("bot", "")},
        **({"recipient": {"id": user}} if user else {}),
        "channelData": {"tenant": {"id": address.get("tenant", "")}},
        "attachments": [attachment],
    }

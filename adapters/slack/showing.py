"""How an answer is shown where the outbox does not: as a form, over a home page, or when nothing else worked."""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from adapters.slack.blocks import Block
from adapters.slack.client import Client
from adapters.slack.people import People
from adapters.slack.results import FAILURES, code_of, problem_of
from adapters.slack.sending import Sending, content_of
from adapters.slack.views import Origin, card_view, form_view
from bot.messages import Card, Reply, Tone
from bot.words import Words

log = structlog.get_logger()

OPEN_WITHIN = 0.8
"""Seconds: with what came before (`hearing.PATIENCE`), the response leaves within Slack's three."""


class Showing:
    """Forms and cards that are shown at once, while the person looks."""

    def __init__(self, client: Client, sending: Sending, people: People) -> None:
        self._client = client
        self._sending = sending
        self._people = people

    async def open(self, trigger: str, reply: Reply, origin: Origin, *, above: bool = False) -> Card | None:
        """Open a form, or a card; return what to say where that did not work.

        `above` puts it on top of the modal that is open. Slack takes a trigger for three seconds.
        """
        if reply.form is not None:
            view, language = form_view(reply.form, origin), reply.form.language
        elif reply.card is not None:
            view, language = card_view(reply.card), reply.card.language
        else:
            return None
        show = self._client.views_push if above else self._client.views_open
        try:
            async with asyncio.timeout(OPEN_WITHIN):
                await show(trigger_id=trigger, view=view)
        except FAILURES as error:
            if code_of(error) == "exchanged_trigger_id":
                return None  # Slack repeated itself, and the form is open
            log.warning("slack.view_not_opened", problem=problem_of(error))
            return Card(title=Words(language)("form-failed"), language=language, tone=Tone.REFUSED)
        return None

    async def put(self, view: Mapping[str, Any], card: Card) -> Card | None:
        """Let a card take the place of the modal that was pressed in; return it where that did not work."""
        try:
            async with asyncio.timeout(OPEN_WITHIN):
                await self._client.views_update(view_id=view.get("id"), view=card_view(card))
        except FAILURES as error:
            log.warning("slack.view_not_updated", problem=problem_of(error))
            return card
        return None

    async def say(self, user: str, origin: Origin, card: Card, *, in_channel: bool = False) -> None:
        """Say something that is not kept: through the address of an answer, or as a direct message."""
        try:
            if origin.answering.url:
                body = {**message_of(card, in_channel=in_channel), "replace_original": False}
                await self._client.respond(origin.answering.url, body)
            else:
                channel = await self._sending.channel_of(user)
                await self._client.chat_postMessage(channel=channel, **content_of(card))
        except FAILURES as error:
            log.warning("slack.not_said", problem=problem_of(error))

    def working(self, user: str) -> str:
        """Return the sentence that says that the answer follows, in somebody's language."""
        return Words(self._people.known(user).language or "en")("working")


def message_of(card: Card, *, in_channel: bool) -> Block:
    """Return a card as the answer to a slash command."""
    return {"response_type": "in_channel" if in_channel else "ephemeral", **content_of(card)}

"""An answer that its request cannot carry, or not to everybody, is a message of its own."""

from dataclasses import replace

from bot.handlers.context import Context
from bot.messages import Audience, Card, Inbound, Outbound, Paragraph, Place, Reply, Small


def queued_answer(reply: Reply, inbound: Inbound, context: Context) -> Reply:
    """Queue the card of an answer as a message of its own; return what the request still has to show.

    A home page holds one card: what replaces it is sent there, anything else is shown above it. What takes
    the place of a message is shown by the request as well, if it can.
    """
    answering, card = inbound.answering, reply.card
    is_home = inbound.conversation.place is Place.HOME
    if card is None or answering is None or (is_home and not reply.replaces):
        return reply
    if answering.at_once and not reply.replaces and _is_said_in_a_line(card):
        return reply  # by the request alone: nobody else needs to know
    is_private = reply.audience is Audience.SENDER and inbound.conversation.place is Place.CHANNEL
    message = Outbound(
        key=f"answer:{context.event_id}",
        to=inbound.conversation,
        card=card,
        edits=inbound.on if reply.replaces else "",
        only=inbound.sender.identity.user if is_private else "",
        answering=answering,
    )
    context.tx.post(message, at=context.now)
    return (
        reply if answering.at_once and reply.replaces else replace(reply, card=None, language=card.language)
    )


def _is_said_in_a_line(card: Card) -> bool:
    """Say whether a card is a sentence or two, with nothing to press or to look up."""
    return all(isinstance(element, Paragraph | Small) for element in card.elements)

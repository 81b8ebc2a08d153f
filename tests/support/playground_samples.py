"""Messages of the playground, for tests."""

from datetime import UTC, datetime

from adapters.playground.entries import Message
from bot.messages import (
    Actions,
    Button,
    Card,
    ConversationRef,
    Fields,
    Item,
    Outbound,
    Paragraph,
    Place,
    Quote,
    Small,
)

AT = datetime(2026, 11, 23, 15, tzinfo=UTC)

CHANNEL = ConversationRef(platform="playground", id="engagement", place=Place.CHANNEL)


def direct(user: str) -> ConversationRef:
    """Return a person's own conversation."""
    return ConversationRef(platform="playground", id=user, place=Place.DIRECT)


def card(title: str = "One promise needs you") -> Card:
    """Return a card with most elements."""
    button = Button(label="Done", name="Done (12)", payload={"verb": "done", "number": "12"})
    elements = (
        Paragraph(text="Two lines\nof text"),
        Quote(text="« mot à mot » 🎉"),
        Fields(rows=(("Due", "Friday"),)),
        Item(title="12", detail="due", buttons=(button,)),
        Actions(buttons=(button,)),
        Small(text="small"),
    )
    return Card(title=title, language="en", elements=elements)


def outbound(key: str = "reminder:1", to: ConversationRef = CHANNEL) -> Outbound:
    """Return a message that Engage sends by itself."""
    return Outbound(key=key, to=to, card=card())


def person_says(number: int, sender: str, *, only: str | None = None) -> Message:
    """Return what a person said in the channel."""
    return Message(id=number, conversation="engagement", at=AT, sender=sender, only=only, text="Good morning")


def engage_says(number: int, *, key: str = "", title: str = "One promise needs you") -> Message:
    """Return what Engage said in the channel."""
    return Message(id=number, conversation="engagement", at=AT, sender=None, card=card(title), key=key)

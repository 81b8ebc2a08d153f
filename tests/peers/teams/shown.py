"""What stands in each conversation, as people see it: every message with its present words and card."""

from bisect import insort
from dataclasses import dataclass, field
from typing import Any

from tests.peers.teams import cards
from tests.peers.teams.delivery import Delivery
from tests.peers.teams.tenant import top

CARD = "application/vnd.microsoft.card.adaptive"


@dataclass(kw_only=True)
class Message:
    """A message. `sender` is "engage" or a person's name; `before` is what stood there before each edit."""

    id: str
    conversation: str
    sender: str
    text: str = ""
    cards: list[dict[str, Any]] = field(default_factory=list)
    before: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)
    deleted: bool = False
    activity: dict[str, Any] = field(default_factory=dict)
    """What the bot sent, as it last sent it; empty if a person wrote it."""

    @property
    def card(self) -> dict[str, Any]:
        """The card; the message must have one."""
        assert self.cards, f"the message {self.text!r} has no card"
        return self.cards[0]

    @property
    def words(self) -> list[str]:
        """Everything that can be read in it, in order."""
        return [
            *([self.text] if self.text else []),
            *(word for card in self.cards for word in cards.texts(card)),
        ]

    def edit(self, text: str, shown: list[dict[str, Any]]) -> None:
        """Put something else in its place."""
        self.before.append((self.text, self.cards))
        self.text, self.cards = text, shown


class Shown:
    """All messages, in the order in which they appeared."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def add(
        self, conversation: str, number: str, *, sender: str = "engage", text: str = "", activity: Any = None
    ) -> Message:
        """Show a message: somebody's words, or what the bot sent."""
        sent = activity or {"text": text}
        message = Message(
            id=number,
            conversation=conversation,
            sender=sender,
            text=sent.get("text") or "",
            cards=cards_of(sent),
            activity=activity or {},
        )
        insort(self.messages, message, key=_when)
        return message

    def find(self, number: str, conversation: str) -> Message | None:
        """Return a message that still stands there; a channel finds those of its threads."""
        for message in self.messages:
            if (
                message.id == number
                and top(message.conversation) == top(conversation)
                and not message.deleted
            ):
                return message
        return None

    def update(self, conversation: str, number: str, activity: dict[str, Any]) -> None:
        """Show what the bot has put in place of a message."""
        if message := self.find(number, conversation):
            message.edit(activity.get("text") or "", cards_of(activity))
            message.activity = activity

    def answered(self, delivery: Delivery) -> None:
        """Show the card that a press was answered with in place of the one that was pressed."""
        activity, answer = delivery.activity, delivery.answer
        if activity.get("name") != "adaptiveCard/action" or answer.status != 200:
            return
        if answer.body.get("type") == CARD and activity.get("replyToId"):
            message = self.find(activity["replyToId"], activity["conversation"]["id"])
            if message:
                message.edit(message.text, [answer.body["value"]])

    def in_(self, conversation: str) -> list[Message]:
        """Return what stands in a conversation, in a channel with all its threads."""
        places = [conversation] if ";" in conversation else [top(conversation)]
        return [
            message
            for message in self.messages
            if not message.deleted and {message.conversation, top(message.conversation)} & set(places)
        ]


def _when(message: Message) -> tuple[int, bool]:
    """Return the milliseconds that an id counts; what came later in the same one has more behind them."""
    milliseconds, later, _ = message.id.partition("-")
    return int(milliseconds), bool(later)


def cards_of(activity: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the Adaptive Cards of an activity."""
    attached = activity.get("attachments") or []
    return [one["content"] for one in attached if one.get("contentType") == CARD]

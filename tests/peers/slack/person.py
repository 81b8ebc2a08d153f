"""People in a dialogue: they type, press and fill in, and read what is answered."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.peers.slack import blocks
from tests.peers.slack.delivery import Answer

if TYPE_CHECKING:
    from tests.peers.slack.peer import SlackPeer

Message = dict[str, Any]


class SlackPerson:
    """Somebody in Slack. What they do returns the bot's answer as Slack reads it; a refusal fails the test."""

    def __init__(self, slack: "SlackPeer", name: str) -> None:
        self.slack = slack
        self.name = name
        self.id = slack.user_id(name)

    def types(self, text: str, *, channel: str | None = None) -> Message:
        """Type a command such as "/engage mine"; without a channel in the direct conversation with Engage."""
        command, _, rest = text.partition(" ")
        assert command.startswith("/"), "a command begins with a slash; says_dm and mentions say the rest"
        return self._heard(self.slack.command(self.name, command, rest, channel=channel))

    def says_dm(self, text: str) -> list[Message]:
        """Write to Engage directly; return what Engage has written there since."""
        return self._said(text, None)

    def mentions(self, channel: str, text: str) -> list[Message]:
        """Write "@engage …" in a channel; return what Engage has written there since."""
        return self._said(f"@engage {text}", channel)

    def presses(self, label: str, *, on: Message | None = None, option: str | None = None) -> Message:
        """Press a button, or choose an option, by its label, spoken name or action id.

        Without `on` it is on the form that is open, else on the last answer to a command.
        """
        shown = on or self.form or self.last
        assert shown, "there is nothing to press on"
        return self._heard(self.slack.press(self.name, shown, blocks.action(shown["blocks"], label, option)))

    def fills(self, values: Mapping[str, Any] | None = None, /, **more: Any) -> Message:
        """Fill in and send the form that is open; fields are named by label, block id or action id."""
        form = self.form
        assert form, f"{self.name} has no form open"
        people = {member.name: member.id for member in self.slack._server.workspace.members.values()}
        state = blocks.state(form["blocks"], {**(values or {}), **more}, people=people)
        return self._heard(self.slack.submit(self.name, state, form))

    def closes_form(self) -> None:
        """Close the form without sending it."""
        if (answer := self.slack.close_view(self.name)) is not None:
            self._heard(answer)

    def opens_home(self, *, tab: str = "home") -> Message | None:
        """Open Engage's Home tab, or another; return what stands there."""
        self._heard(self.slack.open_home(self.name, tab=tab))
        return self.slack.home(self.name)

    def uses_shortcut(self, callback_id: str, *, on: Message | None = None) -> Message:
        """Use a shortcut of Engage, or one from the menu of a message."""
        if on is None:
            return self._heard(self.slack.shortcut(self.name, callback_id))
        return self._heard(self.slack.message_shortcut(self.name, callback_id, on))

    @property
    def form(self) -> Message | None:
        """The form that is open, if any."""
        return self.slack.view(self.name)

    @property
    def inbox(self) -> list[Message]:
        """What Engage wrote to them directly, in order."""
        bot = self.slack.bot_user
        return [message for message in self.slack.messages(self.name) if message["user"] == bot]

    @property
    def last(self) -> Message | None:
        """The last answer that only they see, as it is now."""
        seen = self.slack.ephemerals(self.name)
        return seen[-1] if seen else None

    def _said(self, text: str, channel: str | None) -> list[Message]:
        where = channel or self.name
        before = {message["ts"] for message in self.slack.messages(where)}
        heard = len(self.slack.deliveries)
        self.slack.say(self.name, text, channel=channel)
        delivered = self.slack.deliveries[heard:]
        assert channel or delivered, "what is said to Engage reaches it"
        for delivery in delivered:
            self._heard(delivery.answer)
        after = self.slack.messages(where)
        return [one for one in after if one["ts"] not in before and one["user"] == self.slack.bot_user]

    def _heard(self, answer: Answer) -> Message:
        reason = f"{answer.status} after {answer.seconds:.1f} s: {answer.text[:500]}"
        assert answer.status == 200, f"Slack tells {self.name} that Engage did not answer ({reason})"
        return answer.body

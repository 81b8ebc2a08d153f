"""People in a dialogue: they say things, press and fill in, and read what is answered."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.peers.teams import cards
from tests.peers.teams.delivery import Answer
from tests.peers.teams.dialogs import Form, payload, shown
from tests.peers.teams.shown import CARD, Message
from tests.peers.teams.tenant import top

if TYPE_CHECKING:
    from tests.peers.teams.peer import TeamsPeer


class TeamsPerson:
    """Somebody in Teams. What they do returns the bot's answer; one that Teams would not take fails the test."""

    def __init__(self, teams: "TeamsPeer", name: str) -> None:
        self.teams = teams
        self.name = name
        self.member = teams.server.members[name]
        self.form: Form | None = None
        """The dialog that is open, if any."""
        self.notice: str | None = None
        """What the last press or dialog told them besides cards."""

    @property
    def id(self) -> str:
        """Their id in the tenant."""
        return self.member.aad

    def speaks(self, locale: str, timezone: str | None = None) -> None:
        """Set the language of their Teams, such as "fr-CA", and where they are; nobody else changes."""
        self.member.locale = locale
        self.member.timezone = timezone or self.member.timezone

    def says(
        self,
        text: str,
        place: str | None = None,
        *,
        thread: Message | None = None,
        mention: bool | None = None,
    ) -> list[Message]:
        """Say something, mentioning Engage where others listen; return what Engage has written there since.

        Without a place it is their direct conversation with Engage. With `mention=False` Engage hears nothing of
        what is said to a group or a channel.
        """
        conversation = thread.conversation if thread else self.teams.conversation(place or self.name)
        called = mention if mention is not None else top(conversation) != self.teams.conversation(self.name)
        heard, before = self.teams.deliveries_now, {one.id for one in self.teams.all_messages}
        message = self.teams.say(self.member, text, conversation, mention=called)
        if called or place is None:
            delivery = self.teams.next_delivery(heard, self.member, "message")
            assert delivery.answer.status in {200, 201, 202}, self._not_heard(delivery.answer)
        new = [one for one in self.teams.all_messages if one.id not in before]
        return [one for one in new if one.conversation == message.conversation and one.sender == "engage"]

    def presses(
        self, label: str, *, on: Message | None = None, values: Mapping[str, Any] | None = None, **more: Any
    ) -> dict[str, Any]:
        """Press a button by its label, id or verb, after filling in fields of the card; return the answer.

        Without `on` it is on the newest card with such a button. The card that an `Action.Execute` is answered
        with takes the place of the old one; a text, or what went wrong, is their `notice`.
        """
        message = on or self._with_button(label)
        button = cards.action(message.card, label)
        filled = cards.filled(message.card, {**(values or {}), **more}, self.teams.people)
        self.notice = None
        match button["type"]:
            case "Action.Execute":
                action = {name: button[name] for name in ("type", "id", "title", "verb") if name in button}
                action["data"] = {**button.get("data", {}), **filled}
                return self._executed(message, action)
            case "Action.Submit" if button.get("data", {}).get("msteams", {}).get("type") == "task/fetch":
                value = {"data": {**button["data"], **filled}, "context": {"theme": "default"}}
                answer = self._invoked("task/fetch", value, message.conversation, on=message.id)
                return self._shows(
                    answer, Form(title="", card={}, sends="task/submit", conversation=message.conversation)
                )
            case "Action.Submit":
                heard = self.teams.deliveries_now
                value = {**button.get("data", {}), **filled}
                self.teams.run(self.teams.server.submit(self.member, value, message.conversation, message.id))
                delivery = self.teams.next_delivery(heard, self.member, "message")
                assert delivery.answer.status in {200, 201, 202}, self._not_heard(delivery.answer)
        return {}

    def uses_action(self, command: str, *, on: Message) -> dict[str, Any]:
        """Use a message action of Engage from the menu of a message; its dialog is their `form`."""
        context = {
            "commandId": command,
            "commandContext": "message",
            "context": {"theme": "default"},
            "messagePayload": payload(on, self.teams.server.members),
        }
        self.notice = None
        answer = self._played("composeExtension/fetchTask", context, on.conversation)
        sends = "composeExtension/submitAction"
        return self._shows(
            answer, Form(title="", card={}, sends=sends, conversation=on.conversation, context=context)
        )

    def fills(
        self, values: Mapping[str, Any] | None = None, /, *, press: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """Fill in and send the dialog that is open, by its first button or `press`; return the answer.

        Fields are named by label or id. An answer with a card is the next dialog; any other closes it.
        """
        form = self.form
        assert form, f"{self.name} has no dialog open"
        button = cards.action(form.card, press) if press else cards.actions(form.card)[0]
        filled = cards.filled(form.card, {**(values or {}), **more}, self.teams.people)
        data = {**button.get("data", {}), **filled}
        self.notice = None
        if form.sends == "task/submit":
            value = {"data": data, "context": {"theme": "default"}}
            return self._shows(self._invoked(form.sends, value, form.conversation), form)
        return self._shows(self._played(form.sends, {**form.context, "data": data}, form.conversation), form)

    def closes_form(self) -> None:
        """Close the dialog without sending it; Teams tells nobody."""
        self.form = None

    @property
    def inbox(self) -> list[Message]:
        """What Engage wrote to them directly, in order."""
        return [one for one in self.teams.messages(self.name) if one.sender == "engage"]

    def installs(self) -> None:
        """Add Engage for themselves; the bot hears of it twice, as in Teams."""
        self.teams.welcome(self.name)
        for template in ("install", "botAdded"):
            self._happens(template)

    def uninstalls(self) -> None:
        """Remove Engage; from now on it cannot write to them."""
        self._happens("uninstall")
        self.teams.write_off(self.name, blocked=False)

    def blocks(self) -> None:
        """Block Engage, which it learns only when it writes; `unblocks` takes it back."""
        self.teams.write_off(self.name, blocked=True)

    def unblocks(self) -> None:
        """Let Engage write to them again."""
        self.teams.welcome(self.name)

    def _happens(self, template: str) -> None:
        place = self.teams.conversation(self.name)
        answer = self.teams.run(self.teams.server.happens(self.member, place, template))
        assert answer.status in {200, 201, 202}, self._not_heard(answer)

    def _with_button(self, label: str) -> Message:
        for message in reversed(self.teams.all_messages):
            mine = top(message.conversation) in {self.teams.conversation(self.name), *self.teams.shared}
            if mine and not message.deleted and message.sender == "engage" and message.cards:
                one = message.card
                if any(label in {each.get("title"), each.get("verb")} for each in cards.actions(one)):
                    return message
        raise AssertionError(f"{self.name} sees no button {label!r}")

    def _executed(self, message: Message, action: dict[str, Any]) -> dict[str, Any]:
        value = {"action": action}
        body = self._played("adaptiveCard/action", value, message.conversation, replyToId=message.id)
        match body.get("type"):
            case kind if kind == CARD:
                pass
            case "application/vnd.microsoft.activity.message":
                self.notice = body["value"]
            case "application/vnd.microsoft.error":
                self.notice = body["value"]["message"]
            case kind:
                raise AssertionError(f"Teams takes no answer of type {kind!r} to a press")
        return body

    def _played(self, name: str, value: Any, conversation: str, **more: Any) -> dict[str, Any]:
        heard = self.teams.deliveries_now
        self.teams.run(self.teams.server.invoke(self.member, name, value, conversation, **more))
        return self._heard(self.teams.next_delivery(heard, self.member, "invoke").answer)

    def _invoked(self, name: str, value: Any, conversation: str, *, on: str = "") -> dict[str, Any]:
        return self._heard(
            self.teams.run(self.teams.server.invoke_directly(self.member, name, value, conversation, on))
        )

    def _shows(self, body: dict[str, Any], form: Form) -> dict[str, Any]:
        self.form, self.notice = shown(body, form)
        return body

    def _heard(self, answer: Answer) -> dict[str, Any]:
        assert answer.status == 200, self._not_heard(answer)
        return answer.body

    def _not_heard(self, answer: Answer) -> str:
        reason = f"{answer.status} after {answer.seconds:.1f} s: {answer.text[:500]}"
        return f"Teams tells {self.name} that Engage did not answer ({reason})"

"""What people do in Slack's client, and what Slack then posts to the bot. Each returns the bot's answer."""

import json
from typing import Any

from tests.peers.slack import payloads
from tests.peers.slack.answers import with_ids
from tests.peers.slack.delivery import Answer, Delivery
from tests.peers.slack.events import envelope, now
from tests.peers.slack.reading import Reading
from tests.peers.slack.response_urls import Way
from tests.peers.slack.text import as_typed
from tests.peers.slack.workspace import BOT_TOKEN, BOT_USER, VERIFICATION
from tests.support import block_kit

View = dict[str, Any]


class Interactions(Reading):
    """The part of a peer that acts."""

    def trigger_id(self, user: str, *, view: View | None = None, expired: bool = False) -> str:
        """Return a trigger with which a form can be opened for somebody, for three seconds and once."""
        arguments = {"user_id": self.user_id(user), "view_id": view and view["id"]}
        answer = self.run(self._server.emulator.call("views.generateTriggerId", arguments, BOT_TOKEN))
        assert answer["ok"], answer
        if expired:
            row = next(row for row in self.rows("viewTriggers") if row["trigger_id"] == answer["trigger_id"])
            self.run(self._server.emulator.update("viewTriggers", row, expires_at=0))
        return answer["trigger_id"]

    def command(
        self, user: str, name: str, text: str = "", *, channel: str | None = None, **fields: str
    ) -> Answer:
        """Somebody types a command, in a channel or else in their direct conversation with the bot."""
        way = Way(user=self.user_id(user), channel=self.channel_id(channel or user))
        payload = payloads.command(
            self.member(user),
            self.channel(way.channel),
            name=name,
            text=self.typed(text, command=True),
            response_url=self._server.urls.make(self._server.address, way),
            trigger_id=self.trigger_id(user),
        )
        return self._answered("slash_commands", payload | fields, way)

    def press(self, user: str, on: dict[str, Any], *actions: dict[str, Any], expired: bool = False) -> Answer:
        """Somebody presses something on a message, a form or App Home; `expired` if the bot hears it too late."""
        trigger_id = self.trigger_id(user, view=on if on["type"] == "modal" else None, expired=expired)
        if on["type"] in {"modal", "home"}:
            payload = payloads.view_actions(
                self.member(user), on, actions=list(actions), trigger_id=trigger_id
            )
            return self.deliver("interactive", payload)
        ephemeral = on.get("is_ephemeral", False)
        way = Way(user=self.user_id(user), channel=on["channel"], ts=on["ts"], ephemeral=ephemeral)
        payload = payloads.message_actions(
            self.member(user),
            self.channel(way.channel),
            on,
            actions=list(actions),
            response_url=self._server.urls.make(self._server.address, way),
            trigger_id=trigger_id,
        )
        return self._answered("interactive", payload, way)

    def submit(self, user: str, values: dict[str, Any], view: View | None = None) -> Answer:
        """Somebody sends a form; it closes, or does what the bot answers."""
        view = view or self.view(user)
        assert view, f"{user} has no form open"
        trigger_id = self.trigger_id(user, view=view)
        payload = payloads.view_submission(self.member(user), view, values=values, trigger_id=trigger_id)
        answer = self.deliver("interactive", payload)
        if answer.status == 200:
            self._after(user, view, answer.body)
        return answer

    def close_view(self, user: str) -> Answer | None:
        """Somebody closes the topmost form; the bot hears of it if it asked for that."""
        view = self.view(user)
        assert view, f"{user} has no form open"
        self._remove([view])
        if not view["notify_on_close"]:
            return None
        return self.deliver("interactive", payloads.view_closed(self.member(user), view, is_cleared=False))

    def message_shortcut(self, user: str, callback_id: str, message: dict[str, Any]) -> Answer:
        """Somebody uses the menu of a message."""
        way = Way(user=self.user_id(user), channel=message["channel"])
        payload = payloads.message_shortcut(
            self.member(user),
            self.channel(way.channel),
            message,
            callback_id=callback_id,
            response_url=self._server.urls.make(self._server.address, way),
            trigger_id=self.trigger_id(user),
        )
        return self._answered("interactive", payload, way)

    def shortcut(self, user: str, callback_id: str) -> Answer:
        """Somebody uses the menu of shortcuts."""
        trigger_id = self.trigger_id(user)
        payload = payloads.global_shortcut(self.member(user), callback_id=callback_id, trigger_id=trigger_id)
        return self.deliver("interactive", payload)

    def say(
        self, user: str, text: str, *, channel: str | None = None, thread: str | None = None
    ) -> dict[str, Any]:
        """Somebody writes a message, in a channel or to the bot, which has heard it when this returns.

        `thread` is the moment of the message below which it stands.
        """
        arguments = {"channel": self.channel_id(channel or user), "text": self.typed(text, command=False)}
        arguments |= {"thread_ts": thread} if thread else {}
        answer = self.run(self._server.emulator.call("chat.postMessage", arguments, self.member(user).token))
        assert answer["ok"], answer
        return {**answer["message"], "channel": answer["channel"]}

    def open_home(self, user: str, *, tab: str = "home") -> Answer:
        """Somebody opens the app, at its Home tab or at its messages."""
        event = {
            "type": "app_home_opened",
            "user": self.user_id(user),
            "channel": self.direct(user),
            "tab": tab,
        }
        view = self.home(user) if tab == "home" else None
        return self.event(event | ({"view": view} if view else {}))

    def change_user(self, user: str, **changes: Any) -> Answer:
        """Somebody changes their profile, or leaves (`deleted`); the bot hears of it."""
        member = self.run(self._server.workspace.change_member(self.user_id(user), **changes))
        told = {"id": member.id, "name": member.name, "real_name": member.real_name, "profile": {}}
        told["profile"] = {"real_name": member.real_name, "display_name": member.name, "email": member.email}
        return self.event({"type": "user_change", "user": member.enrich(told, include_locale=True)})

    def event(self, event: dict[str, Any], *, event_id: str | None = None) -> Answer:
        """Tell the bot of something, whether it subscribed to that or not."""
        return self.deliver("events_api", envelope({"event_ts": now(), **event}, event_id=event_id))

    def verify_url(self, challenge: str = "a challenge") -> Answer:
        """Ask the bot's address whether it is the bot's."""
        return self.deliver(
            "events_api", {"token": VERIFICATION, "challenge": challenge, "type": "url_verification"}
        )

    def repeat(self, delivery: Delivery, *, number: int = 1, reason: str = "http_timeout") -> Answer:
        """Post something again, signed anew, as Slack does when it got no answer in time."""
        retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        return self.deliver(delivery.kind, delivery.payload, headers=retry)

    def deliver(self, kind: Any, payload: dict[str, Any], *, headers: dict[str, str] | None = None) -> Answer:
        """Bring any payload to the bot."""
        return self.run(self._server.courier.deliver(kind, payload, headers=headers))

    def typed(self, text: str, *, command: bool) -> str:
        """Return what somebody typed as Slack hands it over; @engage is the bot."""
        people = {member.name: member.id for member in self._server.workspace.members.values()}
        channels = {row["name"]: row["channel_id"] for row in self.rows("channels") if not row.get("is_im")}
        return as_typed(text, people={**people, "engage": BOT_USER}, channels=channels, command=command)

    def _answered(self, kind: Any, payload: dict[str, Any], way: Way) -> Answer:
        """Deliver, and show the answer if it is a message."""
        answer = self.deliver(kind, payload)
        if answer.status == 200:
            assert not (wrong := block_kit.problems(answer.body.get("blocks") or [], "message")), wrong
            self.run(self._server.shown.by_answer(answer.body, way))
        return answer

    def _after(self, user: str, view: View, answer: dict[str, Any]) -> None:
        """Do with the forms what a submission was answered with."""
        inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
        match answer.get("response_action"):
            case None:
                self._remove([view])
            case "clear":
                self._remove(self.views(user))
            case "errors":
                assert answer["errors"].keys() <= inputs, (
                    f"{answer['errors']} names what is no input of {inputs}"
                )
            case "update" | "push" as action:
                assert not (wrong := block_kit.view_problems(answer["view"])), wrong
                shown = {**answer["view"], "blocks": with_ids(answer["view"]["blocks"])}
                place = (
                    {"trigger_id": self.trigger_id(user, view=view)}
                    if action == "push"
                    else {"view_id": view["id"]}
                )
                made = {**place, "view": json.dumps(shown)}
                done = self.run(self._server.emulator.call(f"views.{action}", made, BOT_TOKEN))
                assert done["ok"], done
            case other:
                raise AssertionError(f"Slack knows no response_action {other!r}")

    def _remove(self, views: list[View]) -> None:
        ids = {view["id"] for view in views}
        for row in self.rows("views"):
            if row["view_id"] in ids:
                self.run(self._server.emulator.delete("views", row))

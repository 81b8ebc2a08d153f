"""What people see in the workspace, read from where Slack keeps it."""

from typing import Any

from tests.peers.slack.server import Server
from tests.peers.slack.workspace import Member

_BOOKKEEPING = frozenset(
    {"id", "channel_id", "created_at", "updated_at", "reply_count", "reply_users", "reactions"}
)
_VIEW = (
    "type",
    "title",
    "submit",
    "close",
    "blocks",
    "private_metadata",
    "callback_id",
    "external_id",
    "hash",
)
_MORE = ("state", "team_id", "app_id", "bot_id", "root_view_id", "previous_view_id", "notify_on_close")


class Reading:
    """The part of a peer that looks."""

    _server: Server

    def run(self, work: Any) -> Any:
        """Let the peer's loop do something."""
        raise NotImplementedError

    def rows(self, collection: str) -> list[dict[str, Any]]:
        """Return everything in a collection of the emulator's store, such as `views`."""
        return self.run(self._server.emulator.rows(collection))

    def member(self, name_or_id: str) -> Member:
        """Return somebody by name or id."""
        everybody = self._server.workspace.members.values()
        found = [member for member in everybody if name_or_id in {member.id, member.name}]
        assert len(found) == 1, f"{name_or_id!r} is not one of {[member.name for member in everybody]}"
        return found[0]

    def user_id(self, name_or_id: str) -> str:
        """Return somebody's id."""
        return self.member(name_or_id).id

    def channel(self, name_or_id: str) -> dict[str, Any]:
        """Return what the store has of a channel; a person's name stands for their conversation with the bot."""
        members = self._server.workspace.members.values()
        if any(name_or_id in {member.id, member.name} for member in members):
            name_or_id = self.direct(name_or_id)
        found = self.run(self._server.workspace.channel(name_or_id))
        assert found, f"there is no channel {name_or_id!r}"
        return found

    def channel_id(self, name_or_id: str) -> str:
        """Return a channel's id."""
        return self.channel(name_or_id)["channel_id"]

    def direct(self, user: str) -> str:
        """Return the id of somebody's direct conversation with the bot."""
        return self.run(self._server.workspace.direct(self.user_id(user)))

    def messages(self, channel_or_user: str) -> list[dict[str, Any]]:
        """Return what everybody sees in a conversation, in order, as Slack's API has it and with `channel`."""
        channel = self.channel_id(channel_or_user)
        rows = [row for row in self.rows("messages") if row["channel_id"] == channel]
        kept = [{key: row[key] for key in row.keys() - _BOOKKEEPING} | {"channel": channel} for row in rows]
        return sorted(kept, key=lambda message: message["ts"])

    def message(self, channel_or_user: str, ts: str) -> dict[str, Any]:
        """Return one message as it is now."""
        return next(one for one in self.messages(channel_or_user) if one["ts"] == ts)

    def ephemerals(self, user: str) -> list[dict[str, Any]]:
        """Return what only this person sees, in order: answers to commands, and what was sent as such."""
        return [dict(one) for one in self._server.shown.ephemerals if one["to"] == self.user_id(user)]

    def view(self, user: str) -> dict[str, Any] | None:
        """Return the form that is open before somebody, the topmost of several."""
        return next(iter(self.views(user)), None)

    def views(self, user: str) -> list[dict[str, Any]]:
        """Return the forms that are open before somebody, the topmost first."""
        rows = [row for row in self.rows("views") if row["user_id"] == self.user_id(user)]
        opened = sorted((row for row in rows if row["type"] == "modal"), key=lambda row: -row["id"])
        return [_view(row) for row in opened]

    def home(self, user: str) -> dict[str, Any] | None:
        """Return somebody's App Home."""
        rows = [row for row in self.rows("views") if row["user_id"] == self.user_id(user)]
        return next((_view(row) for row in rows if row["type"] == "home"), None)


def _view(row: dict[str, Any]) -> dict[str, Any]:
    return {"id": row["view_id"]} | {key: row.get(key) for key in (*_VIEW, *_MORE)}

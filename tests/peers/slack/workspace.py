"""Who and what is in the workspace: its people, its channels, the app, and whose each token is."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.peers.slack.emulator import Emulator

TEAM = "T000000001"
DOMAIN = "riverside"
APP = "A0ENGAGE01"
BOT = "B0ENGAGE01"
BOT_USER = "U0ENGAGE01"
BOT_TOKEN = "xoxb-engage"
APP_TOKEN = "xapp-engage"
SIGNING_SECRET = "the secret that only Slack and Engage know"
VERIFICATION = "an old way to verify that nobody should use"
SCOPES = (
    "app_mentions:read",
    "channels:history",
    "groups:history",
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)
EVERYTHING = ("chat:write", "im:write", "im:history", "channels:history", "groups:history", "users:read")
"""What a person may do in Slack's own client."""

SEED = {
    "team": {"name": "Riverside", "domain": DOMAIN},
    "oauth_apps": [
        {
            "client_id": "engage",
            "client_secret": "unused",
            "name": "Engage",
            "app_id": APP,
            "bot_id": BOT,
            "bot_user_id": BOT_USER,
            "bot_name": "engage",
            "redirect_uris": [],
            "scopes": SCOPES,
        }
    ],
    "signing_secret": SIGNING_SECRET,
    "strict_scopes": True,
}
SAMPLES = (
    ("ana", "Ana Reyes", "en-CA"),
    ("sam", "Sam Okafor", "en-CA"),
    ("dana", "Dana Whitfield", "en-CA"),
    ("lea", "Léa Gagnon", "fr-CA"),
    ("luc", "Luc Roy", "fr-CA"),
)


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody in the workspace, with what the emulator would forget."""

    id: str
    name: str
    real_name: str
    tz: str
    locale: str
    email: str
    is_bot: bool
    deleted: bool

    @property
    def token(self) -> str:
        """With which they act themselves."""
        return f"xoxp-{self.id}"

    def enrich(self, user: dict, *, include_locale: bool) -> dict:
        """Return the emulator's idea of a user with what Slack adds."""
        now = datetime.now(ZoneInfo(self.tz))
        more = {"locale": self.locale} if include_locale else {}
        if not self.deleted:  # Slack forgets the zone of who has left
            more |= {
                "tz": self.tz,
                "tz_label": now.tzname(),
                "tz_offset": int(now.utcoffset().total_seconds()),
            }
        return {**user, "is_bot": self.is_bot, "deleted": self.deleted, **more}


class Workspace:
    """People and channels, kept by the emulator."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self.members: dict[str, Member] = {}
        self.scopes: dict[str, tuple[str, ...]] = {BOT_TOKEN: SCOPES, APP_TOKEN: ("connections:write",)}

    async def populate(self) -> None:
        """Add the app, the five people of the samples and the two channels."""
        await self._emulator.register(BOT_TOKEN, user_id=BOT_USER, app_id=APP, bot_id=BOT, scopes=SCOPES)
        for name, real_name, locale in SAMPLES:
            await self.add_member(name=name, real_name=real_name, locale=locale)
        everybody = list(self.members)
        await self.add_channel("engagement", members=[BOT_USER, *everybody])
        await self.add_channel("elsewhere", members=everybody)

    async def add_member(
        self,
        *,
        name: str,
        real_name: str,
        tz: str = "America/Toronto",
        locale: str = "en-CA",
        email: str | None = None,
        is_bot: bool = False,
        deleted: bool = False,
        team_id: str = TEAM,
    ) -> Member:
        """Add somebody; they get a token of their own."""
        member = Member(
            id=f"U0{name.upper()}",
            name=name,
            real_name=real_name,
            tz=tz,
            locale=locale,
            email=email or f"{name}@example.org",
            is_bot=is_bot,
            deleted=deleted,
        )
        await self._emulator.insert(
            "users", user_id=member.id, team_id=team_id, is_admin=False, **_kept(member)
        )
        await self._emulator.register(member.token, user_id=member.id, scopes=EVERYTHING)
        self.members[member.id] = member
        self.scopes[member.token] = EVERYTHING
        return member

    async def change_member(self, user_id: str, **changes) -> Member:
        """Change what Slack says of somebody."""
        member = replace(self.members[user_id], **changes)
        rows = await self._emulator.rows("users")
        row = next(row for row in rows if row["user_id"] == user_id)
        await self._emulator.update("users", row, **_kept(member))
        self.members[user_id] = member
        return member

    async def add_channel(self, name: str, *, members: Iterable[str], private: bool = False) -> str:
        """Add a channel; return its id."""
        there = list(members)
        row = await self._emulator.insert(
            "channels",
            channel_id=f"{'G' if private else 'C'}0{name.upper().replace('-', '')}",
            team_id=TEAM,
            name=name,
            is_channel=not private,
            is_private=private,
            is_archived=False,
            topic={"value": "", "creator": BOT_USER, "last_set": 0},
            purpose={"value": "", "creator": BOT_USER, "last_set": 0},
            members=there,
            creator=there[0],
            num_members=len(there),
        )
        return row["channel_id"]

    async def channel(self, name_or_id: str) -> dict | None:
        """Return a channel's row of the store."""
        rows = await self._emulator.rows("channels")
        named = (
            row for row in rows if name_or_id in {row["channel_id"], row["name"]} and not row.get("is_im")
        )
        return next((row for row in rows if row["channel_id"] == name_or_id), None) or next(named, None)

    async def direct(self, user_id: str) -> str:
        """Return the id of somebody's direct conversation with the bot, opened if need be."""
        token = self.members[user_id].token
        answer = await self._emulator.call("conversations.open", {"users": BOT_USER}, token)
        assert answer["ok"], answer
        return answer["channel"]["id"]


def _kept(member: Member) -> dict:
    """Return what the emulator's store keeps of somebody."""
    fields = {**asdict(member), "presence": "active", "manual_presence": "auto", "connection_count": 1}
    del fields["id"]
    fields["profile"] = {
        "display_name": member.name,
        "real_name": member.real_name,
        "email": member.email,
        "image_48": "",
        "image_192": "",
    }
    return fields

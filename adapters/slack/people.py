"""Who somebody is, as Slack knows them: asked once, kept for a while, asked again."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import available_timezones

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.results import FAILURES, code_of, problem_of
from bot.domain.people import Identity, language_of
from bot.messages import Profile

log = structlog.get_logger()

PLATFORM = "slack"
KEPT = 600.0
"""Seconds for which a profile is not asked for again. Slack tells of changes besides (`user_change`)."""

ASK_WITHIN = 1.2
"""Seconds that an answer to somebody waits for what Slack says of them; they are answered within three."""

MOST_KEPT = 20_000
NOBODY = frozenset({"user_not_found", "users_not_found", "user_not_visible"})


@dataclass(kw_only=True)
class People:
    """The people of a workspace, which is known by `team`, and `enterprise` if it is part of one.

    In a channel that is shared with another organisation, its people can press and mention, too.
    """

    client: AsyncWebClient
    team: str = ""
    enterprise: str = ""
    _known: dict[str, tuple[float, Profile]] = field(default_factory=dict)

    def known(self, user: str) -> Profile:
        """Return somebody's profile as it was told last, without asking."""
        _, known = self._known.get(user, (0.0, unknown(user)))
        return known

    async def profile(self, user: str) -> Profile:
        """Return somebody's profile. What Slack does not tell in time is as it was, or left empty."""
        return await self._asked(user) or self.known(user)

    async def profiles(self, users: Iterable[str]) -> dict[str, Profile]:
        """Return the profiles of several people, by id; an id that is nobody's is left out."""
        asked = list(dict.fromkeys(users))
        found = await asyncio.gather(*(self._asked(user) for user in asked))
        return {user: profile for user, profile in zip(asked, found, strict=True) if profile is not None}

    async def _asked(self, user: str) -> Profile | None:
        """Return somebody's profile, or None if Slack knows nobody of this id."""
        now = asyncio.get_running_loop().time()
        at, known = self._known.get(user, (-KEPT, unknown(user)))
        if now - at < KEPT:
            return known
        try:
            async with asyncio.timeout(ASK_WITHIN):
                answer = await self.client.users_info(user=user, include_locale=True)
            return self.learn(answer["user"])
        except (KeyError, TypeError, AttributeError, ValueError):
            log.warning("slack.profile_not_understood", user=user)
            return known
        except FAILURES as error:
            if code_of(error) in NOBODY:
                return None
            log.warning("slack.profile_not_told", user=user, problem=problem_of(error))
            return known

    def learn(self, user: Mapping[str, Any]) -> Profile:
        """Keep what Slack says of somebody: the `user` of `users.info` and of `user_change`."""
        profile = replace(read_profile(user), is_outsider=self._is_outsider(user))
        at = asyncio.get_running_loop().time()
        if "locale" not in user:
            asked_at, before = self._known.get(profile.identity.user, (at - KEPT, profile))
            profile, at = replace(profile, language=before.language), min(at, asked_at)
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        self._known[profile.identity.user] = (at, profile)
        return profile

    def _is_outsider(self, user: Mapping[str, Any]) -> bool:
        team = str(user.get("team_id") or "")
        grid: Mapping[str, Any] = user.get("enterprise_user") or {}
        is_ours = team in {"", self.team, self.enterprise} or not self.team
        return not is_ours and (not self.enterprise or grid.get("enterprise_id") != self.enterprise)


def unknown(user: str) -> Profile:
    """Return the profile of somebody of whom only the id is known."""
    return Profile(identity=Identity(platform=PLATFORM, user=user), name="", handle="")


def read_profile(user: Mapping[str, Any]) -> Profile:
    """Read a user object: https://docs.slack.dev/reference/objects/user-object ."""
    details: Mapping[str, Any] = user.get("profile") or {}
    name = user.get("real_name") or details.get("real_name") or details.get("display_name")
    zone = user.get("tz")
    return Profile(
        identity=Identity(platform=PLATFORM, user=str(user["id"])),
        name=str(name or user.get("name") or ""),
        handle=str(user.get("name") or ""),
        language=language_of(str(user.get("locale") or "")),
        zone=zone if zone in available_timezones() else None,
        email=str(details.get("email") or "") if user.get("is_email_confirmed", True) else "",
        is_bot=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
        is_active=not user.get("deleted"),
    )

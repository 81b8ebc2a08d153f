"""What the Bot Connector's answers mean for a message.

https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
"""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.messages import Rejected, RetryAfter, Undelivered

LONGEST_WAIT = 3_600.0
"""Seconds that are waited for at most, whatever Teams says."""

BAD, FORBIDDEN, TOO_MANY, SERVER_ERROR = 400, 403, 429, 500
IN_DOUBT = frozenset({408, 412, 502, 504})
"""Statuses in spite of which the message may have arrived."""

NOT_LET_IN = frozenset({401})
"""Statuses that say nothing of the message: somebody has to mend the bot's registration. So do redirects, and a
403 without a word."""

BLOCKED = frozenset(
    {
        "messagewritesblocked",
        "botnotinconversationroster",
        "forbiddenoperationexception",
        "botdisabledbyadmin",
        "userblockedbot",
    }
)
GONE = frozenset({"conversationnotfound", "bodynotfound", "conversationdeleted", "channelnotfound"})
NOBODY = frozenset({"membernotfoundinconversation", "usernotfound", "chatnotfound", "notfound"})
NO_MESSAGE = frozenset({"activitynotfoundinconversation", "activitynotfound", "messagenotfound"})
"""Words of Teams for what will not change; others are told apart by the status."""


class ConnectorError(Exception):
    """The Bot Connector did not do what it was asked. `status` 0: nobody knows what became of it.

    `code` is Teams' own word; `never` means that the request did not get there, and not `said` that the answer
    had no body.
    """

    def __init__(
        self,
        *,
        status: int = 0,
        code: str = "",
        headers: Mapping[str, str] | None = None,
        never: bool = False,
        said: bool = True,
    ) -> None:
        super().__init__(code or status)
        self.status = status
        self.code = code
        self.headers = headers or {}
        self.never = never
        self.said = said

    @property
    def problem(self) -> str:
        """What went wrong in one word, for the log."""
        return self.code or (f"http_{self.status}" if self.status else "no_answer")


def result_of(error: ConnectorError, *, is_direct: bool) -> RetryAfter | Rejected:
    """Return what a failed call means for its message, to one person or to several.

    Teams' answer tells what happened; without one, or with that of a proxy, it may have arrived.
    """
    code, status = error.code.casefold(), error.status
    if status == TOO_MANY:
        asked = seconds_named(error.headers)
        # Everybody who was asked to wait comes back at another moment.
        seconds = None if asked is None else asked + random.uniform(0, 1)  # noqa: S311 - jitter, no secret
        return RetryAfter(problem=error.problem, seconds=seconds)
    if status in IN_DOUBT or (not status and not error.never):
        return RetryAfter(problem=error.problem, unknown=True)
    if status in NOT_LET_IN or not status or status < BAD or (status == FORBIDDEN and not error.said):
        return RetryAfter(problem=error.problem)
    if status >= SERVER_ERROR:
        return RetryAfter(problem=error.problem, unknown=True)
    return Rejected(problem=error.problem, reason=_reason(code, status, is_direct=is_direct))


def _reason(code: str, status: int, *, is_direct: bool) -> Undelivered:
    if code in NO_MESSAGE:
        return Undelivered.OTHER
    if code in BLOCKED or status == FORBIDDEN:
        return Undelivered.BLOCKED if is_direct else Undelivered.OUTSIDE
    if code in GONE or code in NOBODY or status in {404, 410}:
        return Undelivered.PERSON if is_direct else Undelivered.PLACE
    return Undelivered.OTHER


def seconds_named(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """Return how long Teams asks to wait (`Retry-After`, seconds or a date), an hour at most; None if it does not."""
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "").strip()
    try:
        seconds = float(told)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(told) - (now or datetime.now(UTC))).total_seconds()
        except (ValueError, TypeError):
            return None
    return min(max(1.0, seconds), LONGEST_WAIT)

"""What became of a call to Slack, as the core understands it."""

from collections.abc import Mapping

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.messages import Rejected, RetryAfter, Undelivered

FOREVER: Mapping[str, Undelivered] = {
    "channel_not_found": Undelivered.PLACE,
    "is_archived": Undelivered.PLACE,
    "not_in_channel": Undelivered.OUTSIDE,
    "user_not_in_channel": Undelivered.OUTSIDE,
    "restricted_action": Undelivered.OUTSIDE,
    "restricted_action_read_only_channel": Undelivered.OUTSIDE,
    "restricted_action_thread_only_channel": Undelivered.OUTSIDE,
    "restricted_action_non_threadable_channel": Undelivered.OUTSIDE,
    "restricted_action_thread_locked": Undelivered.OUTSIDE,
    "user_disabled": Undelivered.PERSON,
    "user_not_found": Undelivered.PERSON,
    "users_not_found": Undelivered.PERSON,
    "user_not_visible": Undelivered.PERSON,
    "cannot_dm_bot": Undelivered.PERSON,
    "messages_tab_disabled": Undelivered.OTHER,
    "invalid_blocks": Undelivered.OTHER,
    "invalid_blocks_format": Undelivered.OTHER,
    "invalid_arguments": Undelivered.OTHER,
    "msg_blocks_too_long": Undelivered.OTHER,
    "msg_too_long": Undelivered.OTHER,
    "no_text": Undelivered.OTHER,
    "message_not_found": Undelivered.OTHER,
    "cant_update_message": Undelivered.OTHER,
    "edit_window_closed": Undelivered.OTHER,
    "thread_not_found": Undelivered.OTHER,
    "cannot_reply_to_message": Undelivered.OTHER,
    "view_too_large": Undelivered.OTHER,
    "not_enabled": Undelivered.OTHER,
}
"""Errors that trying again does not mend."""

GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Errors of a message whose place another one cannot take any more."""

IN_DOUBT = frozenset(
    {"internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"}
)
"""Errors in spite of which Slack may have done what was asked."""

TOKEN = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "org_login_required",
        "team_access_not_granted",
        "ekm_access_denied",
    }
)
"""Errors of the token: nothing is wrong with the message, and somebody has to mend the installation."""

LONGEST_WAIT = 3_600.0
"""Seconds that are waited for at most, whatever Slack says."""

TOO_MANY = 429
SERVER_ERROR = 500


class ThrottledError(Exception):
    """Slack took nothing and asks to wait some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


FAILURES = (SlackClientError, ClientError, TimeoutError, OSError, ThrottledError)
"""What a call to Slack can raise."""


def seconds_named(headers: Mapping[str, str]) -> float:
    """Return how long Slack asks to wait (`Retry-After`), an hour at most; half a minute if it does not say."""
    try:
        return min(max(1.0, float(headers.get("Retry-After", ""))), LONGEST_WAIT)
    except ValueError:
        return 30.0


def result_of(error: BaseException) -> RetryAfter | Rejected:
    """Return what a failed call means for its message.

    Slack's answer tells what happened; without one it may have arrived, unless no connection came about.
    https://docs.slack.dev/apis/web-api/rate-limits says how long to wait.
    """
    if isinstance(error, ThrottledError):
        return RetryAfter(problem="ratelimited", seconds=error.seconds)
    if not isinstance(error, SlackApiError):
        arrived_never = isinstance(error, ClientConnectorError)
        return RetryAfter(problem=type(error).__name__, unknown=not arrived_never)
    code, status = code_of(error), getattr(error.response, "status_code", 0)
    if status == TOO_MANY or code in {"ratelimited", "rate_limited", "message_limit_exceeded"}:
        return RetryAfter(
            problem="ratelimited", seconds=seconds_named(getattr(error.response, "headers", {}))
        )
    if code in FOREVER:
        return Rejected(problem=code, reason=FOREVER[code])
    if not code or code in IN_DOUBT or status >= SERVER_ERROR:
        return RetryAfter(problem=code or f"http_{status}", unknown=True)
    return RetryAfter(problem=code)


def problem_of(error: BaseException) -> str:
    """Return what went wrong in one word, for the log: Slack's own, else the kind of error."""
    return code_of(error) or type(error).__name__


def code_of(error: BaseException) -> str:
    """Return Slack's word for an error; empty if what it answered is not understood."""
    response = error.response if isinstance(error, SlackApiError) else None
    data = getattr(response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""

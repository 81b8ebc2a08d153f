"""What Slack posts, as far as Engage and Bolt take its shape for granted. Pure.

A request may be signed and still be of another shape: Slack changes, and so do those who hold the secret.
https://docs.slack.dev/reference/interaction-payloads and https://docs.slack.dev/apis/events-api
"""

import json
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, Field

Object = dict[str, Any]


class _Shape(BaseModel):
    """Fields that are not named may be anything."""

    model_config = ConfigDict(strict=True)


class _Somebody(_Shape):
    id: str


class _Changed(_Somebody):
    name: str | None = None
    real_name: str | None = None
    tz: str | None = None
    locale: str | None = None
    profile: Object | None = None


class _Event(_Shape):
    type: str
    subtype: str | None = None
    user: str | _Changed | None = None
    channel: str | Object | None = None
    text: str | None = None
    ts: str | None = None
    thread_ts: str | None = None


class _ChangeOfSomebody(_Shape):
    user: _Changed


class _Action(_Shape):
    action_id: str
    block_id: str | None = None
    value: str | None = None
    selected_option: Object | None = None


class _Filled(_Shape):
    value: str | None = None
    selected_user: str | None = None
    selected_option: Object | None = None


class _State(_Shape):
    values: dict[str, dict[str, _Filled]] = {}


class _View(_Shape):
    type: str
    callback_id: str | None = None
    private_metadata: str | None = None
    state: _State | None = None


class _Any(_Shape):
    type: str
    user: _Somebody | None = None
    team: Object | None = None
    enterprise: Object | None = None
    authorizations: list[Object] | None = None
    channel: Object | None = None
    container: Object | None = None
    message: Object | None = None
    view: _View | None = None


class _Events(_Any):
    event: _Event


class _Pressed(_Any):
    user: _Somebody
    actions: Annotated[list[_Action], Field(min_length=1)]


class _Submitted(_Any):
    user: _Somebody
    view: _View


class _Used(_Any):
    user: _Somebody
    callback_id: str


class _Command(_Shape):
    user_id: str
    channel_id: str


_SHAPES: Mapping[str, type[_Any]] = {
    "event_callback": _Events,
    "block_actions": _Pressed,
    "view_submission": _Submitted,
    "shortcut": _Used,
    "message_action": _Used,
}


def read_body(body: bytes) -> Object | None:
    """Return what Slack posted: a JSON object, or a form, or the object in a form's field `payload`.

    None: it is nothing that Slack posts.
    """
    try:
        text = body.decode()
        if not text.startswith("{"):
            fields: Object = dict(parse_qsl(text, keep_blank_values=True))
            if "payload" not in fields:
                if "command" in fields:
                    _Command.model_validate(fields)
                return fields
            text = fields["payload"]
        kind = _Any.model_validate_json(text).type
        _SHAPES.get(kind, _Any).model_validate_json(text)
        told: Object = json.loads(text)
        if kind == "event_callback" and told["event"]["type"] == "user_change":
            _ChangeOfSomebody.model_validate_json(json.dumps(told["event"]))
    except ValueError:
        return None
    return told

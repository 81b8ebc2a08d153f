"""What the Bot Connector posts, as far as Engage and its SDK take the shape for granted. Pure.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
"""

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import EngageError

Object = dict[str, Any]
LONGEST_ID = 1_000
"""Characters of an id; none of Teams' is half as long."""

DEEPEST = 60
"""How far an activity may be nested."""


_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


class ShapeError(EngageError):
    """This is nothing that the Bot Connector says."""


class _Shape(BaseModel):
    """Fields that are not named may be anything."""

    model_config = ConfigDict(strict=True, extra="allow")


class Account(_Shape):
    """Somebody, as an activity names them; the bot as well."""

    id: str = Field(max_length=LONGEST_ID)
    name: str | None = None
    aad: str | None = Field(default=None, alias="aadObjectId", max_length=LONGEST_ID)
    is_targeted: bool | None = Field(default=None, alias="isTargeted")


class Conversation(_Shape):
    """Where an activity happened."""

    id: str = Field(max_length=LONGEST_ID, min_length=1)
    type: str | None = Field(default=None, alias="conversationType")
    is_group: bool | None = Field(default=None, alias="isGroup")
    tenant: str | None = Field(default=None, alias="tenantId")


class Tenant(_Shape):
    id: str | None = None


class ChannelData(_Shape):
    """What is Teams' own of an activity."""

    tenant: Tenant | None = None


class Activity(_Shape):
    """Something that happened: https://github.com/microsoft/botframework-sdk, Activity.md ."""

    type: str
    id: str | None = Field(default=None, max_length=LONGEST_ID)
    name: str | None = None
    channel: str | None = Field(default=None, alias="channelId")
    service_url: str = Field(alias="serviceUrl", min_length=1, max_length=LONGEST_ID)
    sender: Account | None = Field(default=None, alias="from")
    recipient: Account | None = None
    conversation: Conversation | None = None
    text: str | None = None
    locale: str | None = None
    zone: str | None = Field(default=None, alias="localTimezone")
    reply_to: str | None = Field(default=None, alias="replyToId", max_length=LONGEST_ID)
    action: str | None = None
    value: Any = None
    entities: list[Object] | None = None
    attachments: list[Object] | None = None
    channel_data: ChannelData | None = Field(default=None, alias="channelData")

    @property
    def tenants(self) -> set[str]:
        """Return the tenants that it names; of Teams' own activities, one."""
        named = (
            self.channel_data.tenant.id if self.channel_data and self.channel_data.tenant else None,
            self.conversation.tenant if self.conversation else None,
        )
        return {tenant for tenant in named if tenant}

    @property
    def data(self) -> Object:
        """Return its value where that is an object, else an empty one."""
        return self.value if isinstance(self.value, dict) else {}


def read_activity(body: bytes) -> tuple[Activity, Object]:
    """Return what was posted, checked and as it is. Raises `ShapeError` with one line if it is no activity."""
    try:
        told = json.loads(body)
        _require_flat(told)
        told = _whole(told) if _HALF.search(body) else told
    except (ValueError, RecursionError) as error:
        raise ShapeError("The body is not JSON.") from error
    try:
        return Activity.model_validate(told), told
    except ValidationError as error:
        fields = sorted({".".join(map(str, fault["loc"])) or "body" for fault in error.errors()})
        raise ShapeError(f"This is no activity; look at: {', '.join(fields)[:200]}.") from None


def object_in(value: object, *keys: str) -> Object:
    """Return the object that is found by keys, one within the other; an empty one where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def text_in(value: object, *keys: str) -> str:
    """Return the text that is found by keys; empty where there is none."""
    *around, last = keys
    found = object_in(value, *around).get(last)
    return found if isinstance(found, str) else ""


def _whole(told: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the same with U+FFFD for each half of a character: clients cut texts, and halves cannot be kept."""
    text = json.dumps(told, ensure_ascii=False)
    return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _require_flat(value: object, depth: int = 0) -> None:
    """Raise `ValueError` if a value is nested deeper than anything that is meant."""
    if depth > DEEPEST:
        raise ValueError("nested too deep")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        _require_flat(each, depth + 1)

"""What the page asks, checked. Anything else is a `BadRequestError` with one line that says what is wrong."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from adapters.playground.people import BY_USER, conversation, members
from bot.domain.people import Language
from bot.errors import EngageError


class PlaygroundError(EngageError):
    """The playground could not do this. `status` is HTTP's, `code` names the page's own sentence."""

    status = 400
    code = "bad-request"


class BadRequestError(PlaygroundError):
    """This is no request of the playground's page."""


def _user(value: str) -> str:
    if value not in BY_USER:
        raise ValueError(f"nobody here is called {value[:40]!r}; there are {', '.join(BY_USER)}")
    return value


def _conversation(value: str) -> str:
    if conversation(value) is None:
        raise ValueError(f"there is no conversation {value[:40]!r}")
    return value


User = Annotated[str, AfterValidator(_user)]
Where = Annotated[str, AfterValidator(_conversation)]
EventId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
MessageId = Annotated[int, Field(ge=1)]


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _There(_Request):
    """Something that a person does in a conversation that they are in."""

    person: User
    conversation: Where

    @model_validator(mode="after")
    def _is_member(self) -> Self:
        if self.person not in members(self.conversation):
            raise ValueError("this person is not in that conversation")
        return self


class Say(_There):
    """A person typed `text`. A repeated request has the same `event`."""

    event: EventId
    text: str = Field(min_length=1)


class Press(_Request):
    """A person pressed the button with `payload` on a message."""

    event: EventId
    person: User
    message: MessageId
    payload: Mapping[str, str]


class Submit(_There):
    """A person sent a form; `message` is the one whose button opened it, if any."""

    event: EventId
    message: MessageId | None = None
    payload: Mapping[str, str]
    values: Mapping[str, str]


class Seen(_There):
    """A person saw a conversation up to message `upto`."""

    upto: MessageId


class Choose(_Request):
    """A person reads `language` from now on."""

    person: User
    language: Language


class Move(_Request):
    """The clock is to go on by an hour, by a day, or until Engage next reminds somebody."""

    by: Literal["hour", "day", "next"]


class View(_There):
    """The messages of a conversation that a person sees, the latest ones or those `before` an id."""

    model_config = ConfigDict(strict=False)

    before: MessageId | None = None


Request = TypeVar("Request", bound=BaseModel)


def read_json(model: type[Request], body: bytes) -> Request:
    """Return what a body says. Raises `BadRequestError`."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise BadRequestError(_one_line(error)) from error


def read_query(model: type[Request], query: Mapping[str, str]) -> Request:
    """Return what a query string says. Raises `BadRequestError`."""
    try:
        return model.model_validate(dict(query))
    except ValidationError as error:
        raise BadRequestError(_one_line(error)) from error


def _one_line(error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    if faults[0]["type"] == "json_invalid":
        return "The body must be JSON."
    told = (f"{'.'.join(map(str, fault['loc'])) or 'body'}: {fault['msg']}" for fault in faults[:5])
    return "; ".join(told)

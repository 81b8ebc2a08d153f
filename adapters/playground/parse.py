"""What a person did on the page → `Inbound`. Pure."""

import re
from collections.abc import Callable
from uuid import uuid4

from adapters.playground.people import BY_USER, PLATFORM, Sample, conversation, mentioned
from adapters.playground.requests import BadRequestError, PlaygroundError, Press, Say, Submit
from bot.messages import ConversationRef, Inbound, Noticed, Place, Pressed, Profile, Submitted, Typed

_COMMAND = re.compile(r"\s*/engage(?![\w-])\s*", re.IGNORECASE)
_CALL = re.compile(r"\s*@engage(?![\w-])[\s,:]*", re.IGNORECASE)
_OTHER_COMMAND = re.compile(r"\s*/\w")

ProfileOf = Callable[[Sample], Profile]


class UnknownCommandError(PlaygroundError):
    """The only slash command here is /engage."""

    code = "unknown-command"


def is_private(said: Say) -> bool:
    """Say whether only its author sees what was typed: a slash command in the channel."""
    return where(said.conversation).place is Place.CHANNEL and _COMMAND.match(said.text) is not None


def typed(said: Say, profile: ProfileOf) -> Inbound | None:
    """Return what Engage is to hear, without the words that call it; None when it is not spoken to.

    In the channel it hears `/engage …` and `@engage …`, in a direct conversation everything. Raises
    `UnknownCommandError`, and `BadRequestError` when nothing is said.
    """
    if not said.text.strip():
        raise BadRequestError("text: there is nothing in it")
    ref = where(said.conversation)
    call = _COMMAND.match(said.text) or _CALL.match(said.text)
    if call is None and _OTHER_COMMAND.match(said.text):
        raise UnknownCommandError
    if call is None and ref.place is Place.CHANNEL:
        return None
    text = said.text[call.end() :] if call else said.text
    return Inbound(
        event_id=event_id(said),
        conversation=ref,
        sender=profile(BY_USER[said.person]),
        said=Typed(text=text.strip()),
        mentioned=tuple(profile(sample) for sample in mentioned([text])),
    )


def pressed(press: Press, in_conversation: str, profile: ProfileOf) -> Inbound:
    """Return the press of a button on a message of `in_conversation`."""
    return Inbound(
        event_id=event_id(press),
        conversation=where(in_conversation),
        sender=profile(BY_USER[press.person]),
        said=Pressed(payload=dict(press.payload)),
        on=str(press.message),
    )


def submitted(submit: Submit, profile: ProfileOf) -> Inbound:
    """Return the sending of a form."""
    return Inbound(
        event_id=event_id(submit),
        conversation=where(submit.conversation),
        sender=profile(BY_USER[submit.person]),
        said=Submitted(payload=dict(submit.payload), values=dict(submit.values)),
        mentioned=tuple(profile(sample) for sample in mentioned(submit.values.values())),
        on=str(submit.message or ""),
    )


def noticed(person: str, profile: ProfileOf) -> Inbound:
    """Return what is known of a person now, without their having said anything."""
    return Inbound(
        event_id=f"{PLATFORM}:{person}:noticed:{uuid4().hex}",
        conversation=where(person),
        sender=profile(BY_USER[person]),
        said=Noticed(),
    )


def event_id(request: Say | Press | Submit) -> str:
    """Return the id of the event: the same when the page repeats itself, another for another person."""
    return f"{PLATFORM}:{request.person}:{request.event}"


def where(identifier: str) -> ConversationRef:
    """Return a conversation that exists. Raises `BadRequestError`."""
    ref = conversation(identifier)
    if ref is None:
        raise BadRequestError("conversation: there is none of this id")
    return ref

"""The page's HTTP interface: the page itself, what it asks, and what is pushed to it."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from adapters.playground.people import CHANNEL, SAMPLES, ZONE
from adapters.playground.platform import Playground
from adapters.playground.render import form_data, message_data
from adapters.playground.requests import (
    BadRequestError,
    Choose,
    Move,
    PlaygroundError,
    Press,
    Request,
    Say,
    Seen,
    Submit,
    View,
    read_json,
    read_query,
)
from bot.errors import EngageError
from bot.messages import Form

STATIC = Path(__file__).parent / "static"
_MESSAGES_A_PAGE = 60

Act = Callable[[Request], Awaitable[dict[str, Any]]]


def routes(playground: Playground) -> Sequence[web.AbstractRouteDef]:
    """Return the playground's routes, for `adapters.web.Web`, to be served behind `guard`."""
    api = _Api(playground)
    return (
        web.get("/", api.page),
        web.static("/static", STATIC),
        web.get("/api/state", api.state),
        web.get("/api/messages", api.messages),
        web.get("/api/events", api.events),
        web.post("/api/say", api.act(Say, api.say)),
        web.post("/api/press", api.act(Press, api.press)),
        web.post("/api/submit", api.act(Submit, api.submit)),
        web.post("/api/read", api.act(Seen, api.read)),
        web.post("/api/language", api.act(Choose, api.choose)),
        web.post("/api/clock", api.act(Move, api.move)),
    )


class _Api:
    def __init__(self, playground: Playground) -> None:
        self._playground = playground

    async def page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html")

    async def state(self, _request: web.Request) -> web.Response:
        conversations = self._playground.conversations
        people = [
            {
                "id": sample.user,
                "name": sample.name,
                "role": dict(sample.role),
                "language": conversations.language(sample.user),
            }
            for sample in SAMPLES
        ]
        return web.json_response(
            {
                "people": people,
                "channel": CHANNEL.id,
                "clock": {"now": self._playground.clock.now().isoformat(), "zone": ZONE},
                "unread": conversations.unread(),
            }
        )

    async def messages(self, request: web.Request) -> web.Response:
        try:
            view = read_query(View, request.query)
        except PlaygroundError as error:
            return _problem(error)
        found, more = self._playground.conversations.recent(
            view.person, view.conversation, before=view.before, limit=_MESSAGES_A_PAGE
        )
        return web.json_response({"messages": [message_data(message) for message in found], "more": more})

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        try:
            async for chunk in self._playground.stream.follow():
                await response.write(chunk)
        except ConnectionResetError:
            return response  # the page was closed
        return response

    def act(self, model: type[Request], do: Act[Request]) -> Callable[[web.Request], Awaitable[web.Response]]:
        """Return a handler that reads a `model`, does it, and says in one line why it could not."""

        async def handler(request: web.Request) -> web.Response:
            try:
                asked = await _asked(request, model)
                async with self._playground.doors.enter():
                    return web.json_response(await do(asked))
            except EngageError as error:
                return _problem(error)

        return handler

    async def say(self, said: Say) -> dict[str, Any]:
        return _answer(await self._playground.chat.say(said))

    async def press(self, press: Press) -> dict[str, Any]:
        return _answer(await self._playground.chat.press(press))

    async def submit(self, submit: Submit) -> dict[str, Any]:
        return _answer(await self._playground.chat.submit(submit))

    async def read(self, seen: Seen) -> dict[str, Any]:
        self._playground.chat.read(seen)
        return {}

    async def choose(self, choice: Choose) -> dict[str, Any]:
        await self._playground.chat.choose(choice)
        return {}

    async def move(self, move: Move) -> dict[str, Any]:
        reached = await self._playground.move(move)
        return {"now": self._playground.clock.now().isoformat(), "reached": reached}


class TooLargeError(PlaygroundError):
    """The request is too large; a message may have some thousands of characters."""

    status = 413
    code = "too-large"


async def _asked(request: web.Request, model: type[Request]) -> Request:
    if request.content_type != "application/json":
        raise BadRequestError("The body must be JSON, with the content type application/json.")
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise TooLargeError from error
    return read_json(model, body)


def _answer(form: Form | None) -> dict[str, Any]:
    return {"form": None if form is None else form_data(form)}


def _problem(error: EngageError) -> web.Response:
    status, code = (error.status, error.code) if isinstance(error, PlaygroundError) else (503, "failed")
    return web.json_response({"error": " ".join(str(error).split()), "code": code}, status=status)

"""Everything between the bot and the playground, on a port of its own."""

import uuid
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any

from aiohttp import web

from tests.peers.teams import tenant
from tests.peers.teams.connector import Connector
from tests.peers.teams.delivery import Answer, Courier, invoke
from tests.peers.teams.playground import Playground
from tests.peers.teams.shown import Message, Shown
from tests.peers.teams.tenant import Member


class Server:
    """What runs on the peer's own event loop. `changed` is called whenever something happened."""

    def __init__(self, authorize: Callable[[str], dict[str, str]], changed: Callable[[], None]) -> None:
        self._ending = AsyncExitStack()
        self._changed = changed
        self.address = ""
        self.members = tenant.people()
        self.shown = Shown()
        self.connector = Connector(self.members, self.shown, changed)
        self.courier = Courier(self.members, authorize, self.shown.answered, changed)

    async def start(self) -> None:
        """Listen, and wait for the playground behind."""
        app = web.Application(client_max_size=4 * 2**20)
        app.router.add_post("/api/messages", self.courier.take)
        app.router.add_route("*", "/{region}/v3/{path:.+}", self.connector.take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await runner.setup()
        self._ending.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0]
        self.address = f"http://{host}:{port}/"
        self.move(self.connector.region)
        self._ending.push_async_callback(self.courier.stop)
        await self.courier.start()
        self.playground = Playground(
            tenant.configuration(self.members),
            bot=f"{self.address}api/messages",
            service_url=self.courier.service_url,
        )
        self._ending.push_async_callback(self.playground.stop)
        self._ending.push_async_callback(self.connector.faults.stop)
        await self.playground.start()
        self.connector.playground = self.playground
        for name, member in self.members.items():
            body = {"isGroup": False, "members": [{"id": member.id}]}
            _, answer = await self.playground.connector("POST", "conversations", "", body)
            self.connector.personal[name] = answer["id"]

    async def stop(self) -> None:
        """End everything, the last first."""
        await self._ending.aclose()

    def move(self, region: str) -> None:
        """Let the Bot Connector be at another address; the old one answers 404."""
        self.connector.region = region
        self.courier.service_url = f"{self.address}{region}/"

    def conversation(self, place: str) -> str:
        """Return the id of a place, or of somebody's direct conversation; an id or a thread is its own."""
        return self.connector.personal.get(place) or tenant.PLACES.get(place.lower(), place)

    async def say(self, member: Member, text: str, conversation: str, *, mention: bool) -> Message:
        """Let somebody say something; the playground sends it on by itself if the bot is to hear it."""
        message: dict[str, Any] = {"type": "text", "text": text, "textFormat": "plain"}
        message["from"] = {"id": member.id}
        if mention:
            called = f"<at>{tenant.BOT_NAME}</at>"
            message["text"] = f"{called} {text}"
            mentioned = {"id": tenant.BOT, "name": tenant.BOT_NAME}
            message["mentions"] = [{"mentioned": mentioned, "text": called}]
        if mention or tenant.kind(conversation) == "personal":
            self.courier.expect(member, conversation, message["text"])
        answer = await self.playground.say(conversation, message)
        place = answer.get("postConversationId") or conversation
        return self.shown.add(place, answer["messageId"], sender=member.name, text=text)

    async def invoke(self, member: Member, name: str, value: Any, conversation: str, **more: Any) -> None:
        """Let somebody press or fill in through the playground: a card's button, or a message action."""
        invocation = {"name": name, "value": value, "from": {"id": member.id}, **more}
        await self.playground.invoke({**invocation, "conversation": {"id": conversation}})

    async def submit(self, member: Member, value: Any, conversation: str, number: str) -> None:
        """Let somebody press a button that sends a message without words."""
        submission = {"from": {"id": member.id}, "conversation": {"id": conversation}}
        await self.playground.submit({**submission, "replyToId": number, "value": value})

    async def invoke_directly(
        self, member: Member, name: str, value: Any, conversation: str, on: str = ""
    ) -> Answer:
        """Do what the playground cannot, such as opening a dialog by a button."""
        where: dict[str, Any] = {"conversationType": tenant.kind(conversation), "tenantId": tenant.TENANT}
        if where["conversationType"] != "personal":
            where["isGroup"] = True
        recipient = {"id": tenant.BOT, "name": tenant.BOT_NAME}
        where["id"] = conversation
        number = f"f:{uuid.uuid4()}"
        activity = invoke(member, where, recipient, name=name, value=value, number=number)
        return await self.courier.deliver({**activity, "replyToId": on} if on else activity)

    async def happens(self, member: Member, conversation: str, template: str) -> Answer:
        """Let the bot know what happened in a conversation, as the playground words it: "install", …."""
        activity = await self.playground.template(conversation, template)
        activity["from"] = {"id": member.id, "aadObjectId": member.aad}
        for name in ("membersAdded", "membersRemoved"):
            for one in activity.get(name, []):
                if one["id"] != tenant.BOT:
                    one |= {"id": member.id, "aadObjectId": member.aad}
        return await self.courier.deliver(activity)

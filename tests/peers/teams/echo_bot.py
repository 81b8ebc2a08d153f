"""A small bot on Microsoft's SDK, for the tests of the peer: what the peer sends, the SDK has to understand."""

from contextlib import asynccontextmanager
from functools import cache

from aiohttp import web
from botbuilder.schema import Activity, ActivityTypes, Attachment, ConversationParameters
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    ChannelValidation,
    JwtTokenExtractor,
    MicrosoftAppCredentials,
    SimpleCredentialProvider,
)

from tests.peers.teams.shown import CARD


def execute(title, verb, **more):
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": {"promise": 12}, **more}


def adaptive(*words, actions=(), inputs=()):
    body = [{"type": "TextBlock", "text": text, "wrap": True} for text in words]
    return {"type": "AdaptiveCard", "version": "1.5", "body": [*body, *inputs], "actions": list(actions)}


FORM_BUTTON = {
    "type": "Action.Submit",
    "title": "Change",
    "data": {"msteams": {"type": "task/fetch"}, "promise": 12},
}
PROMISE = adaptive(
    "Promise 12",
    actions=[
        execute("Done", "done"),
        execute("Not mine", "refuse"),
        execute("What is this?", "explain", mode="secondary"),
        FORM_BUTTON,
        {"type": "Action.Submit", "title": "Plain", "data": {"plain": True}},
    ],
    inputs=[{"type": "Input.Text", "id": "note", "label": "Note"}],
)
WHO = {
    "type": "Input.ChoiceSet",
    "id": "who",
    "label": "Who",
    "choices": [{"title": "Nobody", "value": "-"}],
    "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
}
RECORD = {"type": "Action.Submit", "title": "Record", "data": {"form": "record"}}

EXECUTED = {
    "done": {"statusCode": 200, "type": CARD, "value": adaptive("Promise 12 was kept")},
    "explain": {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "A promise.",
    },
    "refuse": {
        "statusCode": 403,
        "type": "application/vnd.microsoft.error",
        "value": {"code": "Forbidden", "message": "It is yours."},
    },
}
"""What a press is answered with, by its verb."""


def form(words, title="A promise"):
    fields = [
        {"type": "Input.Text", "id": "words", "label": "What", "isMultiline": True, "value": words},
        WHO,
    ]
    card = {"contentType": CARD, "content": adaptive(actions=[RECORD], inputs=fields)}
    return {"task": {"type": "continue", "value": {"title": title, "card": card}}}


def submitted(words):
    match words:
        case "again":
            return form("once more", "Still a promise")
        case "nothing":
            return {}
        case _:
            return {"task": {"type": "message", "value": f"Recorded: {words}"}}


class EchoBot:
    """A bot that answers with what it understood; `heard` is that, too, as JSON."""

    def __init__(self, metadata_url):
        self.heard = []
        self.url = ""
        self._metadata_url = metadata_url
        self._client = cache(lambda url: ConnectorClient(MicrosoftAppCredentials.empty(), base_url=url))

    async def take(self, request):
        body = await request.json()
        await self._check(request.headers.get("Authorization", ""), body)
        self.heard.append(body)
        activity = Activity().deserialize(body)
        if activity.type == ActivityTypes.invoke:
            answer = self._invoked(activity)
            return web.json_response(answer) if answer else web.Response()
        if activity.type == ActivityTypes.message and activity.text:
            await self._answer(activity)
        return web.Response(status=202)

    async def send(self, service_url, conversation, **content):
        """Send something of one's own accord; return its id."""
        activity = Activity(type="message", **content)
        sent = await self._client(service_url).conversations.send_to_conversation(conversation, activity)
        return sent.id

    async def update(self, service_url, conversation, number, **content):
        activity = Activity(type="message", **content)
        await self._client(service_url).conversations.update_activity(conversation, number, activity)

    async def opens(self, service_url, member, tenant):
        """Return the id of somebody's direct conversation."""
        wanted = ConversationParameters(is_group=False, members=[member], tenant_id=tenant)
        found = await self._client(service_url).conversations.create_conversation(wanted)
        return found.id

    async def _check(self, header, body):
        ChannelValidation.open_id_metadata_endpoint = self._metadata_url
        JwtTokenExtractor.metadataCache.pop(self._metadata_url, None)
        app = SimpleCredentialProvider("b0000000-0000-4000-8000-000000000001", "")
        await ChannelValidation.authenticate_channel_token_with_service_url(
            header, app, body["serviceUrl"], body["channelId"]
        )

    async def _answer(self, activity):
        client = self._client(activity.service_url)
        reply = Activity(type="message", text=f"you said {activity.text}", reply_to_id=activity.id)
        if activity.text.endswith("card"):
            reply.attachments = [Attachment(content_type=CARD, content=PROMISE)]
        await client.conversations.reply_to_activity(activity.conversation.id, activity.id, reply)

    @staticmethod
    def _invoked(activity):
        match activity.name:
            case "adaptiveCard/action":
                return EXECUTED[activity.value["action"]["verb"]]
            case "composeExtension/fetchTask":
                return form(activity.value["messagePayload"]["body"]["content"])
            case "task/fetch":
                return form(f"promise {activity.value['data']['promise']}")
            case _:
                return submitted(activity.value["data"]["words"])


@asynccontextmanager
async def served(bot):
    """The bot behind HTTP, at a port of its own each time; yields its address."""
    app = web.Application()
    app.router.add_post("/api/messages", bot.take)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()

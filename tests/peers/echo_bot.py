"""A small bot made with Bolt, for the tests of the peer: whatever the peer posts, Bolt has to understand."""

from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


def plain(text):
    return {"type": "plain_text", "text": text}


BUTTON = {"type": "button", "text": plain("Done"), "action_id": "done", "value": "12"}
CARD = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*Promise 12*"}},
    {"type": "actions", "elements": [BUTTON]},
]
FORM = {
    "type": "modal",
    "callback_id": "promise",
    "title": plain("A promise"),
    "submit": plain("Record"),
    "notify_on_close": True,
    "blocks": [
        {"type": "actions", "elements": [BUTTON]},
        {
            "type": "input",
            "block_id": "words",
            "label": plain("What"),
            "element": {"type": "plain_text_input", "action_id": "said"},
        },
        {
            "type": "input",
            "block_id": "owner",
            "label": plain("Who"),
            "optional": True,
            "element": {"type": "users_select", "action_id": "chosen"},
        },
    ],
}


ANSWERS = {
    "?": {"response_action": "errors", "errors": {"words": "Say what was promised."}},
    "more": {"response_action": "push", "view": {**FORM, "title": plain("Still more")}},
    "other": {"response_action": "update", "view": {**FORM, "title": plain("Another")}},
    "enough": {"response_action": "clear"},
}
"""What the form is answered with when somebody fills in these words."""


def echo_bot(slack):
    """A bot that answers with what it understood; `app.heard` is that, too."""
    client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
    app = AsyncApp(client=client, signing_secret=slack.signing_secret, process_before_response=True)
    app.heard = []
    app.headers = []
    _pressed_and_sent(app)
    _happened(app, slack.bot_user)
    return app


def _pressed_and_sent(app):
    @app.command("/engage")
    async def command(ack, body, client):
        app.heard.append(body)
        if body["text"] == "form":
            await client.views_open(trigger_id=body["trigger_id"], view=FORM)
            await ack()
        else:
            await ack(text=body["text"], blocks=CARD, response_type=body["text"].partition(" ")[0])

    @app.action("done")
    async def action(ack, body, respond):
        app.heard.append(body)
        await ack()
        if "response_url" in body:
            await respond(text="Kept", replace_original=True)

    @app.view("promise")
    async def view(ack, body):
        app.heard.append(body)
        words = body["view"]["state"]["values"]["words"]["said"]["value"]
        await ack(**ANSWERS.get(words, {}))


def _happened(app, bot_user):
    shortcuts = (app.shortcut("from_message"), app.shortcut("from_menu"))
    for listen in (
        *shortcuts,
        app.view_closed("promise"),
        app.event("user_change"),
        app.event("app_mention"),
    ):

        @listen
        async def note(ack, body):
            app.heard.append(body)
            await ack()

    @app.event("message")
    async def message(body, event, say):
        app.heard.append(body)
        if event.get("user") != bot_user and "subtype" not in event:
            await say(text=f"you said {event['text']}")

    @app.event("app_home_opened")
    async def home(body, event, client):
        app.heard.append(body)
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": CARD})


@asynccontextmanager
async def served(app):
    """The bot behind HTTP; yields its address."""

    async def take(request):
        app.headers.append(request.headers)
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    http = web.Application()
    http.router.add_post("/slack/events", take)
    runner = web.AppRunner(http, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()

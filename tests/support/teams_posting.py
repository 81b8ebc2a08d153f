"""What is posted to Engage in Teams' name, and what became of its records."""

import asyncio
import json
import time

from storage import open_store
from tests.peers.teams import cards
from tests.peers.teams.delivery import invoke
from tests.peers.teams.tenant import kind

JSON = {"Content-Type": "application/json"}


def recorded(bot):
    """Return what is recorded, by number."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(store.transact(lambda tx: [tx.promise(number) for number in tx.numbers()]))


def versions(bot):
    """Return how often each promise was changed, by number."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(
        store.transact(lambda tx: {number: tx.promise(number).version for number in tx.numbers()})
    )


def a_message(teams, text="promise Maria: send the forged report by Friday", **more):
    """Return a message as Teams would post it, and not yet posted."""
    said = next(one.activity for one in teams.deliveries if one.activity["type"] == "message")
    return {**said, "id": f"forged {time.monotonic_ns()}", "text": text, **more}


def an_invoke(teams, name="adaptiveCard/action", **more):
    """Return an invoke as Teams would post it."""
    activity = a_message(teams)
    del activity["text"]
    return {**activity, "type": "invoke", "name": name, **more}


def posted(teams, activity, **headers):
    """Post an activity or bytes, signed unless the headers say otherwise."""
    whole = activity if isinstance(activity, bytes) else {"serviceUrl": teams.service_url, **activity}
    body = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    all_headers = {**JSON, **teams.bot_connector.authorize(teams.service_url), **headers}
    return teams.post(body, {name: value for name, value in all_headers.items() if value is not None})


def doing(**intent):
    """Return what a button of Engage carries, for an intent that it may never have offered."""
    return {"engage": "press", "payload": {"do": json.dumps(intent)}}


def pressing(teams, who, data, *, on=None, name="adaptiveCard/action", **more):
    """Return the activity of somebody who presses, below a message, what somebody may have made up."""
    member = teams.server.members[who]
    where = on.conversation if on else teams.conversation(who)
    conversation = {"id": where, "conversationType": kind(where), "tenantId": teams.tenant_id}
    action = {"type": "Action.Execute", "verb": "press", "data": data}
    recipient = {"id": teams.bot_id, "name": "Engage"}
    value = {"action": action} if name == "adaptiveCard/action" else {"data": data, "context": {}}
    number = f"f:{time.monotonic_ns()}"
    activity = invoke(member, conversation, recipient, name=name, value=value, number=number)
    return {**activity, **({"replyToId": on.id} if on else {}), **more}


def shown(answer):
    """Return what an answer shows at once: its words, in order, whether they are a card's or not."""
    match answer.body:
        case {"type": str(), "value": {"body": _} as card}:
            return cards.texts(card)
        case {"type": str(), "value": {"message": text}} | {"type": str(), "value": str(text)}:
            return [text]
        case {"task": {"value": {"card": {"content": card}}}}:
            return cards.texts(card)
        case {"task": {"value": text}}:
            return [text]
    return []

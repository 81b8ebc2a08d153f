"""The listeners of Teams in front of a core that says what it is told to say."""

import asyncio

from adapters.teams.dialogs import Dialogs
from adapters.teams.hearing import Hearing
from adapters.teams.listeners import Listeners
from adapters.teams.people import People
from adapters.teams.sending import Sending
from bot.messages import Actions, Button, Card, Form, Input, Reply
from tests.support.teams_activities import TENANT, heard

CARD = Card(
    title="Promise 1",
    language="en",
    elements=(Actions(buttons=(Button(label="Done", payload={"do": "x"}),)),),
)
FORM = Form(
    title="Move promise 1",
    language="en",
    submit="Move",
    cancel="Cancel",
    payload={"form": "move"},
    inputs=(Input(key="due", label="By when?"),),
)
PRESS = {"engage": "press", "payload": {"do": "x"}, "stamp": "1"}


class Core:
    """Hears what the adapter hands over, and answers with `reply`, after `holds` is set."""

    def __init__(self):
        self.inbound = []
        self.reply = Reply()
        self.holds = asyncio.Event()
        self.holds.set()

    async def __call__(self, inbound):
        self.inbound.append(inbound)
        await self.holds.wait()
        return self.reply


def listening(core, client):
    """Return listeners that ask `client`, and hand over to `core`."""
    sending = Sending(client)
    hearing = Hearing(people=People(client=client, tenant=TENANT), receive=core)
    dialogs = Dialogs(hearing=hearing, sending=sending, key=b"k" * 32)
    return Listeners(hearing=hearing, sending=sending, dialogs=dialogs)


async def hear(listeners, told):
    """Let something happen; return the body of the response."""
    return await listeners.hear(*heard(told))

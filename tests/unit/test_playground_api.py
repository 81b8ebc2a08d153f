"""What the page asks is answered once, shown to whom it concerns, and never with a fault of the server."""

import asyncio
import uuid

import aiohttp
import pytest

from tests.support.playground_server import served_playground


class Client:
    """Asks as the page does; `event` is new each time unless it is given."""

    def __init__(self, http, address):
        self.http = http
        self.address = address

    async def post(self, path, **body):
        async with self.http.post(f"{self.address}api/{path}", json=body) as response:
            return response.status, await response.json()

    async def say(self, person, text, *, conversation="engagement", event=None):
        event = event or str(uuid.uuid4())
        return await self.post("say", event=event, person=person, conversation=conversation, text=text)

    async def sees(self, person, conversation="engagement", **query):
        query = {"person": person, "conversation": conversation, **query}
        async with self.http.get(f"{self.address}api/messages", params=query) as response:
            return (await response.json())["messages"]

    async def unread(self):
        async with self.http.get(f"{self.address}api/state") as response:
            return (await response.json())["unread"]


@pytest.fixture
async def served(tmp_path):
    async with served_playground(tmp_path / "chat.jsonl") as served:
        yield served


@pytest.fixture
async def client(served):
    async with aiohttp.ClientSession() as http:
        yield Client(http, served.address)


def titles(messages):
    return [message["card"]["title"] if message["card"] else message["text"] for message in messages]


async def test_a_command_and_its_answer_are_seen_by_their_author_alone(client, served):
    """As in Slack: the channel does not see what somebody asks Engage."""
    status, _ = await client.say("ana", "/engage promise Kim: send it by Friday")
    assert status == 200
    assert titles(await client.sees("ana")) == [
        "/engage promise Kim: send it by Friday",
        "Promise 1 is recorded",
    ]
    assert await client.sees("dana") == []
    [heard] = served.script.heard
    assert (heard.said.text, heard.conversation.id) == ("promise Kim: send it by Friday", "engagement")


async def test_an_answer_for_everybody_is_seen_by_everybody(client):
    """The summary is for the channel, the command that asked for it is not."""
    await client.say("lea", "/engage bilan")
    assert titles(await client.sees("sam")) == ["Bilan pour tout le monde"]
    unread = await client.unread()
    assert {user: unread[user]["engagement"] for user in unread} == {"ana": 1, "dana": 1, "lea": 1, "sam": 1}


async def test_people_talk_among_themselves_without_engage(client, served):
    """A sentence in the channel reaches everybody, and Engage does not hear it."""
    await client.say("ana", "Good morning @dana")
    assert titles(await client.sees("dana")) == ["Good morning @dana"]
    assert served.script.heard == []


async def test_engage_can_be_called_by_name_in_front_of_everybody(client, served):
    """A mention at the beginning is heard, without the mention."""
    await client.say("ana", "@Engage, give 12 to @DANA and @sam, not @nobody or a@lea.example")
    [heard] = served.script.heard
    assert heard.said.text == "give 12 to @DANA and @sam, not @nobody or a@lea.example"
    assert [profile.handle for profile in heard.mentioned] == ["dana", "sam"]
    assert len(await client.sees("sam")) == 1


async def test_in_a_direct_conversation_everything_is_heard(client, served):
    """No `/engage` is needed; the profile says who speaks, in which language and zone."""
    await client.say("lea", "aide", conversation="lea")
    [heard] = served.script.heard
    assert (heard.said.text, heard.conversation.place, heard.sender.name) == ("aide", "direct", "Léa Gagnon")
    assert (heard.sender.language, heard.sender.zone) == ("fr", "America/Toronto")
    assert titles(await client.sees("lea", "lea")) == ["aide", "Ce que vous pouvez taper"]


async def test_the_language_that_a_person_chooses_is_that_of_the_answers(client):
    """Who switches the page to French is answered in French, also after a restart of the page."""
    await client.post("language", person="ana", language="fr")
    await client.say("ana", "/engage mes engagements")
    assert titles(await client.sees("ana"))[-1] == "Vos engagements"


async def test_a_repeated_event_is_shown_once_and_answered_again(client, served):
    """A page that lost the answer asks again with the same event, also twice at once."""
    event = str(uuid.uuid4())
    answers = await asyncio.gather(*(client.say("ana", "/engage", event=event) for _ in range(3)))
    assert len({answer["form"]["title"] for _, answer in answers}) == 1
    assert len(await client.sees("ana")) == 1
    assert len(served.script.heard) == 1


async def test_a_pressed_button_replaces_its_message_in_place(client):
    """The card changes where it stands; pressing again with the same event changes nothing more."""
    await client.say("ana", "/engage mine")
    listed = (await client.sees("ana"))[-1]
    press = {"person": "ana", "message": listed["id"], "payload": {"verb": "done", "number": "1"}}
    event = str(uuid.uuid4())
    for _ in range(2):
        assert (await client.post("press", event=event, **press))[0] == 200
    after = await client.sees("ana")
    assert (len(after), after[-1]["id"], after[-1]["card"]["title"]) == (2, listed["id"], "Promise 1 is kept")


async def test_nobody_presses_what_they_do_not_see(client):
    """A message of somebody else's is no message for others."""
    await client.say("ana", "/engage mine")
    mine = (await client.sees("ana"))[-1]
    payload = {"verb": "done"}
    for person, message in (("dana", mine["id"]), ("ana", 999)):
        status, answer = await client.post(
            "press", event=str(uuid.uuid4()), person=person, message=message, payload=payload
        )
        assert (status, answer["code"]) == (400, "bad-request")


async def test_a_form_comes_back_with_its_errors_and_then_is_recorded(client, served):
    """What was sent empty is named; what is whole takes the place of the message that opened it."""
    await client.say("ana", "/engage mine")
    on = (await client.sees("ana"))[-1]["id"]
    _, opened = await client.post(
        "press", event=str(uuid.uuid4()), person="ana", message=on, payload={"verb": "change"}
    )
    values = {asked["key"]: "@dana" for asked in opened["form"]["inputs"]}
    sent = {
        "person": "ana",
        "conversation": "engagement",
        "message": on,
        "payload": opened["form"]["payload"],
    }
    _, again = await client.post("submit", event=str(uuid.uuid4()), values={**values, "words": ""}, **sent)
    assert [asked["key"] for asked in again["form"]["inputs"] if asked["error"]] == ["words"]
    _, done = await client.post("submit", event=str(uuid.uuid4()), values=values, **sent)
    assert done == {"form": None}
    assert titles(await client.sees("ana"))[-1] == "Promise 1 is recorded"
    assert [profile.handle for profile in served.script.heard[-1].mentioned] == ["dana"]


async def test_what_was_read_is_no_longer_unread(client):
    """Reading goes forward only, and not beyond what was said."""
    for _ in range(3):
        await client.say("ana", "Good morning")
    seen = {"person": "dana", "conversation": "engagement"}
    assert (await client.post("read", upto=2, **seen))[0] == 200
    assert (await client.post("read", upto=1, **seen))[0] == 200
    assert (await client.unread())["dana"]["engagement"] == 1
    assert (await client.post("read", upto=99, **seen))[0] == 400


async def test_a_long_conversation_is_read_in_pieces(client):
    """The latest come first; the earlier ones are asked for."""
    for number in range(65):
        await client.say("ana", f"message {number}")
    latest = await client.sees("ana")
    assert titles(latest)[0] == "message 5"
    assert titles(await client.sees("ana", before=latest[0]["id"])) == [f"message {n}" for n in range(5)]


async def test_open_pages_are_told_what_happens(client, served):
    """The stream carries the message, the counts and the language; it ends when the playground stops."""
    async with client.http.get(f"{served.address}api/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        await client.say("ana", "Good morning")
        assert (await stream.content.readuntil(b"\n\n")).startswith(b"event: message\n")
        assert (await stream.content.readuntil(b"\n\n")).startswith(b"event: unread\n")
        await served.playground.stop()
        assert await stream.content.read() == b""


async def test_after_it_stopped_nothing_is_taken(client, served):
    """Whoever is late is told to try again, and nothing is half done."""
    await served.playground.stop()
    status, answer = await client.say("ana", "/engage mine")
    assert (status, answer["code"]) == (503, "not-ready")
    assert served.script.heard == []

"""Who somebody is, as Teams tells it: asked once in a while, and answered also when Teams tells nothing."""

import asyncio
from types import SimpleNamespace

import pytest

from adapters.teams import parse
from adapters.teams import people as module
from adapters.teams.people import KEPT, People
from adapters.teams.results import ConnectorError
from tests.support.teams_activities import ANA, PERSONAL, SAM, TENANT, FakeClient, heard, posted

ADDRESS = {"service_url": "https://smba.trafficmanager.net/ca/", "tenant": TENANT, "bot": "28:b"}
KIM = "a0000000-0000-4000-8000-000000000009"


@pytest.fixture
def clock(monkeypatch):
    """The moment that the people's clock shows, to be moved."""
    clock = SimpleNamespace(now=5.0)
    loop = SimpleNamespace(time=lambda: clock.now)
    monkeypatch.setattr(
        module, "asyncio", SimpleNamespace(**vars(asyncio) | {"get_running_loop": lambda: loop})
    )
    return clock


@pytest.fixture
def client():
    return FakeClient()


@pytest.fixture
def people(client, clock):
    return People(client=client, tenant=TENANT)


def sender(people, **more):
    """Return who says something, as the core is told."""
    return people.sender(parse.sender_of(heard(posted(**more))[0]), PERSONAL["id"])


async def test_whoever_speaks_is_known_by_more_than_they_say(people):
    """The activity has their language and their clock; Teams knows their address and what they are called."""
    ana = await sender(people)
    assert str(ana.identity) == f"teams:{ANA['aadObjectId']}"
    assert (ana.name, ana.handle, ana.email) == ("Ana Reyes", "ana", "ana@example.org")
    assert (ana.language, ana.zone) == ("en", "America/Toronto")
    assert (ana.is_outsider, ana.is_bot, ana.is_active) == (False, False, True)
    assert ana.address["conversation"] == PERSONAL["id"]


async def test_somebody_is_asked_for_once_in_a_while(client, people, clock):
    """An hour later what Teams says now counts."""
    await sender(people)
    clock.now += KEPT - 1
    await sender(people)
    assert client.asked[ANA["id"]] == 1
    client.members[ANA["id"]] = {**client.members[ANA["id"]], "name": "Ana Diaz"}
    clock.now += 1
    assert (await sender(people)).name == "Ana Diaz"
    assert client.asked[ANA["id"]] == 2


FAILURES = [
    ConnectorError(status=500),
    ConnectorError(status=429, code="TooManyRequests"),
    ConnectorError(status=404, code="MemberNotFoundInConversation"),
    ConnectorError(status=403, code="BotNotInConversationRoster"),
    ConnectorError(code="TimeoutError"),
]


@pytest.mark.parametrize("fault", FAILURES, ids=str)
async def test_what_teams_does_not_tell_is_as_it_was(client, people, clock, fault):
    """Somebody known is known for longer; of whoever is new, nobody knows to whom they belong. Teams is asked again."""
    known = await sender(people)
    clock.now += KEPT
    client.faults["member"] = [fault] * 3
    assert await sender(people) == known
    new = await sender(people, **{"from": SAM})
    assert (new.name, new.handle, new.email, new.is_outsider) == ("Sam Okafor", "", "", None)
    again = await sender(people, **{"from": SAM})
    assert (again.email, again.is_outsider) == ("sam@example.org", False)


async def test_who_could_not_be_asked_for_is_not_doubted(client, people):
    """Engage's own credentials are at fault then, and nobody else."""
    client.faults["member"] = [ConnectorError(status=401, code="no_token", never=True)]
    assert (await sender(people)).is_outsider is False


async def test_teams_takes_too_long(client, people, monkeypatch):
    """Whoever waits for an answer does not wait for that."""
    monkeypatch.setattr(module, "ASK_WITHIN", 0.01)
    client.holds = "member"
    assert (await sender(people)).name == "Ana Reyes"
    client.holds = "create"
    assert await people.chosen(KIM, ADDRESS) is None


@pytest.mark.parametrize(
    ("more", "is_outsider"),
    [
        ({}, False),
        ({"tenantId": TENANT.upper()}, False),
        ({"tenantId": None}, False),
        ({"tenantId": "another"}, True),
        ({"userRole": "guest"}, True),
        ({"userRole": "Guest"}, True),
        ({"userPrincipalName": "kim_partner.org#EXT#@example.onmicrosoft.com"}, True),
        ({"userPrincipalName": "kim_partner.org#ext#@example.onmicrosoft.com"}, True),
        ({"userRole": "anonymous"}, False),
    ],
)
async def test_who_belongs_to_another_organisation(client, people, more, is_outsider):
    """A guest, too; of nobody who may be somebody else's, the address counts as theirs."""
    client.members[ANA["id"]] = {**client.members[ANA["id"]], **more}
    ana = await sender(people)
    assert ana.is_outsider == is_outsider
    is_guest = bool(ana.is_outsider and "tenantId" not in more)
    assert bool(ana.email) != is_guest


@pytest.mark.parametrize(
    ("more", "name", "handle"),
    [
        ({"userPrincipalName": None}, "Ana Reyes", "ana"),
        ({"userPrincipalName": 7, "name": None, "email": None}, "Ana Reyes", ""),
        ({"name": ""}, "Ana Reyes", "ana"),
        ({"name": "Dana Whitfield", "userPrincipalName": ""}, "Dana Whitfield", "ana"),
    ],
)
async def test_what_somebody_is_called(client, people, more, name, handle):
    """By their account or their address; a name is no handle, or whoever calls themselves Dana would be Dana."""
    client.members[ANA["id"]] = {**client.members[ANA["id"]], **more}
    ana = await sender(people)
    assert (ana.name, ana.handle) == (name, handle)


async def test_where_engage_is_no_member(client, people):
    """A message is picked there; Teams says who it was in their own conversation with Engage."""
    said = parse.sender_of(heard(posted())[0])
    assert (await people.sender(said, "")).email == "ana@example.org"
    assert [call[0] for call in client.calls] == ["create", "member"]
    client.faults["create"] = [ConnectorError(status=403, code="BotNotInConversationRoster")]
    sam = parse.sender_of(heard(posted(**{"from": SAM}))[0])
    assert (await people.sender(sam, "")).is_outsider is None


async def test_whoever_is_mentioned(client, people):
    """By their id in Entra, though a mention has the bot's own for them; their conversation is not this one."""
    found = await people.mentioned(SAM["id"], "Sam", {**ADDRESS, "conversation": "19:x"}, "19:x")
    assert str(found.identity) == f"teams:{SAM['aadObjectId']}"
    assert (found.name, found.handle, found.email) == ("Sam Okafor", "sam", "sam@example.org")
    assert found.address == {**ADDRESS, "user": SAM["id"], "aad": SAM["aadObjectId"]}
    for nobody in ("29:1nobody", ""):
        found = await people.mentioned(nobody, "Nobody", ADDRESS, "19:x")
        assert (found.identity.user, found.handle, found.is_outsider) == (nobody, "", None)


async def test_older_answers_call_the_id_otherwise(client, people):
    """As the roster of a conversation once did."""
    client.members["29:1kim"] = {"id": "29:1kim", "name": "Kim", "objectId": KIM, "aadObjectId": ""}
    found = await people.mentioned("29:1kim", "Kim", ADDRESS, "19:x")
    assert found.identity.user == KIM


async def test_whoever_is_chosen(client, people):
    """They may be in no conversation with Engage yet: one is begun, and nobody notices."""
    found = await people.chosen(SAM["aadObjectId"], ADDRESS)
    assert (found.name, found.handle) == ("Sam Okafor", "sam")
    assert found.identity.user == SAM["aadObjectId"]
    where = f"a:{SAM['aadObjectId']}"
    assert found.address == {
        **ADDRESS,
        "user": SAM["id"],
        "aad": SAM["aadObjectId"],
        "conversation": where,
    }
    assert [call[0] for call in client.calls] == ["create", "member"]


@pytest.mark.parametrize("fault", FAILURES, ids=str)
async def test_whoever_is_chosen_and_has_no_engage(client, people, fault):
    """Nobody is found, and the form says so."""
    client.faults["create"] = [fault]
    assert await people.chosen(SAM["aadObjectId"], ADDRESS) is None


@pytest.mark.parametrize("fault", FAILURES, ids=str)
async def test_whoever_is_chosen_and_not_told_of(client, people, fault):
    """Nobody knows whether they belong here, so that nobody is found."""
    client.faults["member"] = [fault]
    assert await people.chosen(SAM["aadObjectId"], ADDRESS) is None


async def test_no_more_people_are_kept_than_there_is_room_for(client, people, monkeypatch):
    """Then all are asked for again."""
    monkeypatch.setattr(module, "MOST_KEPT", 1)
    await sender(people)
    await sender(people, **{"from": SAM})
    await sender(people)
    assert client.asked[ANA["id"]] == 2


@pytest.mark.parametrize(
    "fault", [ConnectorError(status=401, never=True), ConnectorError(code="TimeoutError")]
)
async def test_nobody_is_doubted_because_engage_itself_is_not_heard(client, people, fault):
    """While the bot has no token, Teams was not asked who somebody is."""
    client.can_ask = False
    client.faults["member"] = [fault]
    assert (await sender(people)).is_outsider is False

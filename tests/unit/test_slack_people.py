"""Who somebody is, as Slack tells it: asked once in a while, and answered also when Slack tells nothing."""

import asyncio
from types import SimpleNamespace

import pytest

from adapters.slack import people as module
from adapters.slack.client import Client
from adapters.slack.people import KEPT, People, read_profile, unknown
from tests.peers.slack import slack_peer

ANA = "U0ANA"


@pytest.fixture
def slack():
    """A Slack of its own: what was asked is counted."""
    with slack_peer() as slack:
        yield slack


@pytest.fixture
async def client(slack):
    client = Client(token=slack.bot_token, api_url=slack.api_url)
    await client.open()
    yield client
    await client.close()


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
def people(client, clock):
    return People(client=client)


def asked(slack):
    return [call["user"] for call in slack.calls_of("users.info")]


USER = {
    "id": ANA,
    "team_id": "T012AB3C4",
    "name": "ana.reyes",
    "deleted": False,
    "color": "9f69e7",
    "real_name": "Ana Reyes",
    "tz": "America/Toronto",
    "tz_label": "Eastern Daylight Time",
    "tz_offset": -14400,
    "profile": {
        "title": "",
        "real_name": "Ana Reyes",
        "real_name_normalized": "Ana Reyes",
        "display_name": "Ana (she/her)",
        "display_name_normalized": "Ana (she/her)",
        "email": "ana@example.org",
        "team": "T012AB3C4",
    },
    "is_bot": False,
    "is_restricted": False,
    "is_ultra_restricted": False,
    "updated": 1502138686,
    "locale": "en-CA",
}
"""As https://docs.slack.dev/reference/objects/user-object shows one."""


def test_a_user_is_read():
    """Called by their full name, mentioned by their handle."""
    profile = read_profile(USER)
    assert str(profile.identity) == f"slack:{ANA}"
    assert (profile.name, profile.handle, profile.email) == ("Ana Reyes", "ana.reyes", "ana@example.org")
    assert (profile.language, profile.zone) == ("en", "America/Toronto")
    assert (profile.is_bot, profile.is_active) == (False, True)


def test_an_address_that_slack_has_not_confirmed_says_nothing():
    """By an address somebody is recognized on another platform, so it has to be theirs."""
    assert read_profile({**USER, "is_email_confirmed": True}).email == "ana@example.org"
    assert read_profile({**USER, "is_email_confirmed": False}).email == ""


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"real_name": None}, "Ana Reyes"),
        ({"real_name": "", "profile": {"real_name": "", "display_name": "Ana"}}, "Ana"),
        ({"real_name": "", "profile": {"display_name": ""}}, "ana.reyes"),
        ({"real_name": "", "profile": {}}, "ana.reyes"),
        ({"real_name": "", "profile": None}, "ana.reyes"),
        ({"real_name": None, "name": None, "profile": None}, ""),
        ({"real_name": "Zoë 🙂 O’Neil"}, "Zoë 🙂 O’Neil"),
    ],
)
def test_somebody_without_a_name_is_called_what_is_known(more, name):
    """The full name, the one of the profile, the one they show, or their handle."""
    assert read_profile(USER | more).name == name


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr-CA", "fr"),
        ("fr-FR", "fr"),
        ("fr_FR", "fr"),
        ("FR", "fr"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("ja-JP", None),
        ("fry-NL", None),
        ("", None),
        (None, None),
    ],
)
def test_only_languages_that_engage_speaks_are_theirs(locale, language):
    """However Slack writes them."""
    assert read_profile(USER | {"locale": locale}).language == language


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", None, "../../etc/passwd", "america/toronto ", 5])
def test_a_zone_that_does_not_exist_is_none(zone):
    """Nobody is reminded by a clock that there is not."""
    assert read_profile(USER | {"tz": zone}).zone is None


@pytest.mark.parametrize(
    ("more", "is_bot", "is_active"),
    [
        ({"is_bot": True}, True, True),
        ({"id": "USLACKBOT", "name": "slackbot", "is_bot": False}, True, True),
        ({"deleted": True, "tz": None}, False, False),
        ({"is_restricted": True}, False, True),
        ({"is_restricted": True, "is_ultra_restricted": True}, False, True),
        ({"is_stranger": True, "profile": {"real_name": "Kim"}}, False, True),
    ],
)
def test_bots_and_those_who_left_are_told_apart(more, is_bot, is_active):
    """Slackbot is a bot that does not say so; guests and people of other workspaces are people."""
    profile = read_profile(USER | more)
    assert (profile.is_bot, profile.is_active) == (is_bot, is_active)


async def test_somebody_is_asked_for_once_in_a_while(slack, people, clock):
    """Ten minutes later what Slack says now counts."""
    first = await people.profile(ANA)
    assert (first.name, first.language, first.zone) == ("Ana Reyes", "en", "America/Toronto")
    clock.now += KEPT - 1
    assert await people.profile(ANA) == first
    assert asked(slack) == [ANA]
    await asyncio.to_thread(slack.run, slack._server.workspace.change_member(ANA, real_name="Ana Diaz"))
    clock.now += 1
    assert (await people.profile(ANA)).name == "Ana Diaz"
    assert asked(slack) == [ANA, ANA]


FAILURES = ["500", "ratelimited", "garbage", "nothing", "slow", "user_not_found", "internal_error"]


@pytest.mark.parametrize("how", FAILURES)
async def test_what_slack_does_not_tell_is_as_it_was(slack, people, clock, how, monkeypatch):
    """Somebody known is known for longer; of somebody else there is the id. Slack is asked again next time."""
    monkeypatch.setattr(module, "ASK_WITHIN", 0.2)
    known = await people.profile(ANA)
    clock.now += KEPT
    slack.fail("users.info", how, times=None, seconds=30)
    assert await people.profile(ANA) == known
    assert await people.profile("U0SAM") == unknown("U0SAM")
    slack.recover("users.info")
    assert (await people.profile("U0SAM")).name == "Sam Okafor"


async def test_nobody_whom_slack_does_not_know_stops_an_answer(slack, people):
    """They have an id for a name."""
    assert await people.profile("U0NOBODY") == unknown("U0NOBODY")


async def test_a_change_that_slack_tells_of_counts_at_once(slack, people):
    """`user_change` brings no language; the one that is known stays."""
    await people.profile("U0LEA")
    changed = {key: value for key, value in USER.items() if key != "locale"}
    people.learn(changed | {"id": "U0LEA", "real_name": "Léa Roy", "tz": "America/Halifax"})
    profile = await people.profile("U0LEA")
    assert (profile.name, profile.zone, profile.language) == ("Léa Roy", "America/Halifax", "fr")
    assert asked(slack) == ["U0LEA"]


async def test_a_language_that_engage_does_not_speak_is_a_change(people):
    """Whoever takes Slack in Japanese is no longer spoken to in French because of what Slack said before."""
    people.learn(USER | {"locale": "fr-CA"})
    assert people.learn(USER | {"locale": "ja-JP"}).language is None


async def test_a_change_of_somebody_unknown_does_not_keep_slack_from_being_asked(slack, people):
    """Their language is not known from it."""
    changed = {key: value for key, value in USER.items() if key != "locale"}
    people.learn(changed | {"id": "U0LEA"})
    assert (await people.profile("U0LEA")).language == "fr"


async def test_many_are_asked_for_at_once_and_each_once(slack, people):
    """Twenty people who are mentioned, some of them twice."""
    ids = [await asyncio.to_thread(slack.add_user, name=f"p{n}", real_name=f"P {n}") for n in range(20)]
    found = await people.profiles([*ids, *ids[:5]])
    assert [found[user].name for user in ids] == [f"P {n}" for n in range(20)]
    assert sorted(asked(slack)) == sorted(ids)
    assert await people.profiles([]) == {}


async def test_one_who_is_not_told_does_not_keep_the_others(slack, people):
    """Each is asked for by themselves."""
    slack.fail("users.info", "500")
    found = await people.profiles([ANA, "U0SAM", "U0LEA"])
    assert len([profile for profile in found.values() if profile.name]) == 2


async def test_there_is_an_end_to_how_many_are_kept(people, monkeypatch, slack):
    """A workspace of any size leaves room; whoever was forgotten is asked for again."""
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    for user in ("U0ANA", "U0SAM", "U0DANA", "U0LEA", "U0LUC"):
        await people.profile(user)
    assert len(people._known) <= 3
    await people.profile(ANA)
    assert asked(slack).count(ANA) == 2

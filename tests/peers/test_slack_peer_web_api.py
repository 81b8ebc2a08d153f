"""The peer's Web API, through slack-sdk: what is posted is there, and what Slack refuses is refused."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.peers.slack import slack_peer
from tests.peers.slack.workspace import SCOPES

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Due today*"}}
METADATA = {"event_type": "reminder", "event_payload": {"key": "12:r1"}}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "A promise"}, "blocks": [SECTION]}


@pytest.fixture
def client(slack):
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url)


async def refused(call, error):
    with pytest.raises(SlackApiError) as raised:
        await call
    assert raised.value.response["error"] == error
    return raised.value.response


async def test_bot_learns_who_it_is_and_what_it_may_do(slack, client):
    """auth.test names the bot, and a header its scopes."""
    answer = await client.auth_test()
    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == (
        slack.bot_user,
        slack.bot_id,
        slack.team_id,
    )
    assert answer.headers["x-oauth-scopes"] == ",".join(SCOPES)


async def test_message_to_a_person_opens_their_direct_conversation(slack, client):
    """What is posted to a user's id is in their conversation with the bot, with its blocks and its metadata."""
    ana = slack.user_id("ana")
    sent = await client.chat_postMessage(channel=ana, text="Due today", blocks=[SECTION], metadata=METADATA)
    assert sent["channel"] == slack.direct("ana")
    (message,) = slack.messages("ana")
    assert (message["ts"], message["text"], message["metadata"]) == (sent["ts"], "Due today", METADATA)
    assert message["blocks"][0]["text"] == SECTION["text"]
    assert message["blocks"][0]["block_id"], "Slack names blocks that have no id"
    assert (message["user"], message["bot_id"]) == (slack.bot_user, slack.bot_id)


async def test_history_has_metadata_only_for_those_who_ask(slack, client):
    """A bot finds its own message by metadata, between two moments, page by page."""
    sent = [
        await client.chat_postMessage(channel="C0ENGAGEMENT", text=str(n), metadata=METADATA)
        for n in range(3)
    ]
    plain = await client.conversations_history(channel="C0ENGAGEMENT")
    assert [message["text"] for message in plain["messages"]] == ["2", "1", "0"]
    assert "metadata" not in plain["messages"][0]
    asked = {"channel": "C0ENGAGEMENT", "include_all_metadata": True, "oldest": sent[0]["ts"]}
    later = await client.conversations_history(**asked)
    assert [(message["text"], message["metadata"]) for message in later["messages"]] == [
        ("2", METADATA),
        ("1", METADATA),
    ]
    pages = [
        page["messages"]
        async for page in await client.conversations_history(**asked, inclusive=True, limit=2)
    ]
    assert [[message["text"] for message in page] for page in pages] == [["2", "1"], ["0"]]


async def test_message_is_updated_in_place(slack, client):
    """An update changes what people see and adds nothing."""
    sent = await client.chat_postMessage(channel=slack.user_id("ana"), text="Due today")
    await client.chat_update(channel=sent["channel"], ts=sent["ts"], text="Kept", blocks=[SECTION])
    assert [message["text"] for message in slack.messages("ana")] == ["Kept"]


async def test_profile_says_zone_and_language(slack, client):
    """users.info has the zone, and the language for those who ask; the address needs its scope, which we have."""
    luc = (await client.users_info(user=slack.user_id("luc"), include_locale=True))["user"]
    assert (luc["real_name"], luc["tz"], luc["locale"]) == ("Luc Roy", "America/Toronto", "fr-CA")
    assert (luc["is_bot"], luc["deleted"], luc["profile"]["email"]) == (False, False, "luc@example.org")
    assert "locale" not in (await client.users_info(user=luc["id"]))["user"]


async def test_members_who_left_and_bots_are_told_apart(slack, client):
    """users.list has everybody, with what they are."""
    slack.add_user(name="gone", real_name="Gone Long", deleted=True)
    slack.add_user(name="polly", real_name="Polly", is_bot=True)
    users = {user["name"]: user for user in (await client.users_list())["members"]}
    assert users["gone"]["deleted"]
    assert users["polly"]["is_bot"]
    assert users.keys() >= {"ana", "sam", "dana", "lea", "luc", "engage"}


async def test_unknown_token_is_refused(slack):
    """Slack refuses with 200 and a word; so does the peer, and it performs nothing."""
    wrong = AsyncWebClient("xoxb-somebody-else", base_url=slack.api_url)
    response = await refused(wrong.chat_postMessage(channel="C0ENGAGEMENT", text="hello"), "invalid_auth")
    assert response.status_code == 200
    assert slack.messages("engagement") == []
    await refused(AsyncWebClient("", base_url=slack.api_url).auth_test(), "not_authed")


@pytest.mark.parametrize(
    ("place", "error"),
    [("C0ELSEWHERE", "not_in_channel"), ("C0NOWHERE", "channel_not_found"), ("U0GONE", "user_disabled")],
)
async def test_bot_writes_only_where_it_may(slack, client, place, error):
    """Not in channels that it is not in, nor to people who left."""
    slack.add_user(name="gone", real_name="Gone Long", deleted=True)
    await refused(client.chat_postMessage(channel=place, text="hello"), error)


async def test_bot_writes_to_nobody_who_has_left_since(slack, client):
    """A direct conversation that was open is closed to the bot when the person leaves."""
    sent = await client.chat_postMessage(channel=slack.user_id("sam"), text="hello")
    slack.change_user("sam", deleted=True)
    await refused(client.chat_postMessage(channel=sent["channel"], text="still there?"), "user_disabled")
    await refused(client.conversations_open(users=[slack.user_id("sam")]), "user_disabled")


async def test_scope_that_the_app_lacks_is_named(client):
    """The bot may not read who is in a channel's list; Slack says which scope that takes."""
    response = await refused(client.conversations_list(), "missing_scope")
    assert response["needed"] == "channels:read"


async def test_blocks_that_slack_would_refuse_are_refused(slack, client):
    """51 blocks are too many, in a message as in an update, and a form without a title is none."""
    many = [{"type": "divider"}] * 51
    response = await refused(
        client.chat_postMessage(channel="C0ENGAGEMENT", text="many", blocks=many), "invalid_blocks"
    )
    assert "/blocks" in response["response_metadata"]["messages"][0]
    untitled = {"type": "modal", "blocks": []}
    trigger = slack.trigger_id("ana")
    await refused(client.views_open(trigger_id=trigger, view=untitled), "invalid_arguments")
    assert slack.view("ana") is None


async def test_ephemeral_message_reaches_one_person(slack, client):
    """Only who was named sees it, and only in a channel where they are."""
    await client.chat_postEphemeral(channel="C0ENGAGEMENT", user=slack.user_id("ana"), text="for you alone")
    assert [message["text"] for message in slack.ephemerals("ana")] == ["for you alone"]
    assert slack.messages("engagement") == []
    stranger = slack.add_user(name="zoe", real_name="Zoë Laurent")
    await refused(
        client.chat_postEphemeral(channel="C0ENGAGEMENT", user=stranger, text="hello"), "user_not_in_channel"
    )


async def test_trigger_opens_one_form_and_expires(slack, client):
    """A trigger is used once, within three seconds."""
    trigger = slack.trigger_id("ana")
    await client.views_open(trigger_id=trigger, view=MODAL)
    assert slack.view("ana")["title"]["text"] == "A promise"
    await refused(client.views_open(trigger_id=trigger, view=MODAL), "exchanged_trigger_id")
    late = slack.trigger_id("ana", expired=True)
    await refused(client.views_open(trigger_id=late, view=MODAL), "expired_trigger_id")


async def test_form_is_updated_while_it_is_what_the_bot_saw(slack, client):
    """An update with an old hash is refused."""
    opened = (await client.views_open(trigger_id=slack.trigger_id("ana"), view=MODAL))["view"]
    changed = {**MODAL, "title": {"type": "plain_text", "text": "Promise 12"}}
    await client.views_update(view_id=opened["id"], hash=opened["hash"], view=changed)
    assert slack.view("ana")["title"]["text"] == "Promise 12"
    await refused(client.views_update(view_id=opened["id"], hash=opened["hash"], view=MODAL), "hash_conflict")


async def test_home_is_published_for_one_person(slack, client):
    """Each person has a Home tab of their own."""
    await client.views_publish(user_id=slack.user_id("ana"), view={"type": "home", "blocks": [SECTION]})
    assert slack.home("ana")["blocks"][0]["text"] == SECTION["text"]
    assert slack.home("sam") is None


def test_missing_packages_fail_loudly(monkeypatch, tmp_path):
    """Nothing is skipped: the one command that gets them is named."""
    monkeypatch.setattr("tests.peers.slack.emulator.PACKAGE", tmp_path / "package.json")
    with pytest.raises(AssertionError, match="make peers"), slack_peer():
        pass


async def test_long_suite_is_not_cut_off(slack, client, monkeypatch):
    """The emulator's hourly limit does not count for the peer: a token changes its name in time."""
    monkeypatch.setattr("tests.peers.slack.emulator.USES", 5)
    for number in range(12):
        await client.chat_postMessage(channel="C0ENGAGEMENT", text=str(number))
    assert len(slack.messages("engagement")) == 12
    assert slack.rows("tokens")[-1]["token"] == "xoxb-engage.2"

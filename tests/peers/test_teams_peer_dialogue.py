"""What people say, press and fill in reaches a bot made with Microsoft's SDK, and what it answers is shown."""

import asyncio

import pytest

from tests.peers.teams import teams_peer
from tests.peers.teams.echo_bot import EchoBot, served


@pytest.fixture(scope="module")
def teams():
    """A Teams for the whole file; each test begins after what the one before has left."""
    with teams_peer() as teams:
        yield teams


@pytest.fixture
async def bot(teams):
    """A bot that is connected."""
    bot = EchoBot(teams.bot_connector.metadata_url)
    async with served(bot) as url:
        teams.connect(url)
        yield bot


do = asyncio.to_thread


async def test_person_is_answered_directly(teams, bot):
    """What Ana writes to Engage reaches it with her name, and the answer stands below."""
    (answer,) = await do(teams.ana.says, "hello <b> & co")
    assert answer.text == "you said hello <b> & co"
    assert teams.messages("ana")[-2:] == [teams.all_messages[-2], answer]
    (heard,) = bot.heard
    assert heard["from"] == {"id": "29:1ana", "name": "Ana Reyes", "aadObjectId": teams.ana.id}
    assert heard["conversation"]["conversationType"] == "personal"
    assert heard["channelData"]["tenant"]["id"] == teams.tenant_id
    assert heard["serviceUrl"] == teams.service_url


async def test_everybody_speaks_for_themselves_in_their_own_language(teams, bot):
    """Léa is not at the keyboard, and French; her activities say so, and nobody else sees her conversation."""
    (answer,) = await do(teams.lea.says, "bonjour")
    assert answer in teams.lea.inbox
    assert answer not in teams.ana.inbox
    (heard,) = bot.heard
    assert heard["from"]["name"] == "Léa Gagnon"
    assert heard["locale"] == "fr-CA"
    assert heard["localTimezone"] == "America/Toronto"
    assert heard["entities"][-1]["timezone"] == "America/Toronto"
    assert heard["localTimestamp"].endswith(("-05:00", "-04:00"))


@pytest.mark.parametrize(
    ("place", "kind"), [("steering", "groupChat"), ("promises", "channel"), ("general", "channel")]
)
async def test_engage_hears_others_only_when_it_is_mentioned(teams, bot, place, kind):
    """In a group and in a channel Engage is called by its name; talk among people does not reach it."""
    await do(lambda: teams.sam.says("we talk", place, mention=False))
    (answer,) = await do(teams.sam.says, "list", place)
    (heard,) = bot.heard
    assert heard["text"] == "<at>Engage</at> list"
    assert heard["entities"][0]["mentioned"]["id"] == teams.bot_id
    assert heard["conversation"]["conversationType"] == kind
    assert heard["from"]["name"] == "Sam Okafor"
    assert [one.text for one in teams.messages(place)[-3:]] == ["we talk", "list", answer.text]


async def test_language_can_be_changed(teams, bot):
    """Ana's Teams in French, in Paris; then as it was."""
    before = teams.ana.member.locale, teams.ana.member.timezone
    teams.ana.speaks("fr-FR", "Europe/Paris")
    await do(teams.ana.says, "bonjour")
    teams.ana.speaks(*before)
    assert bot.heard[-1]["locale"] == "fr-FR"
    info = bot.heard[-1]["entities"][-1]
    assert (info["locale"], info["country"], info["timezone"]) == ("fr-FR", "FR", "Europe/Paris")


async def test_thread_of_a_channel_is_a_conversation(teams, bot):
    """A reply stays in its thread, and so does the answer; a new post begins another one."""
    (first,) = await do(teams.dana.says, "one", "promises")
    (second,) = await do(lambda: teams.luc.says("two", thread=first))
    (other,) = await do(teams.luc.says, "three", "promises")
    assert first.conversation == second.conversation != other.conversation
    assert bot.heard[1]["conversation"]["id"] == first.conversation
    assert bot.heard[1]["from"]["name"] == "Luc Roy"


async def test_press_replaces_the_card(teams, bot):
    """Whoever presses is named; the card that is answered takes the old one's place."""
    (message,) = await do(teams.sam.says, "card", "steering")
    assert message.words == ["you said <at>Engage</at> card", "Promise 12"]
    body = await do(lambda: teams.lea.presses("Done", note="at last"))
    heard = bot.heard[-1]
    assert heard["name"] == "adaptiveCard/action"
    assert heard["from"]["name"] == "Léa Gagnon"
    assert heard["replyToId"] == message.id
    assert heard["value"]["action"]["data"] == {"promise": 12, "note": "at last"}
    assert heard["value"]["trigger"] == "manual"
    assert body["statusCode"] == 200
    assert message.words[-1] == "Promise 12 was kept"
    assert len(message.before) == 1


@pytest.mark.parametrize(("label", "notice"), [("What is this?", "A promise."), ("Not mine", "It is yours.")])
async def test_press_can_be_answered_with_words(teams, bot, label, notice):
    """A text, or what was wrong, is told to whoever pressed; the card stays."""
    (message,) = await do(teams.luc.says, "card")
    await do(teams.luc.presses, label)
    assert teams.luc.notice == notice
    assert message.words[-1] == "Promise 12"


async def test_plain_button_sends_a_message_without_words(teams, bot):
    """The old kind of button, which only sends its data."""
    await do(teams.ana.says, "card")
    await do(lambda: teams.ana.presses("Plain", note="x"))
    heard = bot.heard[-1]
    assert (heard["type"], heard["value"]) == ("message", {"plain": True, "note": "x"})
    assert "text" not in heard


async def test_button_opens_a_dialog(teams, bot):
    """A dialog opens by a button, is filled in by label, asks again, and ends with a text or with nothing."""
    await do(teams.sam.says, "card")
    await do(teams.sam.presses, "Change")
    assert bot.heard[-1]["name"] == "task/fetch"
    assert bot.heard[-1]["value"]["data"]["msteams"] == {"type": "task/fetch"}
    assert teams.sam.form.title == "A promise"
    await do(teams.sam.fills, {"What": "again"})
    assert teams.sam.form.title == "Still a promise"
    await do(lambda: teams.sam.fills({"What": "the report", "Who": "Léa Gagnon"}))
    assert bot.heard[-1]["value"]["data"] == {"form": "record", "words": "the report", "who": teams.lea.id}
    assert teams.sam.notice == "Recorded: the report"
    assert teams.sam.form is None


async def test_message_action_brings_the_words_and_the_link(teams, bot):
    """The action of a message opens a dialog with its words; it knows who wrote it, and where it stands."""
    await do(lambda: teams.dana.says("I will send the report", "promises", mention=False))
    said = teams.messages("promises")[-1]
    await do(lambda: teams.ana.uses_action("recordPromise", on=said))
    value = bot.heard[-1]["value"]
    assert value["commandContext"] == "message"
    assert value["messagePayload"]["from"]["user"]["id"] == teams.dana.id
    assert value["messagePayload"]["linkToMessage"].endswith(f"/{said.id}")
    assert teams.ana.form.card["body"][0]["value"] == "I will send the report"
    await do(teams.ana.fills, {"words": "nothing"})
    assert bot.heard[-1]["name"] == "composeExtension/submitAction"
    assert teams.ana.form is None


async def test_unanswered_press_fails_the_test(teams, bot):
    """What Teams would tell people, a test is told."""
    await do(teams.ana.says, "card")
    teams.connect("http://127.0.0.1:9")
    with pytest.raises(AssertionError, match="Teams tells ana that Engage did not answer"):
        await do(teams.ana.presses, "Done")

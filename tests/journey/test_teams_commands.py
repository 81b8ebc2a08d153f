"""What people type to Engage in Teams: three ways to call it, three kinds of places, two languages, and mentions."""

import uuid

import pytest

from tests.support.teams_bot import MONDAY

PLACES = (None, "steering", "general", "promises")
"""Their conversation with Engage alone, a group, and two channels."""


def last(teams, place):
    """What Engage said last in a place, as a reader sees it."""
    return [message for message in teams.messages(place) if message.sender == "engage"][-1].words


def writes(teams, bot, text, *, named=(), attachments=(), like=-1):
    """Let somebody write once more where they wrote before, with the mentions of people that Teams names."""
    before = teams.deliveries[like].activity
    mentions = [
        {"type": "mention", "mentioned": {"id": who, "name": shown}, "text": f"<at>{shown}</at>"}
        for shown, who in named
    ]
    client = [one for one in before["entities"] if one["type"] == "clientInfo"]
    again = {**before, "id": str(uuid.uuid4()), "text": text, "entities": [*mentions, *client]}
    answer = teams.deliver({**again, "attachments": list(attachments)})
    assert answer.status == 200
    bot.settle()


@pytest.mark.parametrize("place", PLACES)
def test_engage_is_called_in_any_way_anywhere(teams, bot, place):
    """With its name, with a slash, with a mention or with nothing: it is the same command."""
    for number, call in enumerate(("", "engage ", "/engage ", "@Engage ", "Engage, ", "/ENGAGE "), start=1):
        teams.ana.says(f"{call}promise Maria Chen (OpenNorth): send part {number} by Friday", place)
        bot.settle()
        title, words, *_ = last(teams, place or "ana")
        who = "Maria Chen (OpenNorth)"
        assert title == f"Promise {number} recorded: {who}, due Friday, November 27, 2026."
        assert words == f"send part {number}"


@pytest.mark.parametrize("place", [None, "steering", "promises"])
def test_engage_est_appele_en_francais(teams, bot, place):
    """The person's Teams says which language."""
    for number, call in enumerate(("", "/engage ", "@Engage "), start=1):
        teams.luc.says(
            f"{call}engagement Ville de Gatineau : envoyer le volet {number} d'ici vendredi", place
        )
        bot.settle()
        assert last(teams, place or "luc")[0] == (
            f"Engagement {number} consigné\u00a0: Ville de Gatineau, échéance le vendredi 27 novembre 2026."
        )
        teams.luc.says(f"{call}mes engagements", place)
        bot.settle()
        assert last(teams, place or "luc")[0] == f"Vos engagements en cours\u00a0: {number}"


def test_an_answer_stands_where_it_was_asked_for(teams, bot):
    """In a channel below the post, in a group in the group; nobody else's conversation is bothered."""
    teams.ana.says("promise Maria: send the data by Friday", "promises")
    teams.ana.says("promise Kim: call by Friday", "general")
    bot.settle()
    post, other = (one for one in teams.all_messages if one.sender == "ana")
    below = [one.conversation for one in teams.all_messages if one.sender == "engage"]
    assert sorted(below) == sorted([post.conversation, other.conversation])
    teams.sam.says("show 1", thread=post)
    bot.settle()
    assert teams.all_messages[-1].conversation == post.conversation
    assert teams.ana.inbox == teams.sam.inbox == []


def test_what_is_not_said_to_engage_is_not_heard(teams, bot):
    """In a group people talk to each other."""
    teams.ana.says("promise Maria: send the data by Friday", "steering", mention=False)
    bot.settle()
    assert [message.sender for message in teams.messages("steering")] == ["ana"]


def test_words_stay_whole_around_the_call(teams, bot):
    """The bot's own name, and what looks like mark-up, are part of the words when somebody wrote them there."""
    teams.ana.says("help", "steering")
    bot.settle()
    call = ("Engage", teams.bot_id)
    said = "<at>Engage</at>&nbsp;promise Maria: show Engage to R&D at 1 < 2 by Friday"
    writes(teams, bot, said, named=[call])
    assert last(teams, "steering")[1] == "show Engage to R&D at 1 < 2"
    writes(
        teams,
        bot,
        "promise Kim: ask <at>Engage</at> to engage @engage engagingly by Friday",
        named=[call, call],
    )
    assert last(teams, "steering")[1] == "ask to engage @engage engagingly"
    html = [{"contentType": "text/html", "content": "<p><at>Engage</at> heard Lou: a &lt;b&gt; &amp; c</p>"}]
    writes(teams, bot, "<at>Engage</at> heard Lou: a &lt;b&gt; &amp; c", named=[call], attachments=html)
    assert last(teams, "steering")[1] == "a <b> & c"


def test_people_who_are_mentioned_are_known_by_who_they_are(teams, bot):
    """Two people of one name are two people, and whoever never spoke to Engage can be given a promise."""
    teams.ana.says("promise Maria: send the data by Friday", "steering")
    bot.settle()
    sam, luc = teams.sam.member, teams.luc.member
    named = [("Engage", teams.bot_id), ("Alex", sam.id), ("Alex", luc.id)]
    writes(teams, bot, "<at>Engage</at> promise <at>Alex</at>: call <at>Alex</at> by Friday", named=named)
    assert last(teams, "steering")[:2] == [
        "Promise 2 recorded: Sam Okafor, due Friday, November 27, 2026.",
        "call Luc Roy",
    ]
    writes(
        teams,
        bot,
        "<at>Engage</at> give 1 to <at>Alex</at>",
        named=[("Engage", teams.bot_id), ("Alex", luc.id)],
    )
    assert "Luc Roy" in last(teams, "steering")
    teams.luc.says("mes engagements")
    bot.settle()
    assert last(teams, "luc")[1] == "1 · Maria\u00a0: send the data"


def test_help_and_refusals_say_what_to_type(teams, bot):
    """Nobody is left with a stack of words that Engage does not know."""
    for text, title in (
        ("help", "What you can say"),
        ("done 99", "There is no promise 99. These find the right number:"),
        ("show", "Which promise? Add its number after “show”; “mine” lists yours."),
        ("promise Maria: send it", "By when?"),
    ):
        teams.ana.says(text)
        bot.settle()
        assert last(teams, "ana")[0] == title


def test_reminders_come_at_the_persons_own_hour(teams, bot):
    """Nine in the morning in Vancouver is noon in Ottawa; Teams says where somebody is."""
    teams.server.members["sam"].timezone = "America/Vancouver"
    for person in (teams.ana, teams.sam):
        person.says("promise Maria: send the data by Friday")
    bot.settle()
    for hour, expected in ((9, ["One promise needs you"]), (12, ["One promise needs you"] * 2)):
        bot.advance_to(MONDAY.replace(day=25, hour=hour, minute=1))
        assert [one.inbox[-1].words[0] for one in (teams.ana, teams.sam) if len(one.inbox) > 1] == expected


def test_a_person_without_a_language_reads_that_of_the_organisation(teams, bot):
    """Spanish is none of Engage's; English is what app.yaml says first."""
    teams.server.members["sam"].locale = "es-MX"
    teams.sam.says("mine")
    bot.settle()
    assert last(teams, "sam")[0] == "Nothing waits for you"

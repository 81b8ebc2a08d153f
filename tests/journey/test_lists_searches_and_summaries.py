"""What is promised, by whom, and how a team stands."""

from bot.messages import Audience
from tests.support.world import APP_YAML, World


async def test_lists_by_person_and_standing(world):
    """`mine`, `list @sam`, `list overdue`: each shows what it says, the earliest due first."""
    world.ana.says("promise Maria: later by 4 December")
    world.ana.says("promise Kim: sooner by Tuesday")
    world.sam.says("promise Lou: sam's own by Friday")
    assert world.ana.says("mine") == "Your open promises: 2"
    assert [item.title for item in world.ana.last.card.elements] == [
        "2 · Kim: sooner",
        "1 · Maria: later",
    ]
    assert world.ana.says("list @sam") == "Open promises of Sam Okafor: 1"
    world.clock.advance_to("Wednesday 12:00")
    assert world.ana.says("list overdue") == "The team’s overdue promises: 1"
    assert "Overdue: was due Tue, Nov 24, 1 day ago" in world.ana.last.card.text
    world.ana.says("done 2")
    assert world.ana.says("mine closed") == "Your closed promises: 1"
    assert world.lea.says("liste fermés").replace("\u00a0", " ") == "Engagements clos de l’équipe : 1"


async def test_what_waits_for_an_answer_comes_first(world):
    """An executive who owes nothing sees the questions that were put to them, and answers from there."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    world.dana.says("mine")
    assert "One question waits for your answer" in world.dana.last.card.text
    world.dana.presses("Answer: 1")
    world.dana.fills(note="yes")
    assert world.dana.says("mine") == "Nothing waits for you"
    assert "question" not in world.dana.last.card.text


async def test_search_finds_words_stakeholders_and_insights_without_accents(world):
    """Accents and case do not hide anything."""
    world.luc.says("engagement Élise Côté (Ville de Gatineau) : déposer l’étude vendredi")
    world.luc.says("entendu Élise Côté : l’étude est attendue")
    for text in ("etude", "ELISE", "gatineau"):
        world.luc.says(f"trouver {text}")
        assert "1 · Élise Côté" in world.luc.last.card.text
    assert world.ana.says("find ETUDE") == "Found for “ETUDE”: 2"


async def test_a_summary_in_the_channel_is_for_everybody_there(world):
    """Counts by stage, overdue, the longest overdue, and follow-through."""
    world.dana.says("help")
    for who in ("Maria", "Kim", "Lou", "Max"):
        world.ana.says(f"promise {who}: send the data by Tuesday", channel=True)
    world.ana.says("done 1")
    world.ana.says("close 2 not kept: nobody had time")
    world.ana.says("escalate 3 to @dana: publish?")
    world.clock.advance_to("Wednesday 12:00")
    assert world.lea.says("bilan", channel=True).replace("\u00a0", " ") == "Bilan : Participation du public"
    assert world.lea.last.audience is Audience.CONVERSATION
    text = world.lea.last.card.text.replace("\u00a0", " ")
    for line in (
        "Pas encore clos : 2",
        "dont en retard : 2",
        "dont en attente d’une décision : 1",
        "Engagements consignés : 4",
        "Engagements clos : 2",
        "Suivi des engagements : 50 %",
        "tenu : 1",
        "non tenu : 1",
        "3 · Lou : send the data",
    ):
        assert line in text
    world.ana.says("summary")
    assert "From Mon, Nov 23 to Wed, Nov 25" in world.ana.last.card.text
    assert world.ana.last.audience is Audience.SENDER


async def test_a_summary_of_one_day_names_it_once(world):
    """On a Monday, this week is that day."""
    world.ana.says("summary")
    assert "On Mon, Nov 23" in world.ana.last.card.text


async def test_the_scheduled_summary_comes_each_monday(tmp_path):
    """app.yaml's cron posts it to the team's channel in both languages, once a week."""
    world = World(tmp_path, app_yaml=APP_YAML + '    summary: {cron: "0 9 * * mon"}\n')
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.jump_to("Monday 12:00")
    world.clock.advance_to("Sunday 12:00")
    world.clock.advance_to("Wednesday 12:00")
    posted = [message.card.title for message in world.mailbox.messages() if message.to.id == "engagement"]
    assert posted == ["Summary: Public engagement", "Bilan\u00a0: Participation du public"]
    world.host.kill()


async def test_history_names_every_reason(world):
    """Why each reminder was sent stands in the history, newest first."""
    world.ana.says("promise Maria: send the data by Saturday")
    world.clock.advance_to("Friday 12:00")
    world.ana.says("history 1")
    titles = [item.title for item in world.ana.last.card.elements]
    assert titles == [
        "Engage reminded the owner: on the day it was due",
        "Engage reminded the owner: 2 business days before it was due",
        "Ana Reyes recorded it, due Saturday, November 28, 2026",
    ]

"""What comes by itself, and what others see, in each language on each platform that has it."""

import pytest

from bot.words import LANGUAGES
from tests.support.talk import FRIDAY, TEAM, Say, november

WEDNESDAY = november(25)
WHERE_MESSAGES_ARE_PICKED = [
    f"{platform}-{language}" for platform in ("slack", "teams") for language in LANGUAGES
]


def promises(person):
    """Let somebody promise something to Maria for Friday."""
    person.says("promise Maria: send the report by Friday", "engagement Maria : envoyer le rapport vendredi")


@pytest.mark.parametrize("talk", WHERE_MESSAGES_ARE_PICKED, indirect=True)
@pytest.mark.parametrize("kind", ["promise", "insight"])
def test_recorded_from_a_message(talk, kind):
    """Its words wait in the form as somebody wrote them, whatever their language; the card leads back to it."""
    words = "We need the stop names – la carte est à jour"
    talk.own.append(words)
    talk.meeting.picks("ana", kind, words, author="sam")
    talk.ana.is_asked("form-record")
    asked = talk.ana.asked.values
    assert (asked["kind"], asked["stakeholder"], asked["words"]) == (kind, "Sam Okafor", words)
    talk.ana.fills(due=("no idea", "aucune idée") if kind == "promise" else "")
    if kind == "promise":
        talk.ana.is_corrected("due", "field-when-missing")
        talk.ana.fills(due=("Friday", "vendredi"))
    recorded = talk.meeting.records()[f"{kind}s"][0]
    assert (recorded["words"], bool(recorded["source"])) == (words, True)
    talk.ana.says("show 1", "voir 1")
    talk.ana.reads_words(words)


def test_in_the_channel_an_answer_is_for_whoever_asked(talk):
    """And a summary for everybody there."""
    talk.ana.says(
        "promise Maria: send the report by Friday",
        "engagement Maria : envoyer le rapport vendredi",
        channel=True,
    )
    talk.ana.reads_in_channel("recorded", number=1, stakeholder="Maria", due=FRIDAY)
    talk.ana.says("frobnicate", "tournicoter", channel=True)
    talk.ana.reads_in_channel("unclear-command", said=("frobnicate", "tournicoter"))
    talk.lea.says("summary", "bilan", channel=True)
    for person in (talk.ana, talk.sam, talk.lea):
        person.reads_in_channel("summary-title", team=TEAM[talk.language])
        assert person.inbox == []


def test_the_summary_of_the_team_is_in_both_languages(talk):
    """Whoever reads it; each post is in one language from its first word to its last."""
    promises(talk.ana)
    talk.until(november(30))
    posted = talk.sam.meeting.read_in_channel("sam")
    assert [text.split("\n")[0] for text in posted] == [
        "Summary: Public engagement",
        "Bilan\u00a0: Participation du public",
    ]


@pytest.mark.parametrize("talk", WHERE_MESSAGES_ARE_PICKED, indirect=True)
def test_whoever_leads_learns_what_did_not_arrive(talk):
    """In words that say what can be done; the history does not claim that the owner was reminded."""
    talk.lea.says("help", "aide")
    promises(talk.ana)
    why = "blocked" if talk.meeting.platform == "teams" else "person"
    if why == "blocked":
        talk.meeting.teams.person("ana").blocks()
    else:
        talk.meeting.slack.fail("chat.postMessage", "user_disabled")
    talk.until(WEDNESDAY)
    talk.bot.settle()
    talk.lea.reads("undelivered", name="Ana Reyes", number=1, why=Say(f"undelivered-{why}"))
    talk.lea.says("history 1", "historique 1")
    talk.lea.reads("history-undelivered", reason=Say(f"history-unreached-{why}"))


@pytest.mark.parametrize("talk", [f"slack-{language}" for language in LANGUAGES], indirect=True)
def test_the_home_tab(talk):
    """It shows what waits, and follows what happens elsewhere."""
    talk.dana.says("help", "aide")
    promises(talk.ana)
    for person in (talk.ana, talk.dana):
        talk.meeting.opens_home(person.who)
    talk.ana.says("escalate 1 to @dana: may we?", "transmettre 1 à @dana : le peut-on ?")
    assert talk.dana.say("list-waiting", count=1) in list(talk.meeting.everything("dana"))
    talk.dana.presses("button-return", 1)
    talk.dana.fills(note=("yes", "oui"))
    assert talk.dana.say("list-waiting", count=1) not in list(talk.meeting.everything("dana"))
    talk.ana.reads("inform-returned", by="Dana Whitfield", number=1)

"""Lists, searches, histories, summaries, help: in each language on each platform."""

from bot.cards.notices import HELP_GROUPS
from tests.support.sentences import patterns
from tests.support.talk import FRIDAY, TEAM, Say, Short, november

TUESDAY, WEDNESDAY = november(24).date(), november(25)
MORE_PLACES = {"prefer", "unlink"}
"""Commands for whoever is in several places: `test_everywhere_accounts_are_linked`."""

ENDS = {"done", "close", "told", "reopen", "give", "escalate", "undo"}
"""Commands that want a promise of their own."""

REFUSALS = ("refuse-", "unclear-", "missing-", "sorry-", "ask-", "too-long", "one-at-a-time")


def promises(person, to, english="Friday", french="vendredi"):
    """Let somebody promise something to somebody."""
    person.says(
        f"promise {to}: send the report by {english}", f"engagement {to} : envoyer le rapport d'ici {french}"
    )


def test_lists(talk):
    """One's own, somebody's, the team's: each says what it lists, the earliest due first."""
    ana, sam = talk.ana, talk.sam
    promises(ana, "Maria", "4 December", "le 4 décembre")
    promises(ana, "Kim", "Tuesday", "mardi")
    promises(sam, "Lou")
    ana.says("mine", "mes engagements")
    ana.reads("list-title", what=Say("list-mine-live"), count=2)
    (shown,) = ana.news()
    assert shown.index("2 · Kim") < shown.index("1 · Maria")
    ana.says("list @sam", "liste @sam")
    ana.reads("list-title", what=Say("list-of-live", name="Sam Okafor"), count=1)
    talk.until(november(25, 12, 0))
    ana.says("list overdue", "liste en retard")
    ana.reads("list-title", what=Say("list-team-overdue"), count=1)
    ana.reads("standing-overdue", due=Short(TUESDAY), days=1)
    ana.presses("button-done", 2)
    ana.reads("closed", number=2, outcome=Say("outcome-kept"), stakeholder="Kim")
    talk.lea.says("list closed", "liste fermés")
    talk.lea.reads("list-title", what=Say("list-team-closed"), count=1)
    talk.dana.says("home", "accueil")
    talk.dana.reads("home-empty-title")
    ana.says("home", "accueil")
    ana.reads_words("1 · Maria")


def test_pages(talk):
    """Nine lines take two pages; the second takes the place of the first."""
    for number in range(1, 10):
        promises(talk.ana, f"Groupe {number}")
    talk.ana.says("mine", "mes engagements")
    talk.ana.reads("page-of", page=1, pages=2)
    messages = len(talk.ana.inbox)
    talk.ana.presses("button-next")
    talk.ana.reads("page-of", page=2, pages=2)
    talk.ana.presses("button-previous")
    talk.ana.reads("page-of", page=1, pages=2)
    assert len(talk.ana.inbox) == messages


def test_what_was_said_is_found(talk):
    """Accents and case hide nothing, whether it was promised or heard."""
    talk.ana.says(
        "promise Élise Côté (Ville de Gatineau): send the étude by Friday",
        "engagement Élise Côté (Ville de Gatineau) : déposer l’étude vendredi",
    )
    talk.ana.says("heard Élise Côté: the étude is awaited", "entendu Élise Côté : l’étude est attendue")
    talk.ana.reads("heard", number=2, stakeholder="Élise Côté")
    for text in ("etude", "ELISE"):
        talk.sam.says(f"find {text}", f"trouver {text}")
        talk.sam.reads("find-title", text=text, count=2)
    talk.sam.says("find zebra", "trouver zèbre")
    talk.sam.reads("find-nothing")


def test_history(talk):
    """Everything that happened stands there with its reason, as the language says it."""
    talk.dana.says("help", "aide")
    promises(talk.ana, "Maria")
    talk.until(WEDNESDAY)
    talk.ana.says("snooze 1 until Thursday", "reporter 1 jusqu'à jeudi")
    talk.ana.says("move 1 to 11 December because of snow", "déplacer 1 au 11 décembre à cause de la neige")
    talk.ana.says("escalate 1 to @dana: may we?", "transmettre 1 à @dana : le peut-on ?")
    talk.dana.says("return 1: yes", "retourner 1 : oui")
    talk.ana.says("done 1", "fait 1")
    talk.ana.says("told 1 by email", "informé 1 par courriel")
    talk.ana.says("reopen 1", "rouvrir 1")
    talk.ana.says("undo", "annuler")
    talk.ana.says("history 1", "historique 1")
    for key, arguments in {
        "undone": {"by": "Ana Reyes", "what": Say("undone-reopened")},
        "reopened": {"by": "Ana Reyes"},
        "told": {"by": "Ana Reyes"},
        "closed": {"by": "Ana Reyes", "outcome": Say("outcome-kept")},
        "returned": {"by": "Dana Whitfield"},
        "escalated": {"by": "Ana Reyes", "decider": "Dana Whitfield"},
    }.items():
        talk.ana.reads(f"history-{key}", **arguments)
    talk.ana.presses("button-next")
    talk.ana.reads("history-reminded", reason=Say("reason-before", days=2))
    talk.ana.reads("history-recorded", by="Ana Reyes", due=FRIDAY)
    talk.ana.says("read 1", "lire 1")
    talk.ana.reads("reading-title", number=1, stakeholder="Maria")


def test_summary_of_a_team(talk):
    """Counts, shares and what is late, as the language writes figures."""
    talk.dana.says("help", "aide")
    for to in ("Maria", "Kim", "Lou", "Max"):
        promises(talk.ana, to, "Tuesday", "mardi")
    talk.ana.says("done 1", "fait 1")
    talk.ana.says("close 2 not kept: nobody had time", "clore 2 non tenu : personne n'avait le temps")
    talk.ana.says("escalate 3 to @dana: may we?", "transmettre 3 à @dana : le peut-on ?")
    talk.until(november(25, 12, 0))
    talk.lea.says("summary", "bilan")
    talk.lea.reads("summary-title", team=TEAM[talk.language])
    talk.lea.reads("summary-period", first=Short(november(23).date()), last=Short(WEDNESDAY.date()))
    share = {"en": "50%", "fr": "50\u00a0%"}[talk.language]
    (shown,) = talk.lea.news()
    colon = {"en": ": ", "fr": "\u00a0: "}[talk.language]
    for key, value in {
        "summary-open": "2",
        "summary-overdue": "2",
        "summary-escalated": "1",
        "summary-recorded": "4",
        "summary-closed": "2",
        "summary-follow-through": share,
        "outcome-kept": "1",
        "outcome-not-kept": "1",
    }.items():
        assert f"{talk.lea.say(key)}{colon}{value}" in shown
    talk.lea.reads("summary-stuck")
    talk.lea.says("summary last month", "bilan du mois dernier")
    talk.lea.reads("summary-none-closed")


def test_every_command_in_help_works(talk):
    """Each example does what it says: none is refused, and none is unclear."""
    talk.dana.says("help", "aide")
    talk.sam.says("help", "aide")
    talk.ana.says("help", "aide")
    talk.ana.reads("help-title")
    promises(talk.ana, "Maria", "10 December", "le 10 décembre")
    recorded = 1
    refused = {key: each for key, each in patterns(talk.language).items() if key.startswith(REFUSALS)}
    for verb in (verb for verbs in HELP_GROUPS.values() for verb in verbs if verb not in MORE_PLACES):
        if verb in ENDS:
            promises(talk.ana, f"Groupe {verb}", "10 December", "le 10 décembre")
            recorded = talk.promises()[-1]["number"]
        for example in talk.ana.say(f"example-{verb}", number=str(recorded)).split(" · "):
            who = talk.dana if verb == "return" else talk.ana
            if verb == "back":
                who.says("away until Friday", "en congé jusqu'à vendredi")
            if verb in {"told", "reopen"}:
                who.says(f"done {recorded}", f"fait {recorded}")
            who.says(example)
            first = [text.split("\n")[0] for text in who.news()]
            assert first or who.meeting.asked(who.who), f"{example} is not answered"
            said = [key for key, each in refused.items() for line in first if each.fullmatch(line)]
            assert not said, (example, first)

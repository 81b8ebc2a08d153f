"""A promise from its first word to its end, in each language on each platform."""

from tests.support.talk import FRIDAY, Say, Short, november

WEDNESDAY, THURSDAY = november(25), november(26)
REPORT = ("send the report", "envoyer le rapport")
LATE = ("the data is late", "les données sont en retard")


def promises(person, to, number=1):
    """Let somebody promise the report to somebody, for Friday."""
    person.says(
        f"promise {to}: send the report by Friday", f"engagement {to} : envoyer le rapport d'ici vendredi"
    )
    person.reads("recorded", number=number, stakeholder=to, due=FRIDAY)
    person.reads_words(REPORT)


def test_kept_on_time(talk):
    """Recorded, reminded twice before it is due, kept, and told."""
    promises(talk.ana, "Maria Chen (OpenNorth)")
    talk.until(WEDNESDAY)
    talk.ana.reads("reminder-title", count=1)
    talk.ana.reads("standing-open", due=Short(FRIDAY), days=2)
    talk.until(november(27))
    talk.ana.reads("standing-today", due=Short(FRIDAY))
    talk.ana.presses("button-done", 1)
    talk.ana.reads("closed", number=1, outcome=Say("outcome-kept"), stakeholder="Maria Chen (OpenNorth)")
    talk.until(november(30))
    talk.ana.hears_nothing()
    talk.ana.says("told 1 by email", "informé 1 par courriel")
    talk.ana.reads("told", number=1, stakeholder="Maria Chen (OpenNorth)")
    talk.ana.reads("told-how", day=november(30), how=("by email", "par courriel"))


def test_due_at_an_hour(talk):
    """It is said once more, an hour before; the hour is written as the language writes it."""
    talk.ana.says(
        "promise Maria: call the mayor by Thursday 15:30",
        "engagement Maria : appeler la mairie jeudi 15 h 30",
    )
    talk.ana.reads("recorded", number=1, stakeholder="Maria", due=november(26, 15, 30))
    for moment in (november(24), THURSDAY, november(26, 14, 31)):
        talk.until(moment)
        talk.ana.reads("reminder-title", count=1)
    talk.ana.says("history 1", "historique 1")
    talk.ana.reads("reason-hour-before")


def test_ignored_escalated_and_back(talk):
    """Reminders stop while somebody else decides, and start again with the answer; then it is closed, and told."""
    ana, dana = talk.ana, talk.dana
    dana.says("help", "aide")
    promises(ana, "Maria")
    for day in (25, 27, 30):
        talk.until(november(day))
        ana.reads("reminder-title", count=1)
    ana.reads("standing-overdue", due=Short(FRIDAY), days=3)
    ana.presses("button-escalate", 1)
    ana.is_asked("form-escalate", number=1)
    ana.fills(person="dana", question=("May we name the donors?", "Peut-on nommer les donateurs ?"))
    ana.reads("escalated", number=1, decider="Dana Whitfield")
    dana.reads("inform-escalated", by="Ana Reyes", number=1)
    dana.reads_words(("May we name the donors?", "Peut-on nommer les donateurs ?"))
    talk.until(november(32))
    ana.hears_nothing()
    dana.presses("button-return", 1)
    dana.fills(note=("Only by their initials.", "Par leurs initiales seulement."))
    dana.reads("returned", number=1, owner="Ana Reyes")
    ana.reads("inform-returned", by="Dana Whitfield", number=1)
    ana.reads(
        "answer-of", note=("Only by their initials.", "Par leurs initiales seulement."), name="Dana Whitfield"
    )
    talk.until(november(34))
    ana.reads("reminder-title", count=1)
    ana.says("close 1 kept modified: initials only", "clore 1 tenu modifié : initiales seulement")
    ana.reads("closed", number=1, outcome=Say("outcome-kept-modified"), stakeholder="Maria")
    ana.presses("button-told", 1)
    ana.fills(how=("by phone", "par téléphone"))
    ana.reads("told", number=1, stakeholder="Maria")
    assert talk.promise(1)["state"]["outcome"] == "kept modified"


def test_renegotiated_it_keeps_its_first_due(talk):
    """A due moves with a reason alone; reminders follow it, and the first one stays on record."""
    promises(talk.ana, "Maria")
    talk.ana.says("move 1 to 4 December", "déplacer 1 au 4 décembre")
    talk.ana.reads("refuse-move-without-reason", number=1)
    talk.ana.says(
        "move 1 to 4 December because the data is late",
        "déplacer 1 au 4 décembre parce que les données sont en retard",
    )
    talk.ana.reads("moved", number=1, due=november(34).date())
    talk.until(november(27))
    talk.ana.hears_nothing()
    talk.until(november(32))
    talk.ana.presses("button-move", 1)
    talk.ana.is_asked("form-move", number=1)
    talk.ana.fills(due=("10 December", "10 décembre"), reason=("a second round", "une deuxième ronde"))
    talk.ana.reads("moved", number=1, due=november(40).date())
    talk.ana.says("show 1", "voir 1")
    talk.ana.reads("label-due-original")
    promise = talk.promise(1)
    assert (promise["state"]["due"]["day"], promise["due_original"]["day"]) == ("2026-12-10", "2026-11-27")


def test_snoozed(talk):
    """The reminder comes when it was asked for, and the due stays."""
    promises(talk.ana, "Maria")
    talk.ana.says("snooze 1 until Thursday 14:00", "reporter 1 jusqu'à jeudi 14 h")
    talk.ana.reads("snoozed", number=1, at=november(26, 14, 0), due=FRIDAY)
    talk.until(WEDNESDAY)
    talk.ana.hears_nothing()
    talk.until(november(26, 14, 1))
    talk.ana.reads("reminder-title", count=1)
    talk.until(november(31, 10, 0))
    talk.ana.says("snooze 1 until Thursday", "reporter 1 jusqu'à jeudi")
    talk.ana.reads("snoozed-overdue", number=1, at=november(33, 9, 0), due=FRIDAY)


def test_a_week_down(talk):
    """What was missed is said once, in one message, on the next working morning."""
    promises(talk.ana, "Maria")
    promises(talk.ana, "Kim", 2)
    promises(talk.sam, "Lou", 3)
    talk.down_until(november(29, 3, 0))
    talk.ana.hears_nothing()
    talk.until(november(30))
    talk.ana.reads("reminder-title", count=2)
    talk.sam.reads("reminder-title", count=1)
    assert (len(talk.ana.news()), len(talk.sam.news())) == (1, 1)
    talk.sam.says("history 3", "historique 3")
    talk.sam.reads("reason-overdue", days=1)


def test_away_and_back(talk):
    """Somebody on leave is left alone, and the reason stands in the history; back, they are reminded again."""
    promises(talk.ana, "Maria")
    talk.ana.says("away until 7 December", "en congé jusqu'au 7 décembre")
    talk.ana.reads("away", first=november(23).date(), last=november(36).date())
    talk.until(november(26, 12, 0))
    talk.ana.hears_nothing()
    talk.ana.says("back", "de retour")
    talk.ana.reads("back")
    talk.ana.says("undo", "annuler")
    talk.ana.reads("undone-away")
    talk.ana.says("I'm back", "je suis de retour")
    talk.until(november(27))
    talk.ana.reads("reminder-title", count=1)
    talk.ana.says("history 1", "historique 1")
    talk.ana.reads("hold-leave")
    talk.ana.says("back", "de retour")
    talk.ana.reads("refuse-not-away")


def test_notes_travel(talk):
    """What is written while handing a promise on is read by whoever receives it, and when it comes back."""
    talk.sam.says("help", "aide")
    promises(talk.ana, "Maria")
    talk.ana.says("give 1 to @sam: Maria prefers the phone", "confier 1 à @sam : Maria préfère le téléphone")
    talk.ana.reads("given", number=1, owner="Sam Okafor")
    talk.sam.reads("inform-given", by="Ana Reyes", number=1)
    talk.sam.reads(
        "answer-of", note=("Maria prefers the phone", "Maria préfère le téléphone"), name="Ana Reyes"
    )
    talk.sam.says("done 1: sent by courier", "fait 1 : livré par messager")
    talk.sam.reads("label-note")
    talk.lea.says("reopen 1: the courier lost it", "rouvrir 1 : le messager l'a perdu")
    talk.sam.reads("inform-reopened", by="Léa Gagnon", number=1)
    talk.sam.reads_words(("the courier lost it", "le messager l'a perdu"))

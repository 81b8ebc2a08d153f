"""Slips are taken back, nothing is recorded twice, and what was sent stays true: in each language on each platform."""

from tests.support.talk import FRIDAY, Say, Short, november

WEDNESDAY = november(25)


def promises(talk, to, number=1, due=("Friday", "vendredi")):
    """Let Ana promise something to somebody."""
    talk.ana.says(
        f"promise {to}: send the report by {due[0]}", f"engagement {to} : envoyer le rapport d'ici {due[1]}"
    )
    talk.ana.reads_words(f"{to}")
    assert [one["number"] for one in talk.promises()][-1] == number


ACTS = {
    "closed": ("done 1", "fait 1"),
    "snoozed": ("snooze 1 until Thursday", "reporter 1 jusqu'à jeudi"),
    "moved": ("move 1 to 4 December because of snow", "déplacer 1 au 4 décembre à cause de la neige"),
    "given": ("give 1 to @dana", "confier 1 à @dana"),
    "escalated": ("escalate 1 to @dana: may we?", "transmettre 1 à @dana : le peut-on ?"),
}
TOLD = {"given", "escalated"}
"""Of these Dana learns."""


def test_each_act_is_taken_back(talk):
    """Undo says what it took back, and whoever was told of it is told again."""
    talk.dana.says("help", "aide")
    promises(talk, "Maria")
    before = talk.promise(1)
    for what, (english, french) in ACTS.items():
        talk.dana.remembers()
        talk.ana.says(english, french)
        after = talk.promise(1)
        assert (after["state"], after["reminder"]) != (before["state"], before["reminder"])
        if what in TOLD:
            talk.dana.reads(f"inform-{what}", by="Ana Reyes", number=1)
        talk.ana.says("undo", "annuler")
        talk.ana.reads("undone", number=1, undone=Say(f"undone-{what}"))
        if what in TOLD:
            talk.dana.reads("inform-undone", by="Ana Reyes", number=1, undone=Say(f"undone-{what}"))
        after = talk.promise(1)
        assert (after["state"], after["reminder"]) == (before["state"], before["reminder"])


def test_step_by_step_to_the_recording(talk):
    """Undone again and again, it goes back to before the promise; what is somebody else's stays."""
    promises(talk, "Maria")
    talk.ana.says("done 1", "fait 1")
    talk.ana.says("told 1 by phone", "informé 1 par téléphone")
    for what in ("told", "closed", "recorded"):
        talk.ana.says("undo", "annuler")
        talk.ana.reads("undone", number=1, undone=Say(f"undone-{what}"))
    talk.ana.says("undo", "annuler")
    talk.ana.reads("refuse-undo-nothing")
    talk.sam.says("undo", "oups")
    talk.sam.reads("refuse-undo-nothing")
    talk.ana.says("heard Maria: buses are late", "entendu Maria : les autobus sont en retard")
    talk.ana.reads("heard", number=2, stakeholder="Maria")
    talk.ana.presses("button-undo", 2)
    talk.ana.reads("undone-insight", number=2)


def test_a_slip_is_corrected(talk):
    """Changed right after it was recorded, a promise takes the place of the first one."""
    promises(talk, "Maria")
    talk.ana.presses("button-change", 1)
    talk.ana.is_asked("form-change", number=1)
    assert talk.ana.asked.values["words"] == talk.ana.own(("send the report", "envoyer le rapport"))
    talk.ana.fills(words=("send the annual report", "envoyer le rapport annuel"))
    talk.ana.reads("recorded-instead", old=1, number=2, due=FRIDAY)
    talk.ana.says("undo", "annuler")
    talk.ana.reads("undone-instead", number=2, old=1)


def test_nothing_is_recorded_twice(talk):
    """The same words a moment later are asked about, in whatever case; a second press changes nothing."""
    promises(talk, "Maria")
    talk.ana.says(
        "Promise  MARIA:  Send the Report by friday", "Engagement MARIA : Envoyer le Rapport d’ici vendredi"
    )
    talk.ana.reads("recorded-twice", number=1)
    talk.ana.presses("button-again")
    talk.ana.reads("recorded", number=2, stakeholder="MARIA", due=FRIDAY)
    for _ in range(2):
        talk.ana.says("heard Kim: buses are late", "entendu Kim : les autobus sont en retard")
    talk.ana.reads("heard-twice", number=3)
    talk.until(WEDNESDAY)
    talk.ana.presses("button-done", 1)
    talk.ana.says("done 1", "fait 1")
    talk.ana.reads("refuse-already", number=1, stage=Say("stage-closed"))
    assert [one["number"] for one in talk.promises()] == [1, 2]


def test_a_reminder_stays_true(talk):
    """One message of three promises shows what became of each, and counts the rest."""
    talk.dana.says("help", "aide")
    for number, to in enumerate(("Maria", "Kim", "Lou"), start=1):
        promises(talk, to, number)
    talk.until(WEDNESDAY)
    talk.ana.reads("reminder-title", count=3)
    messages = len(talk.ana.inbox)
    talk.ana.presses("button-done", 2)
    talk.ana.reads("reminder-title", count=2)
    talk.ana.reads("closed", number=2, outcome=Say("outcome-kept"), stakeholder="Kim")
    talk.ana.presses("button-snooze", 3)
    talk.ana.fills(until=("Friday", "vendredi"))
    talk.ana.presses("button-undo", 3)
    talk.ana.reads("undone", number=3, undone=Say("undone-snoozed"))
    assert len(talk.ana.inbox) == messages, "each press changes the message that it stands on"
    talk.lea.says("close 1 not pursued: policy choice", "clore 1 non poursuivi : choix politique")
    talk.ana.reads("inform-closed", by="Léa Gagnon", number=1, outcome=Say("outcome-not-pursued"))
    talk.ana.reads("reminder-title", count=1)
    talk.ana.says("escalate 3 to @dana: may we?", "transmettre 3 à @dana : le peut-on ?")
    talk.ana.reads("reminder-none-left")
    talk.ana.reads("standing-escalated", decider="Dana Whitfield", due=Short(FRIDAY))


def test_a_question_stays_true(talk):
    """Brought back, it is no longer asked; undone, it is asked again."""
    talk.dana.says("help", "aide")
    promises(talk, "Maria")
    talk.ana.says("escalate 1 to @dana: may we?", "transmettre 1 à @dana : le peut-on ?")
    talk.dana.remembers()
    talk.ana.says("show 1", "voir 1")
    talk.ana.presses("button-bring-back", 1)
    talk.ana.is_asked("form-bring-back", number=1)
    talk.ana.fills(note=("we found the rule", "nous avons trouvé la règle"))
    talk.ana.reads("brought-back", number=1, owner="Ana Reyes", decider="Dana Whitfield")
    talk.dana.reads("inform-withdrawn", by="Ana Reyes", number=1)
    talk.dana.reads("since-then")
    talk.ana.says("undo", "annuler")
    talk.dana.reads("inform-undone", by="Ana Reyes", number=1, undone=Say("undone-brought-back"))
    talk.dana.presses("button-return", 1)
    talk.dana.is_asked("form-return", number=1)


def test_a_lead_is_no_stranger(talk):
    """Others are told whose it is; a lead may act, and the owner learns of it."""
    promises(talk, "Maria")
    talk.sam.says("done 1", "fait 1")
    talk.sam.reads("refuse-not-yours", number=1, owner="Ana Reyes", handle="ana")
    talk.lea.says("snooze 1 until Thursday", "reporter 1 jusqu'à jeudi")
    talk.ana.reads("inform-snoozed", by="Léa Gagnon", number=1, at=november(26, 9, 0))
    talk.lea.says("move 1 to 8 December because of snow", "déplacer 1 au 8 décembre à cause de la neige")
    talk.ana.reads("inform-moved", by="Léa Gagnon", number=1, due=november(38).date())

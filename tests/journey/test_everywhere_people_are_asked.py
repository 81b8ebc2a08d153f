"""Forms, unclear days and bad input, in each language on each platform: one clear line each."""

from tests.support.talk import FRIDAY, Say, Short, november

REPORT = ("send the report", "envoyer le rapport")


def promises(talk):
    """Let Ana promise the report to Maria for Friday, and know of Sam and Dana."""
    for person in (talk.sam, talk.dana):
        person.says("help", "aide")
    talk.ana.says(
        "promise Maria: send the report by Friday", "engagement Maria : envoyer le rapport vendredi"
    )


def test_the_form_that_records(talk):
    """What is wrong is said at its field, what was written stays, and nothing is recorded before all is right."""
    talk.ana.opens("/engage")
    talk.ana.is_asked("form-record")
    talk.ana.fills(stakeholder="Maria", words=REPORT, due=("no idea", "aucune idée"))
    talk.ana.is_corrected("due", "field-when-missing")
    talk.ana.fills(stakeholder="Maria", words=REPORT, due=("soon", "bientôt"))
    talk.ana.is_corrected("due", "field-when-vague")
    talk.ana.fills(stakeholder="M" * 201, words=REPORT, due=("Friday", "vendredi"))
    assert set(talk.ana.asked.errors) == {"stakeholder"}
    assert talk.promises() == []
    talk.ana.fills(stakeholder="Maria", organisation="OpenNorth", words=REPORT, due=("Friday", "vendredi"))
    talk.ana.reads("recorded", number=1, stakeholder="Maria (OpenNorth)", due=FRIDAY)
    talk.ana.opens("/engage")
    talk.ana.fills(kind="insight", stakeholder="Kim", words=("buses are late", "les autobus tardent"), due="")
    talk.ana.reads("heard", number=2, stakeholder="Kim")


LATE = ("rain", "la pluie")
MAY_WE = ("may we?", "le peut-on ?")
FORMS = {
    "snooze": (
        "snooze 1", "reporter 1", {"until": ("no idea", "aucune idée")}, "field-when-missing",
        {"until": ("Thursday", "jeudi")}, Say("snoozed", number=1, at=november(26, 9, 0), due=FRIDAY),
    ),
    "move": (
        "move 1", "déplacer 1", {"due": ("no idea", "aucune idée"), "reason": LATE}, "field-when-missing",
        {"due": ("11 December", "11 décembre"), "reason": LATE}, Say("moved", number=1, due=november(41).date()),
    ),
    "give": (
        "give 1", "confier 1", {"person": "ana"}, "refuse-give-same",
        {"person": "sam"}, Say("given", number=1, owner="Sam Okafor"),
    ),
    "escalate": (
        "escalate 1", "transmettre 1", {"person": "ana", "question": MAY_WE}, "refuse-escalate-to-owner",
        {"person": "dana", "question": MAY_WE}, Say("escalated", number=1, decider="Dana Whitfield"),
    ),
    "close": (
        "close 1", "clore 1", {"outcome": "not kept", "reason": ""}, "field-missing",
        {"outcome": "not kept", "reason": ("no time", "faute de temps")},
        Say("closed", number=1, outcome=Say("outcome-not-kept"), stakeholder="Maria"),
    ),
}  # fmt: skip
"""How each is asked for, what is wrong first and what is said to that, what is right and what it does."""


def test_each_form(talk):
    """It is asked for by its verb and a number; a fault is said, and then it does what it is for."""
    promises(talk)
    for form, (english, french, wrong, said, right, done) in FORMS.items():
        before = len(talk.promise(1)["history"])
        talk.ana.opens(english, french)
        talk.ana.is_asked(f"form-{form}", number=1)
        talk.ana.fills(**wrong)
        why = talk.ana.say(said, number=1)
        assert why in " ".join([talk.ana.asked.error, *talk.ana.asked.errors.values()]), talk.ana.asked
        assert len(talk.promise(1)["history"]) == before
        talk.ana.fills(**right)
        talk.ana.reads(done.key, **done.arguments)
        talk.ana.says("undo", "annuler")


UNCLEAR = {
    "missing": ("", ""),
    "vague": ("soon", "bientôt"),
    "ambiguous-day-month": ("by 03/04/2027", "d'ici le 03/04/2027"),
    "past": ("by yesterday", "d'ici hier"),
    "impossible": ("by 2026-02-31", "d'ici le 2026-02-31"),
}


def test_an_unclear_day_is_asked_about(talk):
    """Nothing is recorded until a day was chosen: from those that are offered, or another one."""
    for number, (kind, (english, french)) in enumerate(UNCLEAR.items(), start=1):
        to = f"Groupe {number}"
        talk.ana.says(
            f"promise {to}: call back {english}".strip(), f"engagement {to} : rappeler {french}".strip()
        )
        talk.ana.reads_some(f"ask-{kind}")
        talk.ana.reads("ask-nothing-yet")
        assert len(talk.promises()) == number - 1
        talk.ana.presses("button-other-day")
        talk.ana.is_asked("form-when")
        talk.ana.fills(due=("no idea", "aucune idée"))
        assert set(talk.ana.asked.errors) == {"due"}
        talk.ana.fills(due=("4 December", "4 décembre"))
        talk.ana.reads("recorded", number=number, stakeholder=to, due=november(34).date())


def test_a_day_is_chosen_by_its_button(talk):
    """Whichever is pressed completes the command that was typed, once."""
    talk.ana.says("promise Lou: call back", "engagement Lou : rappeler")
    talk.ana.presses_this(talk.ana.written(Short(FRIDAY)))
    talk.ana.reads("recorded", number=1, stakeholder="Lou", due=FRIDAY)


REFUSED = {
    ("done 99", "fait 99"): ("refuse-unknown", {"number": 99}),
    ("promise Maria send it", "engagement Maria envoyer cela"): ("missing-colon", {}),
    ("promise : send it", "engagement : envoyer cela"): ("missing-stakeholder", {}),
    ("promise Maria:", "engagement Maria :"): ("missing-words", {}),
    ("frobnicate", "tournicoter"): ("unclear-command", {"said": ("frobnicate", "tournicoter")}),
    ("give 1 to Sam", "confier 1 à Sam"): ("missing-person", {"number": 1}),
    ("escalate 1 to @dana", "transmettre 1 à @dana"): ("missing-question", {"number": 1}),
    ("close 1 splendidly", "clore 1 splendidement"): (
        "unclear-outcome",
        {"number": 1, "said": ("splendidly", "splendidement")},
    ),
    ("close 1 not kept", "clore 1 non tenu"): (
        "refuse-close-without-reason",
        {"number": 1, "outcome": Say("outcome-not-kept")},
    ),
    ("done", "fait"): ("missing-number", {"verb": Say("verb-done")}),
    ("done 1 2", "fait 1 2"): ("one-at-a-time", {"first": 1, "second": 2}),
    ("away maybe", "en congé peut-être"): ("unclear-absence", {}),
    ("summary yesterday", "bilan d'hier"): ("unclear-period", {"said": ("yesterday", "d'hier")}),
    ("reopen 1", "rouvrir 1"): ("refuse-already", {"number": 1, "stage": Say("stage-open")}),
    ("told 1", "informé 1"): (
        "refuse-stage",
        {"number": 1, "stage": Say("stage-open"), "action": Say("action-told")},
    ),
    ("move 1 to Friday because of nothing", "déplacer 1 à vendredi parce que rien"): (
        "refuse-move-same",
        {"number": 1},
    ),
    ("undo 77", "annuler 77"): ("refuse-undo-done", {"number": 77}),
    ("link ABCD-EFGH", "lier ABCD-EFGH"): ("refuse-link-code", {"minutes": 10}),
    ("unlink", "délier"): ("refuse-not-linked", {}),
}


def test_bad_input_gets_one_clear_line(talk):
    """It says what is wrong and what to do, and changes nothing."""
    promises(talk)
    for (english, french), (key, arguments) in REFUSED.items():
        talk.ana.says(english, french)
        talk.ana.reads(key, **arguments)
        assert len(talk.ana.news()) == 1
    assert len(talk.promise(1)["history"]) == 1
    assert len(talk.promises()) == 1

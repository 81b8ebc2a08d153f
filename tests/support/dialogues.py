"""Dialogues that bring Engage to say what it can say of one promise: recorded, asked about, finished, changed.

They are held once in each language. What is typed is understood in both; buttons are pressed by their sentence.
"""

from bot.messages import Picked, Undelivered
from tests.support.mailbox import CHANNEL
from tests.support.stage import Stage, buttons

WHEN_WRONG = {
    "missing": "as discussed",
    "vague": "soon",
    "several": "Monday or Tuesday",
    "past": "2026-01-05",
    "impossible": "31 February",
    "ambiguous": "03/04/2027",
    "contradicting": "Monday 4 December 2026",
}
"""What is not yet a day, each in its own way."""
LONG = "words and more words " * 500


async def recording(stage: Stage) -> None:
    """Recorded, typed twice, corrected, taken back; in a form, from a message."""
    ana = stage.ana
    await ana.says("promise Maria Chen (OpenNorth): send the report by Friday 3pm")
    await ana.says("promise Maria Chen (OpenNorth): send the report by Friday 3pm")
    await ana.presses("button-again")
    await ana.presses("button-change", 2)
    await ana.fills(words="send the consultation report")
    await ana.says(
        "show 2", "undo", "history 2", "undo", "history 2", "promise Kim: " + LONG[:9000] + " by Friday"
    )
    await ana.says("read 4", "read 4 page 2")
    await ana.presses("button-previous")
    await ana.says("show 4", "promise Kim: " + LONG[:9000] + ", again, by Friday")
    await ana.presses("button-change", 5)
    await ana.says("heard Amir Haddad (Ville de Gatineau): the bus map needs names")
    await ana.says("heard Amir Haddad (Ville de Gatineau): the bus map needs names")
    await ana.presses("button-again")
    await ana.says("show 6", "find bus", "undo", "show 7", "heard Amir: " + LONG[:9000], "show 8", "read 8")
    for kind in ("promise", "insight"):
        picked = Picked(kind=kind, words="We will send it.", author="Max", link="https://example.org/p1")
        await ana.picks(picked)
        await ana.fills(stakeholder="Max", due="Friday")
        await ana.says(f"show {9 if kind == 'promise' else 10}")
    await ana.picks(Picked(kind="insight", words=LONG, author="Max", link="https://example.org/p2"))


async def form_of_a_promise(stage: Stage) -> None:
    """The form that records, with every error that it can have."""
    ana = stage.ana
    await ana.says("")
    await ana.fills()
    await ana.fills(stakeholder="Maria", words=LONG[:10_001], due="Friday")
    for wrong in WHEN_WRONG.values():
        await ana.fills(stakeholder="Maria", words="send it", due=wrong)
        if ana.last.form is None:
            await ana.says("new")
    await ana.fills(
        kind="insight", stakeholder="Maria", organisation="OpenNorth", words="buses are late", due=""
    )


async def questions(stage: Stage) -> None:
    """A day that is not clear is asked about: by buttons, or in a form that may be wrong again."""
    ana = stage.ana
    for wrong in ("", "soon", "on Monday or Tuesday", "by 03/04/2027", "by Monday 4 December 2026",
                  "by 5 January 2026", "by 31 February"):  # fmt: skip
        await ana.says(f"promise Maria {len(stage.shown)}: send it {wrong}")
        assert ana.last.card is not None
        question = ana.last.card
        await ana.presses("button-other-day")
        for again in WHEN_WRONG.values():
            if ana.last.form is not None:
                await ana.fills(due=again)
        await ana.presses_this(buttons(question)[0])
    await ana.says("snooze 1 nonsense", "move 1 because the data is late")
    for name in ("snooze", "move"):
        await ana.says(f"{name} 1")
        for wrong in ("", *WHEN_WRONG.values()):
            if ana.last.form is not None:
                await ana.fills(until=wrong, due=wrong, reason="because")
    await stage.sam.presses_this(buttons(question)[0])
    await _answered_late(stage)


async def _answered_late(stage: Stage) -> None:
    """A day that was offered may be past when it is chosen."""
    ana = stage.ana
    await ana.says("promise Lou: call by 4 December")
    asked = []
    for text in ("promise Kim: call back", "snooze 8 nonsense"):
        await ana.says(text)
        assert ana.last.card is not None
        asked.append(ana.last.card)
    await stage.until(days=5, hour=12)
    for card in asked:
        await ana.presses_this(buttons(card)[0])


async def finishing(stage: Stage) -> None:
    """Closed in every way, told, reopened; each seen by its owner and by somebody else."""
    ana, lea = stage.ana, stage.lea
    for number in range(1, 8):
        await ana.says(f"promise Maria: send part {number} by Friday")
    await ana.says("close 1 kept modified: shorter", "close 2 kept in part: half", "close 3 not pursued")
    await ana.says("close 3 not pursued: the program ended", "close 4 not kept: nobody had time")
    await lea.says(
        "close 5 withdrawn: no longer needed", "close 6 transferred: to the city", "undo", "reopen 5: it is"
    )
    await ana.says("done 7", "show 7")
    await ana.presses("button-told", 7)
    await ana.fills(how="by email")
    await ana.says("show 7", "undo", "told 7", "reopen 7: not all of it", "show 7", "undo", "close 5")
    await ana.fills(outcome="not kept", reason="")
    await ana.fills(outcome="not kept", reason="it was too much")
    await ana.says(
        "close 1", "done 1", "told 5 by phone", "history 5", "mine closed", "show 1", "reopen 1", "done 6: ok"
    )
    await stage.sam.says("show 6", "list @ana all")


async def changing(stage: Stage) -> None:
    """Snoozed, moved, given: by whom it concerns, and by a lead for others."""
    ana, sam, lea = stage.ana, stage.sam, stage.lea
    await sam.says("help")
    await ana.says(
        "promise Maria: send it by Friday", "snooze 1 until Wednesday", "undo", "snooze 1 until 4 December"
    )
    await sam.presses("button-undo", 1, on=ana.last.card)
    await ana.says("show 1", "move 1 to 8 December because the data is late", "show 1", "undo")
    await ana.says("move 1 to 8 December", "give 1 to @sam: on leave", "undo", "give 1", "give 1 to @ana")
    await lea.says(
        "snooze 1 until Thursday", "move 1 to 9 December because of snow", "give 1 to @sam: please", "undo"
    )
    await lea.says("show 1", "history 1")
    for form in ("snooze", "move", "give", "escalate"):
        await ana.says(f"{form} 1")
        await ana.fills()
    await ana.says("give 1")
    await ana.fills(person="@ana")
    await ana.says("promise Kim: call by Monday 30 November", "move 2 to 30 November because of nothing")
    await ana.says("promise Lou: call by Friday", "snooze 3")
    await lea.says("done 3")
    await ana.fills(until="Thursday")
    await stage.until(days=8, hour=12)
    await ana.says("snooze 2 until tomorrow", "show 2", "mine", "show 1")
    await sam.says("mine", "show 1")


async def deciding(stage: Stage) -> None:
    """A question goes up, waits, and comes back; or is not needed any more."""
    ana, dana, lea = stage.ana, stage.dana, stage.lea
    await dana.says("help")
    await ana.says(
        "promise Maria: publish the dataset by Friday", "escalate 1 to @dana: with names?", "show 1", "mine"
    )
    await dana.says("show 1", "mine")
    await dana.presses("button-return", 1)
    await dana.fills()
    await dana.fills(note="without them")
    await dana.says("undo", "return 1: without them", "show 1")
    await ana.says("show 1", "escalate 1 to @dana: really?")
    await ana.presses("button-undo", 1)
    await lea.says("escalate 1 to @dana: and now?", "return 1: we know now", "undo")
    await ana.says("show 1", "escalate 1 to @dana: again?", "return 1")
    await ana.fills(note="found the rule")
    await ana.says("undo", "show 1", "history 1", "list escalated", "done 1", "escalate 1 to @sam: x")
    await ana.says("promise Kim: call by Friday", "escalate 2 to @ana: me?", "escalate 2 to @dana: may we?")
    await lea.says("show 2", "done 2")
    await dana.opens_home()
    await ana.opens_home()
    await ana.presses("button-help")


async def drafting(stage: Stage) -> None:
    """A message to the stakeholder, for whatever has become of a promise, in both languages."""
    ana = stage.ana
    await stage.dana.says("help")
    for number, fate in enumerate(
        (
            "done {}", "close {} kept modified: shorter", "close {} kept in part: half", "close {} not pursued: no legal basis",
            "close {} not kept: nobody had time", "close {} withdrawn: no longer needed", "close {} transferred: it is theirs",
            "move {} to 8 December because of snow", "escalate {} to @dana: may we?",
        ),
        start=1,
    ):  # fmt: skip
        await ana.says(f"promise Maria Chen (OpenNorth): send part {number} by Friday", f"draft {number}")
        await ana.says(fate.format(number), f"draft {number}", f"draft {number} in French")
        await ana.presses("button-draft-en", number)
        await ana.presses("button-draft-fr", number)
    await ana.says("undo", "promise Kim: " + LONG[:9000] + " by next Friday", "draft 10")
    await stage.until(days=21, hour=12)
    await ana.says("draft 10", "draft 10 in French")


async def days_off(stage: Stage) -> None:
    """Due on a day on which its owner does not work, for whatever reason."""
    ana = stage.ana
    await ana.says("away 14 December to 15 December", "settings days Mon to Thu")
    for day in ("28 November", "25 December", "24 December", "14 December", "4 December"):
        await ana.says(f"promise Maria: send it by {day}")
    await ana.says("move 1 to 25 December because of snow")
    await stage.lea.says("move 1 to 14 December because of snow", "move 1 to 4 December because of rain")


async def absence(stage: Stage) -> None:
    """Away and back, by words and by button, and taken back."""
    ana = stage.ana
    await ana.says(
        "promise Maria: send it by 29 January", "snooze 1 until Thursday", "away", "away until today", "back"
    )
    await ana.says("away until Wednesday", "undo", "away Friday", "undo", "away 25 November to 27 November")
    await ana.presses("button-back")
    await ana.says("away 24 November to 26 November", "away until 30 November")
    await stage.until(days=4, hour=12)
    await ana.says("back", "history 1")
    await stage.until(days=4, hour=12)
    await ana.says("history 1")


async def undelivered(stage: Stage) -> None:
    """What did not arrive is said to whoever can act."""
    ana, lea = stage.ana, stage.lea
    await lea.says("help")
    await stage.dana.says("help")
    for number, why in enumerate(Undelivered, start=1):
        await ana.says(f"promise Maria {number}: send it by Friday")
        stage.listener.closed = {"dana": why, "engagement": why}
        await ana.says(f"escalate {number} to @dana: may we?")
        await stage.until(days=7, hour=12)
    await ana.says("promise Luc: send it by Friday")
    for why in (Undelivered.PERSON, Undelivered.BLOCKED, Undelivered.OTHER):
        stage.listener.closed = {"ana": why}
        await stage.until(days=9, hour=12)
    await lea.says(f"history {len(Undelivered) + 1}")
    stage.listener.closed = {}
    await ana.says("summary", where=CHANNEL)

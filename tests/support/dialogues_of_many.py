"""Dialogues about many promises, about time that passes, and about what cannot be done or understood."""

from bot.intents.codec import dump
from bot.intents.intent import Escalate, Return
from bot.intents.verbs import VERBS
from bot.messages import Button, Undelivered
from bot.words import Words
from tests.support.mailbox import CHANNEL
from tests.support.stage import Stage

MANY = 30


async def lists(stage: Stage) -> None:
    """Paged, of everybody, of nobody; searched."""
    ana, sam = stage.ana, stage.sam
    await ana.says("mine", "mine overdue", "list", "find nothing", "list @sam", "summary")
    await ana.opens_home()
    await sam.says("help")
    for number in range(1, 11):
        await ana.says(f"promise Maria Chen (OpenNorth): send chapter {number} by {24 + number % 4} November")
    await ana.says("mine")
    await ana.presses("button-next")
    await ana.presses("button-previous")
    await ana.presses("button-show", 10)
    await ana.says("mine")
    await ana.presses("button-done", 4)
    await ana.presses("button-undo", 4)
    await ana.says("history 4", "find chapter", "find chapter page 2", "find heard")
    for show in ("", "open", "overdue", "escalated", "closed", "all"):
        await ana.says(f"mine {show}", f"list {show}", f"list @ana {show}")
    await ana.opens_home()
    await ana.presses("button-next")
    await stage.lea.says("list", where=CHANNEL)


async def questions_for_one(stage: Stage) -> None:
    """More questions than a page shows, and reminders that their owner will never get."""
    ana, dana = stage.ana, stage.dana
    await dana.says("help")
    await stage.lea.says("help")
    for number in range(1, 13):
        await ana.says(f"promise Maria: send chapter {number} by Friday")
    for number in range(1, 11):
        await ana.says(f"escalate {number} to @dana: may we?")
    await dana.says("mine")
    await dana.opens_home()
    stage.listener.closed = {"ana": Undelivered.PERSON}
    await stage.until(days=3, hour=12)


async def summaries(stage: Stage) -> None:
    """Of a team in its channel, of everybody; of nothing yet, and of everything."""
    ana, lea = stage.ana, stage.lea
    await lea.says("summary", where=CHANNEL)
    await stage.dana.says("help")
    for number in range(1, 10):
        await ana.says(f"promise Maria {number}: send it by Tuesday", where=CHANNEL)
    await ana.says("heard Kim: buses are late", where=CHANNEL)
    endings = ("kept", "kept modified", "kept in part", "not pursued", "not kept", "withdrawn", "transferred")
    for number, ending in enumerate(endings, start=1):
        await ana.says(f"close {number} {ending}: so it is")
    await ana.says("escalate 8 to @dana: publish?", "summary this week", "summary last month")
    await stage.dana.says("summary")
    await stage.until(days=2, hour=12)
    await lea.says("summary", where=CHANNEL)
    await lea.says("summary this quarter")
    await stage.until(days=6, hour=12)


async def reminded(stage: Stage) -> None:
    """Of one promise, of twelve, of thirty; then each is finished on the reminder itself."""
    ana, sam, luc = stage.ana, stage.sam, stage.luc
    await ana.says("promise Maria: send it by Wednesday")
    for number in range(12):
        await sam.says(f"promise Maria: send part {number} by Wednesday")
    for number in range(MANY):
        await luc.says(f"promise Maria: send page {number} by Wednesday")
    await stage.until(days=2, hour=12)
    of_ana, of_sam, of_luc = (each.inbox[-1] for each in (ana, sam, luc))
    await ana.presses("button-done", 1, on=of_ana)
    await ana.presses("button-undo", 1)
    await ana.presses("button-escalate", 1)
    await ana.fills(person="@sam", question="whether?")
    await sam.presses("button-done", 2, on=of_sam)
    await sam.presses("button-snooze", 3)
    await sam.fills(until="Friday")
    await sam.presses("button-move", 4)
    await sam.fills(due="Friday", reason="late data")
    await luc.presses("button-done", 14, on=of_luc)
    await luc.presses("button-mine")


async def history(stage: Stage) -> None:
    """Every reason to remind and to hold that a calendar can bring."""
    ana = stage.ana
    await ana.says("promise Maria: send it by 4 December 3pm", "promise Kim: send it by 24 November 8am")
    await ana.says("snooze 1 until Wednesday", "promise Lou: send it by 27 November")
    await stage.until(days=2, hour=12)
    await ana.says(
        "snooze 1 until Thursday 11am", "snooze 3 until Saturday 10am", "snooze 2 until Friday 11am"
    )
    await stage.until(days=1, hour=10)
    await stage.wakes(days=0, hour=20)
    await stage.until(days=1, hour=10)
    await stage.wakes(days=0, hour=14)
    await stage.wakes(days=1, hour=14)
    await ana.says("snooze 3 until Monday 11am")
    await stage.until(days=2, hour=12)
    await ana.says("away until 3 December")
    await stage.until(days=18, hour=12)
    await ana.says("promise Max: send it by 23 December", "promise Zoe: send it by 4 January")
    await stage.until(days=4, hour=8)
    await stage.wakes(days=2, hour=10)
    await stage.until(days=6, hour=8)
    await stage.wakes(days=2, hour=10)
    await stage.until(days=9, hour=12)
    for number in range(1, 6):
        await ana.says(*(f"history {number} page {page}" for page in range(1, 6)), f"show {number}")


UNCLEAR = (
    "frobnicate", "donee 12", "Maria Chen: send it", "list nonsense", "summary yesterday", "away maybe", "done",
    "close 1 splendidly", "promise Maria send it", "promise", "promise : send it", "promise Maria:", "heard Maria:",
    "give 1 to Sam", "escalate 1 to @dana", "find", "done 1 2", "promise Maria: " + "x" * 10_001, "find " + "x" * 101,
    "done 99", "show 99", "give 1 to @nobody", "done 3", "close 2 not kept", "snooze 2 until 2026-01-05",
    "move 2 to 8 December", "move 2 to Friday because of nothing", "give 2 to @ana", "escalate 2 to @ana: what?",
    "promise Max: send it by 5 January 2026", "promise " + "Maria " * 40 + ": send it by Friday",
    "reopen 2", "told 2", "return 2: yes", "give 2 to @helper", "give 2 to @gone", "escalate 2 to @helper: may we?",
    "undo 77", "back", "why 12", "hom", "accuei", "how?", "away until 2026-01-05", "remind 3 until Friday",
    "draft 2 in klingon",
)  # fmt: skip
"""What cannot be understood or done, with promises 1 (somebody else's) and 2, and insight 3."""


async def refused(stage: Stage) -> None:
    """One clear line each, with the commands that may have been meant."""
    ana, sam = stage.ana, stage.sam
    stage.helper.is_bot = True
    stage.gone.is_active = False
    await sam.says("undo", "promise Maria: send it by Friday")
    await ana.says("promise Maria: send it by Friday", "heard Maria: buses are late")
    for text in UNCLEAR:
        await ana.says(text)
    for made_up in ("no such thing", dump(Escalate(number=2, to="sam", question=""))):
        await ana.presses_this(Button(label="?", payload={"do": made_up}))
    await ana.says("promise Maria: by Friday I will send all of it", "promise Maria send all of it by Friday")
    await ana.presses("button-begun")
    await ana.says(
        "done 2", "done 2", "snooze 2 until Friday", "move 2 to Friday because x", "give 2 to @sam"
    )
    await ana.says(
        "escalate 2 to @sam: x", "told 2", "told 2 again", "undo 2", "undo 2", "undo 2", "undo 2", "show 2"
    )
    await ana.says(
        "done 2", "promise Kim: call by Friday", "escalate 5 to @sam: may we?", "escalate 5 to @sam: may we?"
    )
    await sam.presses_this(Button(label="?", payload={"do": dump(Return(number=5, note=""))}))
    await ana.says("reopen 5")
    await sam.says("return 5: yes")
    await ana.says("undo 5", "promise Lou: call by Friday", "give 6 to @sam", "done 6")
    await sam.says("undo 6", "snooze 6 until Friday")
    await ana.says("undo 6", "undo 3", "undo 3", "done 3", "promise Max: call by Friday")
    recorded = ana.last.card
    await ana.says("done 7", "return 7: yes")
    await ana.presses("button-change", 7, on=recorded)


async def every_verb(stage: Stage) -> None:
    """The examples of the help, and each verb by itself, in every spelling's language."""
    ana = stage.ana
    await stage.sam.says("help")
    await stage.dana.says("help")
    for number in range(1, 12):
        await ana.says(f"heard Maria: remark {number}")
    await ana.says("promise Maria: send the data by 10 December")
    words = Words(stage.language)
    for verb in VERBS:
        await ana.says(*words(f"example-{verb}", number="12").split(" · "), VERBS[verb][stage.language][0])
    await ana.says("help")

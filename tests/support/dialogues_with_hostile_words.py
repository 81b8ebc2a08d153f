"""Dialogues in which people write what a platform might take for its own marks, or cannot show on a line."""

from tests.support.stage import Stage

MARKS = '<!channel> <@U012> <https://evil.example|click> *b* _i_ ~s~ `c` > q :smile: & &amp; "quotes" \\ {x} [y](z)'
LINES = "first line\n\n> second line\n• third line\r\n\tfourth"
ODD = "zero\u200bwidth \u202eright-to-left override\u202c שלום עולם مرحبا 👩‍👩‍👧‍👦🇨🇦 e\u0301 \u00ad¶"
WORDS = "ten thousand characters of words " * 300
UNBROKEN = "x" * 9_000
NAME = ("Maria-" * 40)[:199]
"""As long as a name may be."""

HOSTILE = {
    "marks": MARKS,
    "lines": LINES,
    "odd": ODD,
    "long": WORDS,
    "unbroken": UNBROKEN,
    "emoji": "👩‍👩‍👧‍👦" * 900,
}
NAMES = {"ana": "*Ana* <!here> & Co <@U012>", "sam": "Sam\u202e 🙂\u200b", "dana": NAME, "lea": "Léa `x` |"}
"""What people are called on the platform."""


async def hostile(stage: Stage, text: str) -> None:
    """Everything that a person can write is `text`: names, words, notes, questions, answers, searches."""
    ana, sam, dana, lea = stage.ana, stage.sam, stage.dana, stage.lea
    await sam.says("help")
    await dana.says("help")
    who = " ".join(text.replace(":", "-").replace("(", "-").split())[:199]
    await ana.says("new")
    await ana.fills(stakeholder=who, organisation=who, words=text, due=text)
    await ana.says("new")
    await ana.fills(stakeholder=who, organisation=who, words=text, due="Friday")
    await ana.says(
        f"promise {who} ({who}): {text} by Tuesday", f"heard {who}: {text}", text, f"find {text[:90]}"
    )
    await ana.says("show 1", "mine", f"list {text}", f"summary {text}", f"promise {who}: {text}")
    if len(text) < 200:
        await ana.says(f"promise {who}: x", f"snooze 1 {text}", f"close 1 {text}", f"give 1 to @{text}")
    await ana.says("promise " + NAME + ": short by Friday", "show 1", "history 1")
    await ana.says("move 1")
    await ana.fills(due="30 November", reason=text)
    await ana.says("give 1 to @sam: " + text)
    await sam.says("escalate 1 to @dana: " + text, "show 1")
    await dana.says("mine", "return 1")
    if dana.last.form is not None:
        await dana.fills(note="")
        await dana.fills(note=text)
    await sam.says(
        "show 1", "close 1 not kept: " + text, "told 1 " + text, "show 1", "history 1", "history 1 page 2"
    )
    await lea.says("reopen 1: " + text, "show 1", "read 1", "read 1 page 2", "read 1 page 4", "list @sam all")
    await stage.until(days=9, hour=12)
    await lea.says("summary")
    await sam.opens_home()

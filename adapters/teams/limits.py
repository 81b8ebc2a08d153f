"""How much Teams takes."""

import json

CARD = 80_000
"""Bytes of a card as JSON in UTF-16. Teams refuses a message (413, `MessageSizeTooBig`) of about 100 KB in
UTF-16, counting what stands around the card too, and asks to stay near 80 KB.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"""

TEXTS = (5_000, 2_500, 1_000, 400, 150, 60)
"""Characters of one piece of text: the first with which the card fits is taken."""

FALLBACK = 3
"""How many times as long as one piece of text the text for clients without cards may be."""

ACTIONS = 6
"""Buttons in a row.
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format"""

ROW = 300
BUTTON = 38
LETTER = 7.5
"""How wide a phone's card is, a button without its label but with the gap beside it, and a letter on it; in
pixels, as far as can be known."""

BUTTON_LABEL = 60
BUTTON_NAME = 200
BUTTON_DATA = 8_000
"""Bytes of what a button carries, as JSON in UTF-16."""

DIALOG_TITLE = 64
INPUT_LABEL = 300
INPUT_VALUE = 3_000
OPTION_LABEL = 100

FIELDS = 50
"""How many fields, or parts of a payload, are read of what is sent back."""

KEY = 100
VALUE = 4_000
"""Characters of a key, and of a part of a payload, in what is sent back."""


def cut(text: str, longest: int) -> str:
    """Return `text`, cut with "…" where it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def weight(content: object) -> int:
    """Return the bytes of something as JSON in UTF-16, which is how Teams counts."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode("utf-16-le", "surrogatepass"))

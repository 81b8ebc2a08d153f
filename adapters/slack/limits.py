"""How much Slack takes. Each figure is that of https://docs.slack.dev/reference/block-kit, or less."""

TEXT = 2_900
"""Characters of one piece of text."""

ALL_TEXT = 9_500
"""Bytes of all the text in a message's blocks, `BLOCK` for each block included. The limit is not documented;
people found messages refused from 10,821 bytes on: https://github.com/slackapi/bolt-js/issues/2867"""

BLOCK = 125
"""What a block weighs besides its text: https://github.com/slackapi/bolt-js/issues/2509"""

FALLBACK = 39_000
"""Characters, escaped, of the text that stands for the blocks of a new message; Slack cuts at 40,000."""

FALLBACK_OF_EDIT = 3_900
"""The same of an edit, which Slack refuses above 4,000 (`msg_too_long`)."""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
HEADER = 150
BUTTON_LABEL = 75
BUTTON_VALUE = 2_000
OPTION_LABEL = 75
OPTION_VALUE = 150
BLOCK_ID = 255
INPUT_LABEL = 2_000
INPUT_VALUE = 3_000
TITLE = 24
PRIVATE_METADATA = 3_000
CONTEXT = 2_000


def cut(text: str, longest: int) -> str:
    """Return `text`, cut with "…" where it is longer; Slack counts what Python counts."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"

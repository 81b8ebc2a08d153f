"""Plain text where Teams looks for mark-up, and where it looks for none. Pure.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format: a `TextBlock`
is Markdown, and mentions are found in it. A `TextRun` is neither, but in both of them dates of the form
`{{DATE(…)}}` are put in words: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
"""

import re

_WORD_JOINER = "\u2060"
_FUNCTION = re.compile(r"\{(?=\{(?:DATE|TIME)\()", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\v\f\x85]")
_PLAIN = re.compile(
    # A letter, a figure or a quote first: a line that begins with another sign, or with "1.", may be a list.
    r"(?!\d+[.)])(?=[^\W_]|[“«@])"
    # Then those, spaces and the signs that mean nothing to Markdown where they stand; no address is among them.
    r"(?:[^\W_]|[ \u00a0\u202f,;!?'\u2019“”«»()…°·@\u2013—]|:(?!/)|(?<=\b[ap])\.m\.|\.(?!\w)|/(?=\d)|-(?=\w))*"
)


def literal(text: str) -> str:
    """Return plain text as it stands in a `TextRun`, a label or a button; line breaks stay.

    What would be read as a date function is taken apart with a character that nobody sees.
    """
    return _FUNCTION.sub(f"{{{_WORD_JOINER}", _LINE_END.sub("\n", text))


def is_plain(text: str) -> bool:
    """Whether a line of text means the same to Markdown as it does to a reader."""
    return _PLAIN.fullmatch(text) is not None

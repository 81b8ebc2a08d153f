"""Sentences without a colon: "Maria Chen to send the report", « Luc Tremblay d'envoyer le rapport ».

A name begins with a capital letter, an article aside. What cannot be told apart surely is not taken apart.
"""

import re

_NOUN = "(?: mer | fer | hiver | avenir | premier | dernier | dossier | atelier | courrier | papier | quartier | métier )"
_IN_RE = r"""
    (?: [^\W\d_]{0,9} (?: mettre | [eo]ndre | indre | aire | [^\Wt]ire | crire | uire | clure | uivre | vivre
        | aître | être | croire | aincre | rompre ) )
"""
"""Infinitives: « culture » and « ministère » end alike."""

_NOBODY = "(?: Everything | Anything | Something | Nothing | Whatever | All | Tout | Rien | Ce | Quelque )"
_NAME = rf"""
    (?P<name>
        (?! {_NOBODY} \b )
        (?: (?: the | la | le | les ) \s | l['’] )?
        [^\W\d_a-zà-öø-ÿ] [\w.'’\-]*+                                   # a capital letter begins it
        (?: \s (?: [^\W\d_a-zà-öø-ÿ] [\w.'’\-]*+ | of | the | and | for | & | du | des | de\ la | et
                 | de (?=\s[^\W\d_a-zà-öø-ÿ]) | van | von | der | le | la ) ){{0,7}}
        (?: \s? \( [^()]{{1,200}} \) )?
    )
"""
_THAT = r"""
    (?: that \s (?= (?: i | we | you | he | she | it | they | the | an? | our | my | your | their | there | this ) \b )
        | que \s | qu['’] (?=\w) ) (?P<that> .+ )
"""
_TO_DO = re.compile(
    rf"""
    {_NAME} ,? \s (?:
        (?: to \s (?! (?: the | an? | my | our | your | his | her | their | its | this | that | all | be | @ ) \b )
          | (?: that \s )? (?: I | we ) (?: ['’] (?: d | ll ) | \s (?: will | would | can ) ) \s ) (?P<english> [a-z] .* )
      | (?: (?: de | à ) \s | d['’] (?=\w) ) (?P<french> (?: (?: ne | n['’]y | les? | la | l['’] | lui | leur | y | en | nous | vous
          | se | me | s['’] | m['’] )\s? ){{0,3}} (?! {_NOUN} \b ) (?: [^\W\d_]{{1,20}} (?: er | ir ) | {_IN_RE} ) \b .* )
      | {_THAT}
    )
    """,
    re.VERBOSE | re.DOTALL,
)


_QUOTED = r"(?: (?: that | que ) \s | qu['’] (?=\w) ) (?P<said> .+ )"
_SAID = (
    re.compile(rf"(?: (?: from | de ) \s | d['’] ) {_NAME} ,? \s {_QUOTED}", re.VERBOSE | re.DOTALL),
    re.compile(rf"{_NAME} ,? \s (?: say(?:ing)? | dire ) \s {_QUOTED}", re.VERBOSE | re.DOTALL),
)


def to_do_what(text: str) -> tuple[str, str] | None:
    """Split "Maria Chen to send the report" into whom and what, or return None where that is not plain.

    What is promised begins with a verb: in English after "to" or "I will", in French as an infinitive after « de »
    or « à »; or it follows "that" and « que ».
    """
    match = _TO_DO.fullmatch(text.strip())
    if match is None:
        return None
    return match["name"], (match["english"] or match["french"] or match["that"]).strip()


def said_what(text: str) -> tuple[str, str] | None:
    """Split "from Maria Chen that the bus map is hard to read" into who and what, or return None."""
    matches = (pattern.fullmatch(text.strip()) for pattern in _SAID)
    match = next(filter(None, matches), None)
    return None if match is None else (match["name"], match["said"].strip())

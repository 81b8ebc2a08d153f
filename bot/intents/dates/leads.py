"""What introduces a due, what follows it, and what says that a date is no due."""

from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Aside, Strength

AIMED = (
    Rule(
        means=None,
        en=("by|before|for", "ahead of", "prior to", "in advance of", "(just) in time for"),
        fr=("avant|pour", "d'ici", "à temps pour", "en vue de", "en prévision de"),
    ),
)
"""These make even Monday's meeting the due, which otherwise only names a meeting."""

MEETING = (
    Rule(
        means=None,
        en=(
            "meeting|call|deadline|session|briefing|event|committee|workshop|presentation|review|vote",
            "check in",
        ),
        fr=(
            "réunion|rencontre|appel|échéance|séance|atelier|présentation|comité|événement|évènement|vote",
            "date limite",
        ),
    ),
)

LEAD = (
    Rule(
        means=Strength.LIMIT,
        en=(
            "by (or before|the|latest)",
            "(by|until) no|not later than (by|on)",
            "(at) (the) latest by|on",
            "at the (very) latest (by|on)",
            "by (the) latest (on)",
            "on or before",
            "not after",
            "due (by|on|for|at|in|date|before)",
            "due date|is (is|on|:|by) (on)",
            "(the) deadline (is|:|of|on|by) (on)",
            "within",
            "due|by|before|when :",
            "any time before",
            "must be done by",
        ),
        fr=(
            "d'ici (à|au|le|la|aux|les|l')",
            "(le|pas|et) plus tard que (le)",
            "(au|le) plus tard (d'ici|le|à|au|avant|pour|ce|la)",
            "(avec) échéance (le|au|du|:|est|fixée au)",
            "(la|avec) date limite (le|:|du|est|est le|fixée au)",
            "(avec) date d'échéance (le|:|du)",
            "dû|due le|pour (le)",
            "sous",
            "échéance|date|quand|pour|avant :",
            "pas après (le)",
        ),
    ),
    Rule(
        means=Strength.AIMED,
        en=("before", "for", "(just) in time for", "ahead of", "prior to", "in advance of", "earlier than"),
        fr=("avant (le|la|les|l')", "pour (le|la|les|l')", "à temps pour (le|la|l')", "préalablement au|à"),
    ),
    Rule(
        means=Strength.PLAIN,
        en=(
            "on",
            "at",
            "to",
            "@",
            "until|till|til",
            "around|about|approximately|circa",
            "come",
            "sometime|some time (on|by|before)",
            "on or about|around",
            "as early|late as",
            "early|late (on)",
        ),
        fr=(
            "le",
            "à|au|aux|a",
            "jusqu'à|jusqu'au|jusqu'en",
            "jusqu'à la|ce",
            "vers (le|la)",
            "autour|aux environs du|de",
            "aux alentours du|de",
            "ce|cet|cette|la",
            "dès (le)",
            "en",
        ),
    ),
)

PAUSE = (Rule(means=None, en=(",", "-", "\u2013", "\u2014", ":", "t")),)

LATEST = (
    Rule(
        means=Strength.LIMIT,
        en=("at the (very|absolute) latest", "or earlier|sooner|before", "latest"),
        fr=(
            "au (plus) plus tard",
            "au plus tard",
            "ou avant|plus tôt",
            "dernier délai",
            "max|maximum",
            "sans faute",
        ),
    ),
    Rule(
        means=Strength.PLAIN,
        en=("{exactly}", "if possible", "inclusive", "please|pls|plz"),
        fr=("si possible", "inclus|inclusivement", "svp|stp", "s'il vous|te plaît"),
    ),
    Rule(
        means=Strength.LIMIT,
        en=("at the latest please",),
        fr=("au plus tard svp|stp", "au plus tard s'il vous|te plaît"),
    ),
    Rule(
        means=Strength.PLAIN,
        en=(", please|pls {finish}", ", thanks {finish}"),
        fr=(", svp|stp|merci {finish}", ", s'il vous plaît {finish}"),
    ),
)

ASIDE = (
    Rule(
        means=Aside.REASON,
        en=("because", "since our|the|we|i|it"),
        fr=("parce", "puisque", "étant donné", "car", "vu que"),
    ),
    Rule(
        means=Aside.REFERENCE,
        en=(
            "as {bygone}",
            "as|like we|i|you {bygone}",
            "as per|of",
            "as discussed|planned|noted|usual",
            "further|pursuant|according to",
            "following our|the|my|your|up",
            "per our|the|your",
        ),
        fr=(
            "comme|tel|telle|tels|telles {bygone}",
            "comme|tel que {bygone}",
            "comme prévu|discuté|dit",
            "{not_acted} suite à|au|aux",
            "conformément à|au|aux",
            "à la suite de|du|des",
            "tel que|qu' discuté|prévu",
        ),
    ),
)
"""What follows, up to the next mark, is a reason or a reference and no due."""

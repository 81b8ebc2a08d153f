"""What looks like a due and is none: Friday's report, every Friday, a meeting of 2 h, the memo sent on Monday.

Each rule means None, so that no part of what it recognises is taken for a due.
"""

from bot.intents.dates.grammar import Rule

LOOKALIKES = (
    Rule(
        means=None,
        en=(
            "every|each|the {weekday}",
            "every|each|most {weekdays}",
            "of|from|since|dated|starting|beginning|effective {day}",
            "as of {day}",
            "of|for|the|a|lasting|duration {clock}",
            "{length} ago",
            "not|never ({lead}) {day}",
            "instead of|than {day}",
            "rather than ({lead}) {day}",
            "{bygone} (on|from|last|this|le|du|en) {day}",
            "good|easter|ash|cyber {weekday}",
            "({lead}) {day} s",
            "{n}|{ordinal} {weekday}",
            "({lead}) {weekday} {code}",
            "{dom}|{code} ({pause}) {at} {clock}",
            "the {stamp} {noun}",
            "the {dom} {month} {noun}",
            "({lead}) {dom} {month} {numeral} {edge}",
            "(in|within|dans|d'ici) {length} (and|et) {length} (later|hence|from now|plus tard)",
        ),
        fr=(
            "du|de|des|depuis|chaque {day}",
            "de|d'|du|des|les|ces|une|pendant|durant|depuis|durée {clock}",
            "durée :|de {clock}",
            "y a {length}|{clock}",
            "à {hour} h|heure|heures|min de {noun}",
            "à partir|compter de|d'|du {day}",
            "en date du {day}",
            "pas ({lead}) {day}",
            "au lieu de|du {day}",
            "plutôt que|qu' ({lead}) {day}",
            "tous les {weekdays}",
        ),
    ),
)

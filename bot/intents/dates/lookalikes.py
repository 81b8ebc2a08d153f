"""What looks like a due and is none: Friday's report, every Friday, a meeting of 2 h, the memo sent on Monday.

Each rule means None, so that no part of what it recognises is taken for a due.
"""

from bot.intents.dates.grammar import Rule

LOOKALIKES = (
    Rule(
        means=None,
        en=(
            "the|one {weekday}",
            "of|from|since|dated|starting|beginning|effective {day}",
            "as of {day}",
            "of|for|the|a|lasting|duration {clock}",
            "{length} ago",
            "not|never ({lead}) {day}",
            "instead of|than {day}",
            "rather than ({lead}) {day}",
            "{bygone} (on|from|last|this|le|du|en) {day}",
            "good|easter|ash|cyber|black|super|casual|happy|bloody {weekday}",
            "good|nice|great|lovely|last weekend",
            "have|enjoy (a|your) (good|nice|great|lovely|restful) weekend",
            "earlier|previously today",
            "earlier|previously this morning|afternoon|evening|week",
            "({lead}) {dom} {month} street|avenue|ave|road|rd|boulevard|blvd|drive|lane",
            "{alone} at the end of the day , it|that|what|this",
            "({lead}) {day} s",
            "({lead}) {day} s {noun} at|@ {clock}",
            "a|an|{ordinal} {weekday}",
            "({lead}) {weekday} {code}",
            "{dom}|{code} ({pause}) {at} {clock}",
            "the {stamp} {noun}",
            "the {dom} {month} {noun}",
            "({lead}) {dom} {month} {numeral} {edge}",
            "(in|within|dans|d'ici) {length} (and|et) {length} (later|hence|from now|plus tard)",
        ),
        fr=(
            "un|une {weekday}",
            "(le) {weekday} fou",
            "bon|beau|joyeux|heureux {weekday}",
            "bon|beau week-end|weekend",
            "bonne|belle fin de semaine|journée|soirée|matinée|mois|année|après-midi",
            "plus tôt aujourd'hui|dernièrement",
            "plus tôt ce matin|mois",
            "plus tôt cette semaine|année",
            "(l'|une|les|bonne|bon|bel|belle) après-midi",
            "dans le midi",
            "midi à quatorze (heures|h)",
            "midi à 14 (heures|h)",
            "du|de|des|depuis {day}",
            "de|d'|du|des|les|ces|une|pendant|durant|depuis|durée {clock}",
            "durée :|de {clock}",
            "y a {length}|{clock}",
            "à {hour} h|heure|heures|min de {noun}",
            "à partir|compter de|d'|du {day}",
            "en date du {day}",
            "pas ({lead}) {day}",
            "au lieu de|du {day}",
            "plutôt que|qu' ({lead}) {day}",
        ),
    ),
)

NO_HOURS = (
    Rule(
        means=None,
        en=(
            "{book} {colon}",
            "{lasting} {minutes_long}",
            "{lasting} {n} {unit}",
        ),
        fr=(
            "{lasting} {clock}",
            "{amid} {few} heure|heures ({minute}|et demie|et quart) {edge}",
            "ai|a|as|avons|avez|ont pour {clock}",
            "{setting} {at} {late_hour} {finish}",
        ),
    ),
)
"""Hours that are how long something takes, and numbers that are no hours: the film lasts 2 h, set it to 20."""

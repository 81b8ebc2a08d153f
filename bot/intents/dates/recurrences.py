"""What comes back: every Monday at 9, chaque jour à 17 h, weekly on Friday. It is no due, with its hour or without."""

from bot.intents.dates.grammar import Rule

RECURRENCE = (
    Rule(
        means=None,
        en=(
            "every|each|most|alternate {weekday}|{weekdays}|{short}",
            "every|each other|second|third|few {weekday}|{unit}",
            "every|each ({n}) {unit}",
            "every|each {ordinal} (of the month)",
            "every|each|most (single) day|weekday|morning|afternoon|evening|night|weekend|mornings|evenings",
            "daily",
            "weekly|biweekly|monthly|quarterly|yearly|annually (on) ({weekday}|{weekdays})",
            "on {plural_weekdays}",
        ),
        fr=(
            "chaque {weekday}|{unit}",
            "chaque matin|midi|soir|nuit|après-midi|fin (de {unit}|du {unit})",
            "tous|toutes les ({n}) {unit}|{weekdays}",
            "tous|toutes les matins|soirs|midis|nuits|après-midis",
            "un {weekday} sur deux",
            "quotidiennement|hebdomadairement|mensuellement",
        ),
    ),
)

RECURRING = (
    Rule(
        means=None,
        en=(
            "{recurrence} ({part}) ({pause}) ({at} {clock}|{at} {bare}|{clock})",
            "({lead}|{at}) {clock}|{bare} ({pause}) {recurrence}",
            "{at} {hour} {recurrence}",
        ),
    ),
)

"""How soon a due is read out of a sentence: Engage beside dateparser and parsedatetime.

    python -m tests.performance.bench_dates [--quick]

Trust the ratios within a run, not the absolutes. Each reads the same sentences by turns; the figure is the
median over sentences of the best of its rounds. How many it reads as they are meant stands beside it, since
an answer that is wrong is no faster. Sentences are English and French alike; parsedatetime reads only English.
"""

import argparse
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from time import perf_counter

from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock
MEANT: Sequence[tuple[str, str, date | None]] = (
    ("en", "send the consultation report by Friday 3pm", date(2026, 10, 9)),
    ("en", "publish the minutes no later than 30 November", date(2026, 11, 30)),
    ("en", "call her back tomorrow at half past two", date(2026, 10, 9)),
    ("en", "answer in 3 business days", date(2026, 10, 14)),
    ("en", "share the dataset by the end of the month", date(2026, 10, 31)),
    ("en", "have the plan ready for October 21st, 2026", date(2026, 10, 21)),
    ("en", "give the mayor an answer within two weeks", date(2026, 10, 22)),
    ("en", "publish the results by the end of Q3", date(2026, 12, 31)),
    ("en", "read the 40 comments about section 3.2 of the act", None),
    ("en", "thank the 12 people who wrote about room 204", None),
    ("fr", "envoyer le rapport d’ici vendredi 15 h", date(2026, 10, 9)),
    ("fr", "publier le procès-verbal au plus tard le 30 novembre", date(2026, 11, 30)),
    ("fr", "la rappeler demain à 14 h 30", date(2026, 10, 9)),
    ("fr", "répondre dans 3 jours ouvrables", date(2026, 10, 14)),
    ("fr", "transmettre le jeu de données d’ici la fin du mois", date(2026, 10, 31)),
    ("fr", "préparer le plan pour le 21 octobre 2026", date(2026, 10, 21)),
    ("fr", "donner une réponse à la mairesse d’ici deux semaines", date(2026, 10, 22)),
    ("fr", "publier les résultats avant la fin du T3", date(2026, 12, 31)),
    ("fr", "lire les 40 commentaires sur l’article 3.2 de la loi", None),
    ("fr", "remercier les 12 personnes qui ont écrit sur la salle 204", None),
)
"""Language, sentence, and the day that it is due, if it is."""

Reader = Callable[[str, str], date | None]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Seconds a sentence, and how many sentences were read as they are meant, of how many."""

    seconds: float
    right: int
    of: int


def engage(text: str, language: str) -> date | None:
    """Read with our own grammar."""
    found = parse_due(text, language, NOW)
    return found.date if isinstance(found, Due) else None


def of_dateparser() -> Reader:
    """Return dateparser's search, which finds dates within sentences."""
    from dateparser.search import search_dates  # noqa: PLC0415 - it takes a second to load

    def read(text: str, language: str) -> date | None:
        settings = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}
        found = search_dates(text, languages=[language], settings=settings)
        return found[-1][1].date() if found else None

    return read


def of_parsedatetime() -> Reader:
    """Return parsedatetime's search."""
    from parsedatetime import Calendar  # noqa: PLC0415 - as above

    calendar = Calendar()

    def read(text: str, _language: str) -> date | None:
        found = calendar.nlp(text, sourceTime=NOW)
        return found[-1][0].date() if found else None

    return read


def measured(readers: dict[str, Reader], rounds: int) -> dict[str, Figure]:
    """Let each read every sentence in turn, so many times."""
    best = {name: [float("inf")] * len(MEANT) for name in readers}
    right = dict.fromkeys(readers, 0)
    for turn in range(rounds):
        for at, (language, text, day) in enumerate(MEANT):
            for name, read in readers.items():
                begin = perf_counter()
                found = read(text, language)
                best[name][at] = min(best[name][at], perf_counter() - begin)
                right[name] += found == day if turn == 0 else 0
    return {
        name: Figure(seconds=median(times), right=right[name], of=len(MEANT)) for name, times in best.items()
    }


def main() -> None:
    """Measure, and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, for a look")
    rounds = 5 if parser.parse_args().quick else 50
    warnings.simplefilter("ignore")  # theirs are not ours to mend
    figures = measured(
        {"Engage": engage, "dateparser": of_dateparser(), "parsedatetime": of_parsedatetime()}, rounds
    )
    ours = figures["Engage"].seconds
    print("Reading a due out of a sentence, English and French")  # noqa: T201 - this is what it is for
    for name, figure in figures.items():
        times, share = figure.seconds / ours, f"{figure.right} of {figure.of}"
        print(f"  {name:15} {figure.seconds * 1e6:8.0f} µs  {times:6.1f}×   read as meant: {share}")  # noqa: T201


if __name__ == "__main__":
    main()

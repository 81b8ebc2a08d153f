"""Dialogues in which days are counted: the holidays of each province, weekdays off, and fiscal years."""

from tests.support.stage import Stage

HOLIDAYS = {
    "ON": (
        "2027-02-15 2027-03-26 2027-03-29 2027-05-24 2027-07-01 2027-08-02 2027-09-06 2027-09-30 2027-10-11 2027-11-11 "
        "2026-12-28"
    ),
    "AB": "2027-08-02",
    "BC": "2027-08-02",
    "MB": "2027-02-15 2027-08-02",
    "NB": "2027-08-02",
    "NL": "2027-03-15 2027-04-26 2027-06-21 2027-07-01 2027-07-12",
    "NS": "2027-08-02",
    "NT": "2027-06-21",
    "NU": "2027-07-09",
    "PE": "2027-02-15",
    "QC": "2027-05-24 2027-06-24",
    "SK": "2027-08-02",
    "YT": "2027-08-16",
}
"""Days on which somebody there has a holiday, each of a name of its own."""


async def holidays(stage: Stage) -> None:
    """Due on every holiday that there is."""
    for region, days in HOLIDAYS.items():
        await stage.ana.says(f"settings province {region}")
        for day in days.split():
            await stage.ana.says(f"promise Maria {region}: send it by {day}")


async def weekdays_off(stage: Stage) -> None:
    """Nobody looked for a day, and the next is one on which the owner does not work; then they do."""
    ana = stage.ana
    await ana.says("settings days Mon to Thu", "promise Maria: send it by Thursday", "history 1")
    await stage.until(days=2, hour=12)
    await stage.wakes(days=2, hour=10)
    await ana.says("history 1", "settings days automatic", "history 1")


async def fiscal_years(stage: Stage) -> None:
    """This year, the last one, and their quarters."""
    await stage.ana.says(
        "summary this fiscal year", "summary last fiscal year", "summary this quarter", "summary last quarter"
    )

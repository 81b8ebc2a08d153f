"""What a team decides, as the core reads it. `bot.config` makes it from app.yaml."""

from dataclasses import dataclass, field, replace
from datetime import time

from bot.domain.calendar import Calendar
from bot.domain.hours import own_hours, sending_hours
from bot.domain.people import Language, Person, Team
from bot.domain.reminder import Cadence
from bot.domain.timetable import Timetable


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The rules of one organisation.

    `opens` and `closes` bound the hours of bundled reminders, `end_of_day` is what EOD means; all are
    local times of the person concerned. `fiscal_start` is the month in which the fiscal year begins, 1 to 12.
    `language`, `zone` and the calendar's region are for people of whom nothing else is known.
    `platforms` are those on which Engage is served; empty where that does not matter.
    """

    organisation: str = "Engage"
    language: Language = "en"
    zone: str = "America/Toronto"
    cadence: Cadence = field(default_factory=Cadence)
    calendar: Calendar = field(default_factory=Calendar)
    opens: time = time(9)
    closes: time = time(18)
    end_of_day: time = time(17)
    fiscal_start: int = 4
    teams: tuple[Team, ...] = ()
    platforms: tuple[str, ...] = ()

    def calendar_of(self, person: Person) -> Calendar:
        """Return which days `person` works: by their own region and weekdays, and when their team is closed."""
        own = person.own
        team = self.team_of(person) if any(team.closed for team in self.teams) else None
        if not (own.region or own.works or (team and team.closed)):
            return self.calendar
        return replace(
            self.calendar,
            region=own.region or self.calendar.region,
            works=own.works or self.calendar.works,
            closed=self.calendar.closed | team.closed if team else self.calendar.closed,
        )

    def timetable(self, owner: Person) -> Timetable:
        """Return when `owner` is reminded."""
        leaving = sending_hours(owner.own, opens=self.opens, closes=self.closes)
        return Timetable(
            cadence=self.cadence,
            calendar=self.calendar_of(owner),
            zone=owner.tz,
            opens=leaving.first,
            closes=leaving.last,
            leave=owner.leave,
            hours=own_hours(owner.own),
        )

    def team(self, key: str | None) -> Team | None:
        """Return the team called `key`."""
        return next((team for team in self.teams if team.key == key), None)

    def team_at(self, channel: str) -> Team | None:
        """Return the team that works in `channel` (`platform:id`)."""
        return next((team for team in self.teams if channel in team.channels), None)

    def team_of(self, person: Person) -> Team | None:
        """Return the first team that `person` leads or belongs to."""
        return next((team for team in self.teams if team.has(person)), None)

    def leads(self, person: Person, team_key: str | None) -> bool:
        """Say whether `person` leads the team called `team_key`."""
        team = self.team(team_key)
        return team is not None and team.is_led_by(person)

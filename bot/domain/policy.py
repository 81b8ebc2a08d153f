"""What a team decides, as the core reads it. `bot.config` makes it from app.yaml."""

from dataclasses import dataclass, field
from datetime import time

from bot.domain.calendar import Calendar
from bot.domain.people import Language, Person, Team
from bot.domain.reminder import Cadence, Timetable


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The rules of one organisation.

    `opens` and `closes` bound the hours of bundled reminders, `end_of_day` is what EOD means; all are
    local times of the person concerned. `fiscal_start` is the month in which the fiscal year begins. `language` and `zone` are for people whose platform says neither.
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

    def calendar_of(self, person: Person) -> Calendar:
        """Return which days `person` works."""
        del person
        return self.calendar

    def timetable(self, owner: Person) -> Timetable:
        """Return when `owner` is reminded."""
        return Timetable(
            cadence=self.cadence,
            calendar=self.calendar_of(owner),
            zone=owner.tz,
            opens=owner.own.reminder_time or self.opens,
            closes=self.closes,
            leave=owner.leave,
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

"""The settings of app.yaml: their names, what each may be, and what holds without them.

Each is explained in app.yaml itself and in docs/settings.md. A validator that refuses raises `ValueError`
with the end of a sentence that the setting's name begins: "must be a time such as 09:00".
"""

from datetime import date, time
from typing import Annotated, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from bot.domain.people import Language
from bot.settings.values import (
    channel,
    clock_time,
    cron,
    day,
    handle,
    key,
    language,
    month,
    page,
    region,
    switch,
    text,
    text_up_to,
    time_zone,
    whole_number,
)

Text = Annotated[str, BeforeValidator(text)]
AppName = Annotated[str, BeforeValidator(text_up_to(35))]
AppDescription = Annotated[str, BeforeValidator(text_up_to(140))]
Page = Annotated[str, BeforeValidator(page)]
Key = Annotated[str, BeforeValidator(key)]
Handle = Annotated[str, BeforeValidator(handle)]
Channel = Annotated[str, BeforeValidator(channel)]
Zone = Annotated[str, BeforeValidator(time_zone)]
Cron = Annotated[str, BeforeValidator(cron)]
Tongue = Annotated[Language, BeforeValidator(language)]
Switch = Annotated[bool, BeforeValidator(switch)]
Clock = Annotated[time, BeforeValidator(clock_time)]
Day = Annotated[date, BeforeValidator(day)]
Month = Annotated[int, BeforeValidator(month)]
Region = Annotated[str, BeforeValidator(region)]
BusinessDays = Annotated[int, BeforeValidator(whole_number(1, 250))]
Minutes = Annotated[int, BeforeValidator(whole_number(1, 1440))]


class Group(BaseModel):
    """Settings that stand together. A name that is not known is a fault, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class App(Group):
    """How Engage is listed where people add apps to their workspace. Slack sets the lengths.

    The rest is for Teams: `description_fr` is what its French clients show, and the pages are linked to.
    """

    name: AppName = "Engage"
    description: AppDescription = (
        "Records what you promised and heard, and reminds you until each promise is escalated or closed."
    )
    description_fr: AppDescription = (
        "Consigne ce que vous avez promis et entendu, et vous le rappelle jusqu'à ce que chaque engagement "
        "soit transmis ou clos."
    )
    website: Page | None = None
    privacy: Page | None = None
    terms: Page | None = None


class Reminders(Group):
    """When owners are reminded. Days are business days."""

    hour: Clock = time(9)
    until: Clock = Field(default=time(18), validate_default=True)
    before: list[BusinessDays] = [2]
    on_the_day: Switch = True
    overdue: list[BusinessDays] = [1, 2, 3, 5]
    then_every: BusinessDays = 5
    before_clock_time_minutes: Minutes = 60

    @field_validator("until")
    @classmethod
    def _after_hour(cls, until: time, info: ValidationInfo) -> time:
        hour = info.data.get("hour")
        if hour is not None and until <= hour:
            raise ValueError(f"must be later than hour, which is {hour:%H:%M}")
        return until

    @field_validator("overdue")
    @classmethod
    def _rising(cls, overdue: list[int]) -> list[int]:
        if overdue != sorted(set(overdue)):
            raise ValueError("must rise, such as [1, 2, 3, 5]")
        return overdue


class WorkDays(Group):
    """Which days are worked, besides that weekends are not."""

    federal: Switch = True
    region: Region | None = None
    closed: list[Day] = []


class Names(Group):
    """A name in each language."""

    en: Text
    fr: Text


class Summary(Group):
    """When a team's summary is posted."""

    cron: Cron


class TeamSettings(Group):
    """A team. `zone` None takes the organisation's; `summary` None posts none by itself."""

    key: Key
    name: Names
    zone: Zone | None = None
    languages: list[Tongue] = Field(default=["en", "fr"])
    channels: list[Channel] = []
    leads: list[Handle] = []
    members: list[Handle] = []
    closed: list[Day] = []
    summary: Summary | None = None

    @field_validator("languages")
    @classmethod
    def _some_languages(cls, languages: list[Language]) -> list[Language]:
        if not languages or len(set(languages)) < len(languages):
            raise ValueError("must be [en], [fr], [en, fr] or [fr, en]")
        return languages


class Settings(Group):
    """All of app.yaml."""

    organisation: Text = "Engage"
    app: App = App()
    language: Tongue = "en"
    zone: Zone = "America/Toronto"
    reminders: Reminders = Reminders()
    calendar: WorkDays = WorkDays()
    fiscal_year: Month = 4
    end_of_day: Clock = time(17)
    teams: list[TeamSettings] = []


def groups(group: type[Group] = Settings, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], list[str]]:
    """Return the names in every group of settings, by the path of the group: ("teams", "name") → en, fr."""
    found = {path: list(group.model_fields)}
    for name, setting in group.model_fields.items():
        for kind in (setting.annotation, *get_args(setting.annotation)):
            if isinstance(kind, type) and issubclass(kind, Group):
                found |= groups(kind, (*path, name))
    return found

"""What somebody chose for themselves, and what holds where they chose nothing; the form in which they choose."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.cards.linking import choices, goes_to, platform_name
from bot.cards.view import View
from bot.domain.calendar import WORKDAYS
from bot.domain.holidays import REGIONS
from bot.domain.people import Language, OwnSettings, Person, folded
from bot.domain.policy import Policy
from bot.intents.intent import Help, OpenForm, Undo
from bot.intents.oneself import Choose, Setting
from bot.intents.places import ZONES, cities_of
from bot.intents.settings_form import AUTOMATIC
from bot.messages import Actions, Button, Card, Fields, Input, Option, Small, Style, Tone
from bot.words import LANGUAGES, Words

INPUTS = (
    Input(key="language", label="language", type="choice", value=AUTOMATIC),
    Input(key="zone", label="zone", type="choice", value=AUTOMATIC),
    Input(key="other_zone", label="other-zone", hint="other-zone", required=False),
    Input(key="region", label="region", type="choice", value=AUTOMATIC, hint="region"),
    Input(key="works", label="works", hint="works", required=False),
    Input(key="first_hour", label="first-hour", hint="first-hour", required=False),
    Input(key="last_hour", label="last-hour", hint="last-hour", required=False),
    Input(key="reminder_time", label="reminder-time", hint="reminder-time", required=False),
)


def settings_card(
    person: Person, policy: Policy, view: View, *, title: str = "", of: str = "", tone: Tone = Tone.PLAIN
) -> Card:
    """Return everything that holds for somebody, and why. `of` is the event by which they chose, to undo that."""
    words = view.words
    change = view.button("button-change", OpenForm(form="settings"), style=Style.PRIMARY)
    undo = (view.button("button-undo", Undo(of=of)),) if of else ()
    offered = choices(person, view) if len(person.platforms) > 1 else ()
    buttons = (change, speak_button(view), *undo, *offered, view.apart.button("button-help", Help()))
    return Card(
        title=title or words("settings-title"),
        language=words.language,
        elements=(
            Fields(rows=_rows(person, policy, view)),
            Actions(buttons=buttons),
            Small(text=words("settings-how")),
        ),
        tone=tone,
    )


def speak_button(view: View) -> Button:
    """Return the button that changes the language, labelled in the language that it leads to."""
    other = other_language(view.words.language)
    speak = Choose(settings=("language",), own=OwnSettings(language=other))
    label = Words(other)("button-speak")
    return replace(view.button("button-change", speak), label=label, name=label)


def other_language(language: Language) -> Language:
    """Return the language that this is not."""
    return next(each for each in LANGUAGES if each != language)


def filled_in(person: Person, words: Words) -> Mapping[str, str]:
    """Return what the form shows of what somebody chose, by field."""
    own = person.own
    is_offered = own.zone in ZONES
    return {
        "language": own.language or AUTOMATIC,
        "zone": own.zone if is_offered else AUTOMATIC,
        "other_zone": "" if is_offered else own.zone,
        "region": own.region or AUTOMATIC,
        "works": words.weekdays(own.works),
        "first_hour": words.clock(own.hours.first) if own.hours else "",
        "last_hour": words.clock(own.hours.last) if own.hours else "",
        "reminder_time": words.clock(own.reminder_time) if own.reminder_time else "",
    }


def options(key: str, view: View) -> tuple[Option, ...]:
    """Return what a field of the form is to be chosen from; none where it is filled in."""
    words = view.words
    match key:
        case "language":
            named = {str(each): Words(each)("language-itself") for each in LANGUAGES}
        case "zone":
            named = {zone: _zone_option(zone, view) for zone in ZONES}
        case "region":
            named = dict(sorted(((code, words(f"region-{code}")) for code in REGIONS), key=_by_name))
        case _:
            return ()
    automatic = Option(value=AUTOMATIC, label=words(f"automatic-{key}"))
    return (automatic, *(Option(value=value, label=label) for value, label in named.items()))


def _by_name(option: tuple[str, str]) -> str:
    return folded(option[1])


def _zone_option(zone: str, view: View) -> str:
    """Toronto, Ottawa, Montréal (10:15 a.m. now): whoever hesitates between two knows what time it is where they are."""
    cities = ", ".join(cities_of(zone))
    return view.words("zone-option", city=cities, clock=_clock_in(ZoneInfo(zone), view))


def _city(zone: str, words: Words) -> str:
    """Return the city of a zone as it is written there, else as CLDR does."""
    return next(iter(cities_of(zone)), None) or words.city(zone)


def _clock_in(zone: ZoneInfo, view: View) -> str:
    return view.words.clock(view.now.astimezone(zone).time())


def _rows(person: Person, policy: Policy, view: View) -> tuple[tuple[str, str], ...]:
    words, own = view.words, person.own
    timetable = policy.timetable(person)
    calendar = timetable.calendar
    rows: list[tuple[str, str]] = [
        ("language", _held("language", words("language-itself"), person, words)),
        ("zone", _held("zone", _zone(person, view), person, words)),
    ]
    region = words(f"region-{calendar.region}") if calendar.region else ""
    rows.append(("region", _held("region", region, person, words) if region else words("region-none")))
    rows.append(
        ("works", _held("works", words.weekdays(calendar.works or tuple(sorted(WORKDAYS))), person, words))
    )
    if own.hours is not None and timetable.hours is not None:
        first, last = words.clock(own.hours.first), words.clock(own.hours.last)
        hours = _held("hours", words("hours-between", first=first, last=last), person, words)
    else:  # the team's hours are those of the daily message alone
        hours = words("hours-none")
    rows.append(("hours", hours))
    rows.append(("reminder_time", _daily(person, policy, words)))
    rows.append(("prefers", goes_to(person, words)))
    if person.leave is not None and person.leave.last >= view.today:
        first_day, last_day = words.day(person.leave.first), words.day(person.leave.last)
        rows.append(("leave", words("days-between", first=first_day, last=last_day)))
    return tuple((words(f"setting-{name.replace('_', '-')}"), value) for name, value in rows)


def _zone(person: Person, view: View) -> str:
    city = _city(person.zone, view.words)
    return view.words("zone-now", city=city, zone=person.zone, clock=_clock_in(person.tz, view))


def _daily(person: Person, policy: Policy, words: Words) -> str:
    """Return when the message of the day leaves; a time outside of their hours gives way to their beginning."""
    opens = words.clock(policy.timetable(person).opens)
    chosen = person.own.reminder_time
    if chosen is None and policy.timetable(person).opens != policy.opens:  # their hours begin later
        return words("setting-held", value=opens, why=words("chosen-by-you"))
    if chosen is not None and words.clock(chosen) != opens:
        return words("reminder-gives-way", clock=opens, chosen=words.clock(chosen))
    return _held("reminder_time", opens, person, words)


def _held(setting: Setting, value: str, person: Person, words: Words) -> str:
    """Return what holds, and who said so: they themselves, their platform, or the team."""
    said = {"language": person.said_language, "zone": person.said_zone}.get(setting)
    if getattr(person.own, setting) != getattr(OwnSettings(), setting):
        why = words("chosen-by-you")
    elif said:
        places = words.list([platform_name(platform, words) for platform in person.platforms])
        why = words("said-by", platform=places)
    else:
        why = words("chosen-by-team")
    return words("setting-held", value=value, why=why)

"""app.yaml → `Settings`, or every fault of it at once."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.errors import ConfigError, Fault
from bot.settings.document import Document, Location, Value, read_document
from bot.settings.model import Settings, groups


def read_settings(path: Path) -> Settings:
    """Read and check a file. An empty one gives the defaults.

    Raises `ConfigError` with every fault, in the order of the lines.
    """
    document = read_document(path)
    faults = [*document.faults, *_repeated(document)]
    settings = None
    try:
        settings = Settings.model_validate(document.value)
    except ValidationError as error:
        faults += [_fault(details, document) for details in error.errors(include_url=False)]
    if faults or settings is None:
        raise ConfigError(sorted(faults, key=lambda fault: fault.line or 0))
    return settings


def _fault(details: ErrorDetails, document: Document) -> Fault:
    location = details["loc"]
    return Fault(where=document.where, line=document.line(location), problem=_problem(details, location))


def _problem(details: ErrorDetails, location: Location) -> str:
    name = _name(location)
    match details["type"]:
        case "extra_forbidden":
            return f"{name} is not a setting{_nearest(location)}"
        case "missing":
            return f"{name} is missing"
        case "list_type":
            return f"{name} must be a list, such as [first, second]"
        case "value_error":
            return f"{name} {details['ctx']['error']}"
        case _:
            return f"{name} must be a group of settings, one on each line, such as name: value"


def _name(location: Location) -> str:
    """Return a setting's name: reminders.hour. Which item of a list it is of, the line tells."""
    name = ".".join(_names(location)) or "the file"
    return f"each of {name}" if location and isinstance(location[-1], int) else name


def _names(location: Location) -> tuple[str, ...]:
    return tuple(part for part in location if isinstance(part, str))


def _nearest(location: Location) -> str:
    """Offer the known name most like an unknown one: of the same group, else the same name elsewhere."""
    *group, unknown = _names(location)
    known = groups()
    for name in get_close_matches(unknown, known.get(tuple(group), []), n=1):
        return f"; did you mean {'.'.join((*group, name))}?"
    for path, names in known.items():
        if unknown in names:
            return f"; did you mean {'.'.join((*path, unknown))}?"
    return ""


def _repeated(document: Document) -> Iterator[Fault]:
    """Find what may belong to one team only. It looks at the file itself, since teams may have other faults."""
    lines: dict[tuple[str, str], int] = {}
    for location, what, value in _claims(document.value):
        line = document.line(location)
        if (what, value) in lines:
            problem = f"the {what} {value} already belongs to the team on line {lines[what, value]}"
            yield Fault(where=document.where, line=line, problem=problem)
        lines.setdefault((what, value), line)


def _claims(root: Value) -> Iterator[tuple[Location, str, str]]:
    teams = root.get("teams") if isinstance(root, dict) else None
    for position, team in enumerate(teams if isinstance(teams, list) else []):
        if not isinstance(team, dict):
            continue
        if isinstance(key := team.get("key"), str):
            yield ("teams", position, "key"), "key", key
        channels = team.get("channels")
        for index, channel in enumerate(channels if isinstance(channels, list) else []):
            if isinstance(channel, str):
                yield ("teams", position, "channels", index), "channel", channel

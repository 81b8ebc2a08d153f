"""app.yaml as plain values, with the line of each.

Every scalar is the text that stands in the file. PyYAML reads YAML 1.1, in which 17:00 is the number 1020,
`no` is false and 2026-12-24 is already a date; here each setting reads its own text instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.errors import ConfigError, Fault

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Location: TypeAlias = tuple[str | int, ...]

DEEPEST = 20
NOTHING = {"", "~", "null", "Null", "NULL"}
PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


@dataclass(frozen=True, kw_only=True)
class Document:
    """What a file says. `lines` count from 1; `faults` are those of its form, not of its settings.

    A key without a value is as good as absent, so that commenting out what follows it is no mistake.
    """

    where: str
    value: Value
    lines: dict[Location, int]
    faults: tuple[Fault, ...]

    def line(self, location: Location) -> int:
        """Return the line of a setting, or of the group where it would stand."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def read_document(path: Path) -> Document:
    """Read a YAML file. Raises `ConfigError` if it cannot be read or is not YAML."""
    where = str(path)
    text = _read_text(path, where)
    try:
        _refuse_what_grows(text, where)
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        problem = f"is not well-formed YAML: {error.problem or error.context}"
        raise ConfigError([Fault(where=where, line=line, problem=problem)]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problem = f"contains the character U+{ord(text[error.position]):04X}, which YAML does not allow"
        raise ConfigError([Fault(where=where, line=line, problem=problem)]) from error
    reader = _Reader(where=where)
    value = None if root is None else reader.value(root, ())
    return Document(
        where=where, value={} if value is None else value, lines=reader.lines, faults=tuple(reader.faults)
    )


def _read_text(path: Path, where: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problem = "there is no such file; name one with --config"
    except IsADirectoryError:
        problem = "is a directory; name the file in it"
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    raise ConfigError([Fault(where=where, line=None, problem=problem)])


def _refuse_what_grows(text: str, where: str) -> None:
    """Refuse aliases, which can repeat each other without end, and what is nested without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            problem = f"write the value out instead of *{event.anchor}"
        elif depth > DEEPEST:
            problem = "this is nested too deeply"
        else:
            continue
        line = event.start_mark.line + 1 if event.start_mark else None
        raise ConfigError([Fault(where=where, line=line, problem=problem)])


@dataclass(kw_only=True)
class _Reader:
    """Turns nodes into values and keeps the lines."""

    where: str
    lines: dict[Location, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def value(self, node: yaml.Node, location: Location) -> Value:
        self.lines.setdefault(location, node.start_mark.line + 1)
        if node.tag not in PLAIN_TAGS:
            self._fault(node, f"remove the tag {node.tag}; values are plain text, lists and groups")
        if isinstance(node, yaml.MappingNode):
            return dict(self._members(node, location))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, position)) for position, item in enumerate(node.value)]
        is_plain = isinstance(node, yaml.ScalarNode) and node.style is None
        return None if is_plain and node.value in NOTHING else str(node.value)

    def _members(self, node: yaml.MappingNode, location: Location) -> Iterator[tuple[str, Value]]:
        first_lines: dict[str, int] = {}
        for key, member in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a setting's name must be a word")
                continue
            name, line = str(key.value), key.start_mark.line + 1
            if name in first_lines:
                self._fault(key, f"{name} is already set on line {first_lines[name]}; keep one of the two")
                continue
            first_lines[name] = self.lines[*location, name] = line
            value = self.value(member, (*location, name))
            if value is not None:
                yield name, value

    def _fault(self, node: yaml.Node, problem: str) -> None:
        self.faults.append(Fault(where=self.where, line=node.start_mark.line + 1, problem=problem))

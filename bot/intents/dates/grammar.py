"""A small grammar: rules written as they are said, matched over tokens.

A template such as ``(the) end of (the) month|week`` is words, with `|` between alternatives, round brackets
around what may be left out (alternatives there may have several words) and `{slot}` for what varies. A slot
is a matcher of tokens or the name of other rules; each is captured under its name.

Rules form layers: the rules of one layer name only slots and lower layers, so that matching cannot recurse
without end. What matches at a place is remembered, so that the work grows with the number of tokens.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from bot.intents.dates.tokens import Token, scan
from bot.intents.dates.values import Context

Found = tuple[int, object]
"""Where a match ends (a token's index, not included) and what it is; None is not captured."""

Slot = Callable[[Sequence[Token], int], Iterator[Found]]

_PART = re.compile(r"\((?P<optional>[^()]*)\)|(?P<needed>[^\s()]+)")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One concept: how it is said in both languages, and what it means.

    `means` is called with the context and the captured slots by name, or is a constant.
    """

    means: object
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Match:
    """What was matched, not yet worked out."""

    means: Callable[..., object]
    parts: Mapping[str, object]

    def read(self, context: Context) -> object:
        """Work out what it means, inner matches first."""
        parts = {
            name: part.read(context) if isinstance(part, Match) else part for name, part in self.parts.items()
        }
        return self.means(context, **parts)


@dataclass(kw_only=True, slots=True)
class _Node:
    """A place in the tree of all templates of a layer."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[str, "_Node"] = field(default_factory=dict)
    rule: Rule | None = None
    order: int = 0
    """The place of the rule in its layer: what stands first has precedence."""


class Grammar:
    """Layers of rules and the slots that they use."""

    def __init__(self, slots: Mapping[str, Slot], layers: Mapping[str, Sequence[Rule]]) -> None:
        self.slots = slots
        self.trees = {name: _tree(rules) for name, rules in layers.items()}
        unknown = {name for tree in self.trees.values() for name in _slots_of(tree)}
        unknown -= slots.keys() | layers.keys()
        if unknown:
            raise ValueError(f"templates name unknown slots: {sorted(unknown)}")


class Parse:
    """The tokens of one text, and what was found in them so far."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._grammar = grammar
        self._found: dict[tuple[str, int], Sequence[Found]] = {}

    def at(self, name: str, place: int) -> Sequence[Found]:
        """Return what layer or slot `name` matches at token `place`, one for each end.

        Of two with the same end, the one whose rule stands first stays.
        """
        key = (name, place)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._match(name, place)
        return found

    def _match(self, name: str, place: int) -> Sequence[Found]:
        slot = self._grammar.slots.get(name)
        if slot is not None:
            return tuple(slot(self.tokens, place))
        first: dict[int, tuple[int, object]] = {}
        for end, order, means in self._walk(self._grammar.trees[name], place, ()):
            if end not in first or order < first[end][0]:
                first[end] = (order, means)
        return tuple((end, means) for end, (_, means) in first.items())

    def _walk(
        self, node: _Node, place: int, parts: tuple[tuple[str, object], ...]
    ) -> Iterator[tuple[int, int, object]]:
        if place < len(self.tokens):
            following = node.words.get(self.tokens[place].text)
            if following is not None:
                yield from self._walk(following, place + 1, parts)
        for name, following in node.slots.items():
            for end, part in self.at(name, place):
                yield from self._walk(following, end, parts if part is None else (*parts, (name, part)))
        if node.rule is not None:
            means = node.rule.means
            yield place, node.order, Match(means=means, parts=dict(parts)) if callable(means) else means


def _tree(rules: Sequence[Rule]) -> _Node:
    root = _Node()
    for order, rule in enumerate(rules):
        for template in (*rule.en, *rule.fr):
            for steps in _expanded(template):
                _plant(root, steps, rule, order)
    return root


def _plant(root: _Node, steps: Sequence[str], rule: Rule, order: int) -> None:
    node = root
    for step in steps:
        if step.startswith("{"):
            node = node.slots.setdefault(step.strip("{}"), _Node())
        else:
            node = node.words.setdefault(step, _Node())
    if node.rule not in (None, rule):
        raise ValueError(f"two rules are said the same way: {' '.join(steps)}")
    node.rule, node.order = rule, order


def _expanded(template: str) -> Iterator[tuple[str, ...]]:
    """Return each way in which a template can be said, as folded words and slots in braces."""
    ways = [_ways(part) for part in _PART.finditer(template)]
    for chosen in product(*ways):
        yield tuple(step for way in chosen for step in way)


def _ways(part: re.Match[str]) -> list[tuple[str, ...]]:
    if part["optional"] is not None:
        return [(), *(way for each in part["optional"].split("|") for way in _expanded(each))]
    return [
        (each,) if each.startswith("{") else tuple(token.text for token in scan(each.rstrip("'")))
        for each in part["needed"].split("|")
    ]


def _slots_of(node: _Node) -> Iterator[str]:
    yield from node.slots
    for following in (*node.words.values(), *node.slots.values()):
        yield from _slots_of(following)

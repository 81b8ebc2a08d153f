"""A small grammar: rules written as they are said, matched over tokens.

A template such as ``(the) end of (the) month|week`` is words, with `|` between alternatives, round brackets
around what may be left out (alternatives there may have several words) and `{slot}` for what varies. A slot
is a matcher of tokens or the name of other rules; each is captured under its name.

Rules form layers: the rules of one layer name only slots and lower layers, so that matching cannot recurse
without end. What matches at a place is remembered, so that the work grows with the number of tokens; a layer
is not tried where none of its phrases can begin.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from bot.intents.dates.tokens import Token, scan
from bot.intents.dates.values import Context

Found = tuple[int, object]
"""Where a match ends (a token's index, not included) and what it is; None is not captured."""

Matcher = Callable[[Sequence[Token], int], Iterator[Found]]

_PART = re.compile(r"\((?P<optional>[^()]*)\)|(?P<needed>[^\s()]+)")
_END = ("END", "")
"""What stands behind the last token: no word and of no kind."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A matcher, and the words and kinds of token with which a match begins; None where it may be empty."""

    match: Matcher
    starts: frozenset[str] | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One concept: how it is said in both languages, and what it means.

    `means` is called with the context and the captured slots by name, or is a constant.
    """

    means: object
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


def itself(_: Context, **found: object) -> object:
    """Mean the one thing that was found: a rule that only adds words."""
    (only,) = found.values()
    return only


@dataclass(frozen=True, kw_only=True, slots=True)
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

    ways: "tuple[tuple[str, frozenset[str] | None, _Node], ...]" = ()
    """The slots, each with what it can begin with."""

    begins: frozenset[str] | None = None
    """What one of the slots can begin with; None where one may be empty."""


class Grammar:
    """Layers of rules, from the lowest to the highest, and the slots that they use."""

    def __init__(self, slots: Mapping[str, Slot], layers: Mapping[str, Sequence[Rule]]) -> None:
        self.slots = slots
        self.trees: dict[str, _Node] = {}
        self.starts = {name: slot.starts for name, slot in slots.items()}
        for name, rules in layers.items():
            tree = _tree(rules)
            if unknown := set(_slots_of(tree)) - self.starts.keys():
                raise ValueError(f"templates of {name!r} name unknown slots: {sorted(unknown)}")
            self.trees[name] = tree
            self.starts[name] = self._starts(tree)
            self._prepare(tree)

    def _prepare(self, node: _Node) -> None:
        """Note at each place of a tree what can follow there."""
        node.ways = tuple((name, self.starts[name], following) for name, following in node.slots.items())
        if all(starts is not None for _, starts, _ in node.ways):
            node.begins = frozenset().union(*(starts or () for _, starts, _ in node.ways))
        for following in (*node.words.values(), *node.slots.values()):
            self._prepare(following)

    def _starts(self, node: _Node) -> frozenset[str]:
        """Return the words and kinds of token with which a way through `node` can begin."""
        starts = set(node.words)
        for name, following in node.slots.items():
            own = self.starts[name]
            starts |= self._starts(following) if own is None else own
        return frozenset(starts)


class Parse:
    """The tokens of one text, and what was found in them so far.

    `steps` counts the places of the rules' trees that were visited: the work done.
    """

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.steps = 0
        self._grammar = grammar
        self._found: dict[tuple[str, int], Sequence[Found]] = {}

    def at(self, name: str, place: int) -> Sequence[Found]:
        """Return what layer or slot `name` matches at token `place`, one for each end.

        Of two with the same end, the one whose rule stands first stays.
        """
        starts = self._grammar.starts[name]
        kind, text = self.tokens[place][:2] if place < len(self.tokens) else _END
        return self._found_at(name, place) if starts is None or text in starts or kind in starts else ()

    def _found_at(self, name: str, place: int) -> Sequence[Found]:
        key = (name, place)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._match(name, place)
        return found

    def _match(self, name: str, place: int) -> Sequence[Found]:
        slot = self._grammar.slots.get(name)
        if slot is not None:
            self.steps += 1
            return tuple(slot.match(self.tokens, place))
        first: dict[int, tuple[int, object]] = {}
        self._walk(self._grammar.trees[name], place, (), first)
        return tuple((end, means) for end, (_, means) in first.items())

    def _walk(
        self,
        node: _Node,
        place: int,
        parts: tuple[tuple[str, object], ...],
        first: dict[int, tuple[int, object]],
    ) -> None:
        """Put into `first`, by their ends, the matches that lead through `node`."""
        self.steps += 1
        rule = node.rule
        if rule is not None and (place not in first or node.order < first[place][0]):
            means = rule.means
            first[place] = (node.order, Match(means=means, parts=dict(parts)) if callable(means) else means)
        kind, text = self.tokens[place][:2] if place < len(self.tokens) else _END
        word = node.words.get(text)
        if word is not None:
            self._walk(word, place + 1, parts, first)
        if node.begins is not None and text not in node.begins and kind not in node.begins:
            return
        for name, starts, following in node.ways:
            if starts is None or text in starts or kind in starts:
                for end, part in self._found_at(name, place):
                    self._walk(following, end, parts if part is None else (*parts, (name, part)), first)


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
        (each,) if each.startswith("{") else tuple(token.text for token in scan(each.rstrip("'") or each))
        for each in part["needed"].split("|")
    ]


def _slots_of(node: _Node) -> Iterator[str]:
    yield from node.slots
    for following in (*node.words.values(), *node.slots.values()):
        yield from _slots_of(following)

"""Sentences in Python: two words and more in a literal, an f-string or a concatenation, or a label of one word.

These are none, since nobody reads them in a conversation:

- docstrings, annotations, values of an `Enum` or a `Literal`, what is compared or looked up, patterns of `re`;
- what is logged, raised, named `problem` or handed to whoever runs Engage (`TO_OPERATORS`): operators read
  English. A `Refusal` is said to people, so what it is raised with is looked at;
- what stands in both languages side by side: `{"en": …, "fr": …}` or `…(en=…, fr=…)`;
- somebody's name: Ana Reyes;
- what people type (`UNDERSTOOD`: lower case, without a full stop; what they are answered there is looked at), and the files of the command line, settings and requests (`OPERATORS`).
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch

UNDERSTOOD = ("bot/intents/*", "adapters/playground/samples.py")
"""What people type, in both languages; only `ANSWERS`, and what reads as a whole sentence, are said to them."""

SAMPLES = "adapters/playground/samples.py"
"""There, whole sentences are typed as well."""

ANSWERS = re.compile(r"^(?:Clarify|Refusal)$")

OPERATORS = (
    "bot/__main__.py",
    "bot/config.py",
    "bot/doctor.py",
    "bot/errors.py",
    "bot/logs.py",
    "bot/manifest.py",
    "bot/settings/*",
    "bot/wiring.py",
    "adapters/web.py",
    "adapters/*/settings.py",
    "adapters/*/signin.py",
    "adapters/*/web.py",
    "adapters/playground/guard.py",
    "adapters/playground/requests.py",
    "adapters/slack/manifest.py",
)
"""The command line, the settings and what is wrong with them; what requests are answered that no person reads."""

TO_OPERATORS = re.compile(
    r"(?:Error|Exception|Fault|Finding)$|^(?:log|re|web|aiohttp|logging)\.|^getLogger\(.*\)\.|^problem$"
)
"""Calls and names whose text people never see: what is raised and logged, patterns, and what doctor tells."""

_ASKED_BY_DOCTOR = "check"
_PROTOCOL = re.compile(r"^(?:Bearer \ufffc|event: \ufffc\ndata: \ufffc\n\n)$")

_SHOWING = re.compile(r"^(?:Button|Card|Commands|Fields|Form|Input|Item|Option|Paragraph|Quote|Small)$")
_SHOWN = re.compile(r"^(?:about|cancel|detail|error|hint|label|name|placeholder|submit|text|title)$")
"""Arguments of what people are shown: there, one word is a sentence as well, unless it is the key of one."""

_LABELS = frozenset({"label", "submit", "title"})
"""Those of them that are shown whatever is called."""

_HOLE = "\ufffc"
_SOME = rf"(?:[^\W\d_]+['\u2019])?(?:[^\W\d_]{{2,}}|{_HOLE})"
_BETWEEN = r"[,;:.!?…)»”]*\s+(?:[:;!?/&\u2013\u2014-]\s+)?[(«“]*\s*"
_SENTENCE = re.compile(f"{_SOME}{_BETWEEN}{_SOME}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_WHOLE = re.compile(r"[«“\"(\s]*[A-ZÀ-ÖØ-Ý\ufffc].*\s.*[\w\ufffc»”\")]\s?[.?!…]+[»”\")\s]*", re.DOTALL)
_KEY = re.compile(r"[a-z][a-z0-9-]*")
_NAME = re.compile(r"[^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+)+")
_PATTERN = re.compile(r"\(\?[:P<!=]")


def codes_in(trees: Iterable[ast.AST]) -> frozenset[str]:
    """Return what stands in an `Enum` or a `Literal`: codes, which the words files have sentences for."""
    found: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef) and any(_name(base).endswith("Enum") for base in node.bases):
            values: list[ast.AST] = [part.value for part in node.body if isinstance(part, ast.Assign)]
        elif isinstance(node, ast.Subscript) and _name(node.value) == "Literal":
            values = [*ast.walk(node.slice)]
        else:
            continue
        found |= {text for value in values if (text := _text(value))}
    return frozenset(found)


def found_in(path: str, tree: ast.AST, codes: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each sentence in the Python of `path`; "…" stands for what is put into it."""
    if any(fnmatch(path, pattern) for pattern in OPERATORS):
        return
    is_vocabulary = any(fnmatch(path, pattern) for pattern in UNDERSTOOD)
    for line, text in sorted(set(_in_vocabulary(path, tree))) if is_vocabulary else _looked(tree):
        if text not in codes and not _PROTOCOL.match(text):
            yield line, text.replace(_HOLE, "…")


def _in_vocabulary(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    for part in _answers(tree):
        yield from _looked(part)
    if path != SAMPLES:
        yield from ((line, text) for line, text in _looked(tree) if _WHOLE.fullmatch(text))


def _answers(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ANSWERS.match(_name(node.func)):
            yield node


def _looked(node: ast.AST) -> Iterator[tuple[int, str]]:
    text = _text(node)
    if text is not None:
        if _is_sentence(text):
            yield node.lineno, text  # type: ignore[attr-defined]
        return
    for name, value in _named(node):
        for either in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
            label = _text(either)
            if label and _SHOWN.match(name) and _is_label(label):
                yield either.lineno, label
    for child in _children(node):
        yield from _looked(child)


def _is_sentence(text: str) -> bool:
    is_long = _SENTENCE.search(text) and _WORD.search(text)
    return bool(is_long) and not _NAME.fullmatch(text) and not _PATTERN.search(text)


def _is_label(text: str) -> bool:
    """Say whether it is one word that is no key; what is longer is found anyway."""
    return bool(_WORD.search(text)) and not _KEY.fullmatch(text) and not _is_sentence(text)


def _named(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield (name, value) of what people may be shown: arguments, their defaults, and what is kept for later."""
    match node:
        case ast.Call() if _SHOWING.search(_name(node.func)):
            yield from (("text", value) for value in node.args)
            yield from ((keyword.arg or "", keyword.value) for keyword in node.keywords)
        case ast.Call() if not TO_OPERATORS.search(_name(node.func)) and not _both(
            each.arg for each in node.keywords
        ):
            yield from ((each.arg, each.value) for each in node.keywords if each.arg in _LABELS)
        case ast.arguments():
            positional = [*node.posonlyargs, *node.args][-len(node.defaults) or len(node.args) :]
            for argument, default in (
                *zip(positional, node.defaults, strict=False),
                *zip(node.kwonlyargs, node.kw_defaults, strict=True),
            ):
                if default is not None:
                    yield argument.arg, default
        case ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)], value=value):
            yield name, value
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value


def _children(node: ast.AST) -> Iterable[ast.AST]:
    """Return those parts of a node that people may read."""
    if _is_unread(node):
        return ()
    match node:
        case ast.Call(func=func, args=args, keywords=keywords):
            said_of = [func.value] if isinstance(func, ast.Attribute) else []
            return [*said_of, *args, *keywords] if not TO_OPERATORS.search(_name(func)) else said_of
        case ast.Dict(values=values):
            return values
        case ast.Subscript(value=value):
            return [value]
        case ast.ClassDef(bases=bases, body=body) if any(_name(base).endswith("Enum") for base in bases):
            return [part for part in body if not isinstance(part, ast.Assign)]
        case ast.AnnAssign(value=value):
            return [value] if value is not None else []
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [*node.decorator_list, node.args, *node.body]
        case _:
            return ast.iter_child_nodes(node)


def _is_unread(node: ast.AST) -> bool:
    """Say whether nobody reads anything of it in a conversation, or everybody in both languages."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.MatchValue() | ast.arg():
            return True
        case ast.Call(keywords=keywords):
            return _both(each.arg for each in keywords)
        case ast.Dict(keys=keys):
            return _both(key.value for key in keys if isinstance(key, ast.Constant))
        case ast.keyword(arg=str() as name) | ast.Assign(targets=[ast.Name(id=name)]):
            return bool(TO_OPERATORS.search(name))
        case ast.Raise(exc=ast.Call(func=func)):
            return _name(func) != "Refusal"
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name == _ASKED_BY_DOCTOR
    return False


def _text(node: ast.AST) -> str | None:
    """Return a string with a hole for whatever is put into it, None for what is no string."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) or _HOLE for part in parts)
        case ast.BinOp(op=ast.Add()):
            left, right = _text(node.left), _text(node.right)
            return None if left is None and right is None else f"{left or _HOLE}{right or _HOLE}"
        case ast.BinOp(op=ast.Mod()):
            return _text(node.left)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as glue), attr="join")):
            if node.args and isinstance(node.args[0], ast.List | ast.Tuple):
                return glue.join(_text(part) or _HOLE for part in node.args[0].elts)
    return None


def _name(node: ast.AST) -> str:
    """Return `log.info` of `log.info`, and the last two names of what is longer."""
    return ".".join(ast.unparse(node).split(".")[-2:])


def _both(names: Iterable[object]) -> bool:
    return {"en", "fr"} <= set(names)

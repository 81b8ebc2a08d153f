"""`python -m tools.sentences`: name every sentence that stands in code, and fail if there is one."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.sentences import fluent, page, python

PYTHON = ("bot", "adapters")
PAGE = Path("adapters/playground/static")
WORDS = Path("bot/words")


def everything(root: Path) -> Iterator[str]:
    """Yield one line for each sentence in the code of `root`: where it stands, and what it says."""
    trees = {
        path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for room in PYTHON
        for path in sorted((root / room).rglob("*.py"))
    }
    codes = python.codes_in(trees.values())
    for name, tree in trees.items():
        yield from _lines(name, python.found_in(name, tree, codes))
    for path in sorted((root / PAGE).rglob("*.html")):
        yield from _lines(path.relative_to(root), page.found_in_page(path.read_text(encoding="utf-8")))
    for path in sorted((root / PAGE).rglob("*.js")):
        look = page.unlike_in_table if path.name in page.TABLES else page.found_in_script
        yield from _lines(path.relative_to(root), look(path.read_text(encoding="utf-8")))
    english, french = ((root / WORDS / f"{language}.ftl").read_text("utf-8") for language in ("en", "fr"))
    yield from _lines(WORDS / "en.ftl", fluent.copied("en", english, french))
    yield from _lines(WORDS / "fr.ftl", fluent.copied("fr", french, english))


def _lines(name: object, found: Iterator[tuple[int, str]]) -> Iterator[str]:
    for line, text in found:
        yield f"{name}:{line}: {text!r}"


def main() -> int:
    """Print what was found, and what to do about it."""
    found = list(everything(Path.cwd()))
    for line in found:
        sys.stdout.write(f"{line}\n")
    if found:
        sys.stdout.write(
            f"{len(found)} sentences stand in code, or in the wrong language: "
            "put each in bot/words/en.ftl and fr.ftl (the playground's in its words.js).\n"
        )
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

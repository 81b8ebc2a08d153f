"""`make lint` finds a sentence in code, wherever it hides, and takes nothing else for one."""

import ast
import shutil
import textwrap
import time
from pathlib import Path

import pytest

from tools.sentences import fluent, page, python
from tools.sentences.__main__ import everything

ROOT = Path(__file__).parents[2]


def found(source, path="bot/handlers/tell.py"):
    tree = ast.parse(textwrap.dedent(source))
    return [text for _, text in python.found_in(path, tree, python.codes_in([tree]))]


def test_there_is_none():
    """All that Engage says stands in its words files, in both languages; looking takes a second or two."""
    begun = time.perf_counter()
    assert list(everything(ROOT)) == []
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('title = "Promise recorded."', "Promise recorded."),
        ('return_value = ["Engagement consigné"]', "Engagement consigné"),
        ('say(f"Promise {number} is closed")', "Promise … is closed"),
        ('say(f"{count} promises")', "… promises"),
        ('say(f"Échéance\\u00a0: {due}")', "Échéance\u00a0: …"),
        ('say("Promise " + str(number) + " is closed")', "Promise … is closed"),
        ('say(name + " closed it")', "… closed it"),
        ('say("Promise %s is closed" % number)', "Promise %s is closed"),
        ('say("Promise {} is closed".format(number))', "Promise {} is closed"),
        ('say(" ".join(["Promise", number, "is closed"]))', "Promise … is closed"),
        ('say("one line"\n    " and another")', "one line and another"),
        ('def answer(text="Nothing to do"): ...', "Nothing to do"),
        ('def answer(*, title="Undo"): ...', "Undo"),
        ('answer = lambda text="Nothing to do": text', "Nothing to do"),
        ('Card(title="Undone")', "Undone"),
        ('Button(label=f"Promise{number}")', "Promise…"),
        ('Button("Done", payload)', "Done"),
        ('replace(button, label="Enregistré")', "Enregistré"),
        ('Button(label="Done" if number else key)', "Done"),
        ('label: str = "Done"', "Done"),
        ('button.label = "Done"', "Done"),
        ('view.button("Take it back", intent)', "Take it back"),
        ('raise Refusal("There is no such promise")', "There is no such promise"),
        ('raise Refusal("refuse-unknown", {"why": "it is gone"})', "it is gone"),
        ('WORDS = {"en": "It is gone"}', "It is gone"),
        ('Text(en="It is gone")', "It is gone"),
        ('class Card:\n    title: str = "It is gone"', "It is gone"),
        ('class Stage:\n    OPEN = "still open"', "still open"),
    ],
)
def test_a_planted_sentence_is_found(source, text):
    """In literals, f-strings, concatenations, defaults, labels and refusals alike."""
    assert found(source) == [text]


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring of a module."""',
        'def tell():\n    """Say that they were told."""',
        'X = 1\n"""What X is for."""',
        'class Outcome(StrEnum):\n    KEPT = "kept in part"',
        'Period = Literal["this week", "last week"]\nperiod: Period = "this week"',
        'when: "an annotation of words" = 1',
        'if said == "kept in part": ...',
        'match said:\n    case "kept in part": ...',
        'table["kept in part"]',
        'log.info("outbox sent again", key="a key")',
        'log.exception(f"failed at {row}")',
        'raise ValueError("a due instant needs a time zone")',
        'return_value = ConfigError("the token is missing")',
        'Rejected(problem="Teams has no home pages")',
        'problem = f"the app lacks {scope}"',
        're.compile(r"(?:to|from) whom")',
        'PATTERN = r"(?P<name>to whom)"',
        'DOES = {"en": "Record a promise", "fr": "Consigner un engagement"}',
        'Text(en="Record a promise", fr="Consigner un engagement")',
        'words("refuse-unknown", number=number)',
        'view.button("button-undo", intent)',
        'Input(key="due", label="due-of-promise", hint="due")',
        'f"{day}, {clock}"',
        'f"outcome-{outcome}"',
        'headers = {"Authorization": f"Bearer {token}"}',
        'Person(name="Ana Reyes")',
        '"xoxb-1234"',
    ],
)
def test_what_nobody_reads_in_a_conversation_is_no_sentence(source):
    """Codes, keys, logs, errors, patterns and docstrings; and what stands in both languages."""
    assert found(source) == []


def test_what_operators_read_and_what_people_type_stands_elsewhere():
    """The command line speaks English; the vocabulary of commands is understood and never said."""
    assert found('say("There is no such file")', "bot/doctor.py") == []
    assert found('("it is done",)', "bot/intents/lexicon.py") == []
    assert found('Clarify(code="It is not done")', "bot/intents/typed.py") == ["It is not done"]
    assert found('say("There is no such file")', "bot/handlers/doctor.py") != []


@pytest.mark.parametrize(
    "text",
    [
        "You must say a number.",
        "Voulez-vous dire demain\u00a0?",
        "Not so!",
        "« Dites un nombre. »",
        "Which one?",
    ],
)
def test_a_whole_sentence_beside_the_vocabulary_is_found(text):
    """A capital letter, several words and a full stop: nobody types a command like that."""
    for path in ("bot/intents/typed.py", "bot/intents/dates/grammar.py"):
        assert found(f'_X = "{text}"', path) == [text]
    assert found('say(f"{said} is no number.")', "bot/intents/typed.py") == ["… is no number."]


@pytest.mark.parametrize(
    "text", ["no later than", "St. John's", "B.C.", "what do i have to do", "?", "Washington DC"]
)
def test_vocabulary_is_no_sentence(text):
    """Phrases in lower case, names and abbreviations."""
    assert found(f'_X = ("{text}",)', "bot/intents/lexicon.py") == []


def test_each_folder_and_file_that_is_excepted_exists():
    """An exception that excepts nothing is a mistake."""
    for pattern in (*python.UNDERSTOOD, *python.OPERATORS):
        assert list(ROOT.glob(pattern)), pattern


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('element.textContent = "Send it now";', ["Send it now"]),
        ('h("p", {}, "Send");', ["Send"]),
        ("say(`${count} messages`);", ["… messages"]),
        ("say('Écrire à Engage');", ["Écrire à Engage"]),
        ('h("p", { class: "by unseen" }, words().send);', []),
        ('document.querySelector("main .card button");', []),
        ('if (event.key === "Escape") close();', []),
        ('// "A remark" of ours\nconst name = "Engage";', []),
        ('text.replace(/"[a-z] [a-z]"/g, "");', []),
        ("write(`/engage ${command} please`);", []),
    ],
)
def test_scripts_of_the_page_say_nothing_themselves(source, texts):
    """Their words stand in a table, in both languages."""
    assert [text for _, text in page.found_in_script(source)] == texts


def test_a_table_of_the_page_has_the_same_keys_and_rows_in_both_languages():
    """What one language lacks is named."""
    keys = 'const EN = {\n  send: "Send",\n  more: "More",\n};\nconst FR = {\n  send: "Envoyer",\n};'
    assert list(page.unlike_in_table(keys)) == [(1, "more")]
    rows = 'const EN = [\n  ["a", "b"],\n];\nconst FR = [\n];'
    assert list(page.unlike_in_table(rows)) == [(1, "1 rows in English, 0 in French")]
    assert list(page.unlike_in_table('const EN = {\n  send: "Send",\n};')) == [(1, "EN or FR")]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("<p>Write to us</p>", 1),
        ('<input placeholder="Your name">', 1),
        ('<button aria-label="Send"></button>', 1),
        ('<p data-word="send"></p><title>Engage</title>', 0),
        ('<p><span lang="en">Yes, here</span> <span lang="fr">Oui, ici</span></p>', 0),
        ('<p><span lang="en">Yes, here</span></p>', 1),
        ("<script>const a = 1;</script><style>p { margin: 0; }</style>", 0),
    ],
)
def test_the_page_itself_says_nothing_in_one_language_alone(source, count):
    """Text and what is read aloud come from the table, or stand in both languages."""
    assert len(list(page.found_in_page(source))) == count


@pytest.mark.parametrize(
    ("english", "french", "copied"),
    [
        ("told = They were told.", "told = They were told.", 1),
        ("told = They were told.", "told = Ils sont with the plan.", 1),
        ("told = { $n ->\n    [one] One call\n   *[other] Many calls\n}", "told = { $n ->\n    [1] Un appel\n   *[other] Many of them\n}", 1),
        ("told = { $name } · { $day }", "told = { $name } · { $day }", 0),
        ("told = Microsoft Teams", "told = Microsoft Teams", 0),
        ("told = Note", "told = Note", 0),
        ("told = Type “done”.", "told = Tapez « done with it ».", 0),
    ],
)  # fmt: skip
def test_no_message_has_the_other_languages_text(english, french, copied):
    """What was copied is found as a whole, and by its small words."""
    assert len(list(fluent.copied("fr", french, english))) == copied


def test_english_with_french_left_in_it_is_found_as_well():
    """Both files are looked at."""
    assert list(fluent.copied("en", "told = La partie prenante dans Engage", "told = x"))


def test_a_planted_sentence_fails_the_check(tmp_path):
    """Planted in a handler, an adapter, the page or a words file, it is named with its place."""
    for room in ("bot", "adapters"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for path, planted in (
        (
            "bot/handlers/tell.py",
            '\n\ndef why(number: int = 1, text: str = "Because it rained") -> str: ...\n',
        ),
        ("adapters/teams/cards.py", '\nLABEL = "Voir la suite"\n'),
        ("adapters/playground/static/js/card.js", '\nexport const label = "Show all of it";\n'),
        ("bot/words/fr.ftl", "\nplanted = What is this?\n"),
    ):
        with (tmp_path / path).open("a", encoding="utf-8") as file:
            file.write(planted)
    named = [line.split(":")[0] for line in everything(tmp_path)]
    assert sorted(named) == [
        "adapters/playground/static/js/card.js",
        "adapters/teams/cards.py",
        "bot/handlers/tell.py",
        "bot/words/fr.ftl",
    ]

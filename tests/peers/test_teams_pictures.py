"""Microsoft's renderer shows every card and form whole, without a complaint, and nobody's words as mark-up."""

import pytest
import pytest_asyncio

from adapters.teams.cards import card_of
from adapters.teams.forms import form_card
from bot.messages import Actions, Button, Card, Fields, Form, Input, Item, Option, Paragraph, Quote, Small
from tests.peers.pictures.bundled import NotDrawnError
from tests.peers.pictures.teams import drawn
from tests.support.adaptive_cards_broken import FINE, button, card, head, rich, row, run
from tests.support.browser import started_browser
from tests.support.every_card import every_card, every_form

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHONE = 320
SIGNATURE = b"\x89PNG"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    """One Chromium for the whole file."""
    async with started_browser() as browser:
        yield browser


async def test_every_card_and_form_is_shown_on_a_phone(browser):
    """In both languages: all that it says, every button with its whole label, nothing wider than the card."""
    cards = [{"title": name, "card": card_of(shown, stamp="1:2")} for name, shown in every_card()]
    forms = [
        {"title": f"{name} {in_chat}", "card": form_card(shown, carried={}, in_chat=in_chat)}
        for name, shown in every_form()
        for in_chat in (False, True)
    ]
    await drawn([*cards, *forms], width=PHONE, dark=True, browser=browser)


WORDS = [
    "*b* _i_ **b** ~~s~~ `c` # h",
    "[a prize](http://evil.example) <https://evil.example>",
    "<at>Ana</at> <b>b</b> &amp; <script>alert(1)</script>",
    "first line\n\n> second line\n- third line\n1. fourth",
    "👩‍👩‍👧‍👦🇨🇦 é שלום עולם مرحبا",
    "${title} {{other}} \\n",
]


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
async def test_somebodys_words_are_shown_as_they_were_typed(words, browser):
    """Wherever they stand on a card, with their line breaks."""
    elements = (
        Paragraph(text=words),
        Quote(text=words),
        Fields(rows=((words, words),)),
        Item(title=words, detail=words, buttons=(Button(label="Done", payload={"do": "d"}),)),
        Small(text=words),
    )
    shown = card_of(Card(title=words, language="en", elements=elements))
    (text,) = await drawn([{"title": "words", "card": shown}], browser=browser)
    assert text.replace("\u2060", "").count(words) == 8


async def test_five_thousand_characters_are_shown_whole(browser):
    """As long as a promise may be told."""
    words = ("word " * 1_000)[:4_999] + "."
    shown = card_of(Card(title="T", language="en", elements=(Quote(text=words),)))
    (text,) = await drawn([{"title": "words", "card": shown}], browser=browser)
    assert words in text


async def test_a_date_function_stays_text(browser):
    """The renderer would show a date of its own."""
    words = "{{DATE(2026-11-23T09:00:00Z, SHORT)}} {{TIME(2026-11-23T09:00:00Z)}}"
    shown = card_of(Card(title=words, language="en", elements=(Quote(text=words),)))
    (text,) = await drawn([{"title": "words", "card": shown}], browser=browser)
    assert text.replace("\u2060", "").split("\n") == [words, words]


@pytest.mark.parametrize("dark", [False, True])
async def test_all_that_we_may_use_is_drawn(tmp_path, dark, browser):
    """Cards and forms with everything in them, into one picture."""
    menu = (Button(label="Give to someone…", payload={"do": "g"}),)
    buttons = (
        Button(label="Done", payload={"do": "d"}),
        Button(label="Move", payload={"do": "m"}, opens=True),
    )
    options = (Option(value="a", label="A promise"),)
    form = Form(
        title="Record",
        language="fr",
        submit="Consigner",
        cancel="Fermer",
        payload={"form": "record"},
        about="D’après un message",
        error="Ce n’est pas possible.",
        inputs=(
            Input(key="kind", label="Quoi ?", type="choice", options=options, value="a"),
            Input(key="person", label="Qui ?", type="person", hint="Une personne"),
            Input(key="words", label="Promesse", type="text", value="deux\nlignes", error="Trop long"),
        ),
    )
    items = [
        {"title": "fine", "card": FINE},
        {
            "title": "card",
            "card": card_of(Card(title="T", language="en", elements=(Actions(buttons=buttons, menu=menu),))),
        },
        {"title": "form", "card": form_card(form, carried={}, in_chat=True)},
    ]
    out = tmp_path / "out.png"
    _, shown, filled = await drawn(items, out, dark=dark, browser=browser)
    assert "Give to someone…" not in shown, "it waits behind More…"
    assert "Trop long" in filled
    assert out.read_bytes().startswith(SIGNATURE)


LACKING = {
    "Maximum number of actions exceeded (6).": card(row(*[button()] * 7)),
    "is mark-up: a **b**": card(head("a **b**")),
    'does not show "lost"': card(rich(run()), {"type": "Odd", "text": "lost"}),
    'cuts the label "' + "W" * 40 + '"': card(row(button("W" * 40))),
}
"""What would be wrong without a trace → the card."""


async def test_what_is_wrong_is_named(browser):
    """Somebody would have to look at every picture to miss it."""
    items = [{"title": "bad", "card": bad} for bad in LACKING.values()]
    with pytest.raises(NotDrawnError) as caught:
        await drawn(items, width=PHONE, browser=browser)
    lines = str(caught.value).splitlines()
    assert [problem for problem in LACKING if f"bad: {problem}" not in lines] == []

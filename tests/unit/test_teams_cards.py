"""Every card that Engage can produce is one that Teams shows, whole, and in which nobody's words are mark-up."""

import pytest

from adapters.teams.cards import CONTENT_TYPE, attachment_of, card_of
from adapters.teams.escape import literal
from adapters.teams.forms import read_kind, read_payload
from bot.messages import Actions, Button, Card, Commands, Fields, Item, Paragraph, Quote, Small, Style
from bot.words import LANGUAGES, Words
from tests.support.adaptive_cards import problems
from tests.support.every_card import every_card

MORE = {Words(language)("button-more") for language in LANGUAGES}
STAMP = "1795435200.000100:3"


@pytest.fixture(scope="module")
def cards():
    """Every card, by name."""
    return every_card()


def things(value):
    """Yield every object within a card, in order."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from things(item)


def shown(card):
    """Return what stands in a card but for the buttons, in order."""
    return [thing["text"] for thing in things(card["body"]) if thing.get("type") in {"TextRun", "TextBlock"}]


def actions(card, kind="Action."):
    """Return what can be pressed, in order; not what shows more of it."""
    found = [thing for thing in things(card["body"]) if str(thing.get("type")).startswith(kind)]
    return [one for one in found if one["type"] not in {"Action.ToggleVisibility", "Action.OpenUrl"}]


def said(card):
    """Return what stands on a card but for the buttons, in order."""
    texts = [card.title]
    for element in card.elements:
        match element:
            case Paragraph(text=text) | Quote(text=text) | Small(text=text):
                texts.append(text)
            case Fields(rows=rows):
                texts += [text for row in rows for text in row]
            case Commands(rows=rows):
                texts += [text for commands, does in rows for text in (*commands.split(" · "), does)]
            case Item():
                texts += [element.title, element.detail]
    return [literal(text) for text in texts if text]


def buttons(card):
    """Return what can be pressed on a card, each element's buttons before its menu."""
    rows = [getattr(element, kind, ()) for element in card.elements for kind in ("buttons", "menu")]
    return [button for row in rows for button in row]


def test_teams_shows_every_card(cards):
    """As an Adaptive Card with its language, and words for clients that show none."""
    found = {name: problems(card_of(card, stamp=STAMP), text=card.text) for name, card in cards}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_everything_that_can_be_pressed_is_there_and_heard_as_it_was_meant(cards):
    """Buttons and what is asked for less, in order, with all that they carry."""
    for name, card in cards:
        sent = [action["data"] for action in actions(card_of(card, stamp=STAMP))]
        assert [read_payload(data) for data in sent] == [dict(one.payload) for one in buttons(card)], name
        assert {read_kind(data) for data in sent} <= {"press"}
        assert {data["stamp"] for data in sent} <= {STAMP}


def test_buttons_have_a_name_of_their_own_and_look_as_they_should(cards):
    """A screen reader says which of several "Done" it is."""
    styles = {Style.PRIMARY: "positive", Style.DANGER: "destructive"}
    for name, card in cards:
        found = [(one["title"], one.get("tooltip"), one.get("style")) for one in actions(card_of(card))]
        assert found == [
            (one.label, one.name if one.name not in {"", one.label} else None, styles.get(one.style))
            for one in buttons(card)
        ], name


def test_only_what_opens_a_form_asks_for_a_dialog(cards):
    """Teams opens one for a submission of that kind alone, and answers every other button in place."""
    for name, card in cards:
        opening = [one for one in actions(card_of(card)) if one["type"] == "Action.Submit"]
        assert {str(one["data"]["msteams"]) for one in opening} <= {"{'type': 'task/fetch'}"}
        assert [read_payload(one["data"]) for one in opening] == [
            dict(one.payload) for one in buttons(card) if one.opens
        ], name


def test_what_is_asked_for_less_is_shown_by_a_button_that_says_of_what(cards):
    """Nothing is hidden for good; the name is that of the thing whose buttons they are."""
    some = Item(title="7 · Maria: send it", menu=(Button(label="Show", payload={"do": "show"}),))
    (row, hidden) = card_of(Card(title="One", language="en", elements=(some,)))["body"][1]["items"][1:]
    assert row["actions"] == [
        {
            "type": "Action.ToggleVisibility",
            "title": "More…",
            "tooltip": "More…: 7 · Maria: send it",
            "targetElements": [hidden["id"]],
        }
    ]
    for name, card in cards:
        found = list(things(card_of(card)["body"]))
        aims = [aim for thing in found for aim in thing.get("targetElements", ())]
        assert aims == [thing["id"] for thing in found if thing.get("isVisible") is False], name


def test_a_row_of_buttons_fits_on_a_phone():
    """Where a row is too wide, renderers cut the labels of its buttons."""
    row = tuple(
        Button(label=label, payload={"do": label}) for label in ("Fait", "Reporter", "Transmettre", "Voir")
    )
    short = tuple(Button(label=label, payload={"do": label}) for label in "ABCDEFG")
    body = card_of(Card(title="T", language="fr", elements=(Actions(buttons=row), Actions(buttons=short))))[
        "body"
    ]
    assert [[one["title"] for one in each["actions"]] for each in body[1:]] == [
        ["Fait", "Reporter", "Transmettre"],
        ["Voir"],
        list("ABCDEF"),
        ["G"],
    ]


def test_every_text_is_there_whole_and_in_its_place(cards):
    """Between the texts stand colons, dashes, bullets and line breaks, and no sentence of the adapter's own."""
    for name, card in cards:
        left = "\0".join(shown(card_of(card)))
        position = 0
        for text in said(card):
            position = left.find(text, position)
            assert position >= 0, (name, text)
            left = left[:position] + left[position + len(text) :]
        assert set(left) <= set("\0 :—·•\u00a0"), name


def test_titles_are_headings_where_nothing_in_them_is_mark_up():
    """Screen readers go from heading to heading; a name that Markdown would change is shown as it is."""

    def title(text):
        return card_of(Card(title=text, language="en"))["body"][0]["type"]

    for plain in (
        "Promise 7 to Maria Chen (OpenNorth), due Friday, 3:00 p.m.",
        "«\u00a03/4/2027\u00a0» est passé",
        "@ana is away",
    ):
        assert title(plain) == "TextBlock", plain
    for marked in (
        "*b*",
        "a_b_",
        "1. Maria",
        "- a",
        "a [x](y)",
        "<at>A</at>",
        "see evil.io",
        "http://e",
        "`c`",
        "a\nb",
    ):
        assert title(marked) == "RichTextBlock", marked


def test_most_titles_are_headings(cards):
    """All but those with users' words of an odd kind."""
    flat = [name for name, card in cards if card_of(card)["body"][0]["type"] != "TextBlock"]
    assert [name for name in flat if "hostile" not in name] == []


def test_somebodys_words_are_apart_and_labels_told_from_values():
    """By a box around them; a label has the colon of the card's language and is bold, its value is not."""
    elements = (Quote(text="*send* it"), Fields(rows=(("Échéance", "vendredi"),)))
    quote, field = card_of(Card(title="Promesse 7", language="fr", elements=elements))["body"][1:]
    assert (quote["type"], quote["style"]) == ("Container", "emphasis")
    assert quote["items"][0]["inlines"] == [{"type": "TextRun", "text": "*send* it"}]
    assert field["inlines"] == [
        {"type": "TextRun", "text": "Échéance\u00a0: ", "weight": "Bolder"},
        {"type": "TextRun", "text": "vendredi"},
    ]


def test_what_looks_like_a_date_function_stays_text():
    """Teams would put it in words; a character that nobody sees stands in between."""
    words = "{{DATE(2026-11-23T09:00:00Z)}} {{time(x)}} {{other}}"
    (quote,) = card_of(Card(title="T", language="en", elements=(Quote(text=words),)))["body"][1:]
    text = quote["items"][0]["inlines"][0]["text"]
    assert text.replace("\u2060", "") == words
    assert text.count("\u2060") == 2


HEAVY = Card(
    title="Your open promises",
    language="en",
    elements=tuple(
        Item(
            title=f"{number} · Maria: {'words ' * 2_000}",
            buttons=(Button(label="Done", payload={"do": f"done {number}"}),),
            menu=(Button(label="Show", payload={"do": f"show {number}"}),),
        )
        for number in range(40)
    ),
)


def test_long_texts_are_cut_before_anything_else_is_lost():
    """All forty can still be pressed."""
    shown_whole = card_of(HEAVY)
    assert problems(shown_whole) == []
    assert len(actions(shown_whole)) == 80
    assert all(text.endswith("…") for text in shown(shown_whole)[1:])


def test_what_does_not_fit_at_all_is_left_out_visibly():
    """First what is asked for less, then the last of the list."""
    without_menus = [read_payload(one["data"])["do"] for one in actions(card_of(HEAVY, most=31_000))]
    assert without_menus == [f"done {number}" for number in range(40)]
    short = card_of(HEAVY, most=10_000)
    assert shown(short)[-1] == "…"
    assert 0 < len(actions(short)) < 40


def test_a_button_that_carries_too_much_is_left_out():
    """Rather than the whole card."""
    row = Actions(
        buttons=(Button(label="A", payload={"do": "x" * 9_000}), Button(label="B", payload={"do": "b"}))
    )
    card = card_of(Card(title="T", language="en", elements=(row,)))
    assert [one["title"] for one in actions(card)] == ["B"]


def test_a_card_is_sent_as_an_attachment():
    """With the stamp on every button."""
    card = Card(
        title="T", language="en", elements=(Actions(buttons=(Button(label="A", payload={"do": "a"}),)),)
    )
    made = attachment_of(card, stamp="s")
    assert made == {"contentType": CONTENT_TYPE, "content": card_of(card, stamp="s")}
    assert "stamp" not in actions(card_of(card))[0]["data"]

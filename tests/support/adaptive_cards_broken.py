"""A card that is in order, and cards that are not, each for one reason."""

from typing import Any

Thing = dict[str, Any]


def run(text: str = "so", **more: Any) -> Thing:
    """A piece of text."""
    return {"type": "TextRun", "text": text, **more}


def rich(*runs: Thing, **more: Any) -> Thing:
    """A paragraph."""
    return {"type": "RichTextBlock", "inlines": list(runs or (run(),)), **more}


def head(text: str = "Promise 7", **more: Any) -> Thing:
    """A title."""
    return {"type": "TextBlock", "style": "heading", "wrap": True, "text": text, **more}


def button(title: str = "Done", **more: Any) -> Thing:
    """A button."""
    data = {"engage": "press", "payload": {"do": "{}"}}
    return {"type": "Action.Execute", "verb": "press", "title": title, "data": data, **more}


def row(*actions: Thing, **more: Any) -> Thing:
    """A row of buttons."""
    return {"type": "ActionSet", "actions": list(actions or (button(),)), **more}


def more(*rows: str) -> Thing:
    """A button that shows hidden rows."""
    return {"type": "Action.ToggleVisibility", "title": "More", "targetElements": list(rows)}


def line(**more: Any) -> Thing:
    """A line to fill in."""
    return {"type": "Input.Text", "id": "field:who", "label": "Who?", "maxLength": 10, **more}


def choice(**more: Any) -> Thing:
    """One of several."""
    choices = [{"title": "A promise", "value": "promise"}]
    return {"type": "Input.ChoiceSet", "id": "field:kind", "label": "Kind", "choices": choices, **more}


def card(*body: Thing, **more: Any) -> Thing:
    """A card of that body."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": "en",
        "fallbackText": "Promise 7",
        "body": list(body or (head(),)),
        **more,
    }


PICKER = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
FINE = card(
    head("Promise 7 · “Maria” is due 3:00 p.m."),
    rich(run("**[x](y)** <at>A</at> {{ DATE(", weight="Bolder"), run("a\nb", fontType="Monospace")),
    rich(run("https://example.org", selectAction={"type": "Action.OpenUrl", "url": "https://example.org"})),
    {"type": "Container", "style": "emphasis", "items": [rich(spacing="Small")]},
    row(button(style="positive", tooltip="Done: 7"), more("more-1")),
    row(button(), id="more-1", isVisible=False),
    line(isRequired=True, errorMessage="Write it", value="0123456789"),
    choice(value="promise", style="compact"),
    choice(id="field:person", choices=[], **{"choices.data": PICKER}),
    msteams={"width": "Full"},
    actions=[button()],
)

BROKEN = {
    "no card": ([], ": is of type None, which is none of AdaptiveCard"),
    "old": (card(version="1.2"), "/version: is '1.2', which is none of 1.5"),
    "without a language": ({**card(), "lang": ""}, "/lang: is '', which is none of en, fr"),
    "without words": (card(fallbackText=""), "/fallbackText: has 0 characters; at least 1 are needed"),
    "of nothing": ({**card(), "body": []}, "/body: has 0 items; at least 1 are needed"),
    "unknown element": (
        card({"type": "FactSet", "facts": []}),
        "/body/0: is of type 'FactSet', which is none of ",
    ),
    "unknown key": (card(rich(colour="red")), "/body/0: has the unknown key colour"),
    "narrow": (card(msteams={"width": "half"}), "/msteams/width: is 'half', which is none of Full"),
    "bold title": (card(head("a **b**")), "/body/0/text: may be mark-up at '*'"),
    "title with a link": (card(head("see evil.example")), "/body/0/text: may be mark-up at 'l.ex'"),
    "title that is a list": (card(head("1. Maria")), "/body/0/text: may be mark-up at '1.'"),
    "title that is cut": (card(head(wrap=False)), "/body/0/wrap: is False, which is none of True"),
    "empty text": (card(rich(run(""))), "/body/0/inlines/0/text: has 0 characters; at least 1 are needed"),
    "paragraph of nothing": (
        card({"type": "RichTextBlock", "inlines": []}),
        "/body/0/inlines: has 0 items; at least 1 are needed",
    ),
    "date function": (
        card(rich(run("{{DATE(2026-11-23T09:00:00Z)}}"))),
        "/body/0/inlines/0/text: is a date function",
    ),
    "link to elsewhere": (
        card(rich(run(selectAction={"type": "Action.OpenUrl", "url": "javascript:alert(1)"}))),
        "/body/0/inlines/0/selectAction/url: is no address of the web",
    ),
    "within": (
        card({"type": "Container", "items": [{"type": "Image"}]}),
        "/body/0/items/0: is of type 'Image', which is none of ",
    ),
    "seven buttons": (card(row(*[button()] * 7)), "/body/0/actions: has 7 items; 6 fit"),
    "seven buttons below": (card(actions=[button()] * 7), "/actions: has 7 items; 6 fit"),
    "no buttons": (
        card({"type": "ActionSet", "actions": []}),
        "/body/0/actions: has 0 items; at least 1 are needed",
    ),
    "unknown action": (
        card(row(button(type="Action.Http"))),
        "/body/0/actions/0: is of type 'Action.Http', which is none of ",
    ),
    "no verb": (
        card(row({key: value for key, value in button().items() if key != "verb"})),
        "/body/0/actions/0: has no verb",
    ),
    "long label": (card(row(button("a" * 61))), "/body/0/actions/0/title: has 61 characters; 60 fit"),
    "plain style": (
        card(row(button(style="default"))),
        "/body/0/actions/0/style: is 'default', which is none of positive, destructive",
    ),
    "data that is a set": (card(row(button(data={"engage": {1}}))), "/body/0/actions/0/data: is no JSON"),
    "data of others": (card(row(button(data={}))), "/body/0/actions/0/data: does not say what it is of"),
    "same id": (card(rich(id="a"), rich(id="a")), ": id 'a' stands 2 times"),
    "nothing to show": (card(row(more("more-1"))), ": nothing has the id 'more-1' that is to be shown"),
    "field without a label": (
        card({key: value for key, value in line().items() if key != "label"}),
        "/body/0: has no label",
    ),
    "needed without a word": (card(line(isRequired=True)), "/body/0: has no errorMessage"),
    "begun too long": (card(line(value="a" * 11)), "/body/0/value: has 11 characters; 10 may be written"),
    "chosen elsewhere": (card(choice(value="z")), "/body/0/value: is none of the choices"),
    "nothing to choose from": (card(choice(choices=[])), "/body/0/choices: are none"),
    "everybody elsewhere": (
        card(choice(**{"choices.data": {"type": "Data.Query", "dataset": "users"}})),
        "/body/0/choices.data/dataset: is 'users', which is none of graph.microsoft.com/users",
    ),
    "heavy": (card(*[rich(run("é" * 10_000))] * 4), ": weighs "),
}
"""A name → a card, and how the only line begins that says what is wrong with it."""

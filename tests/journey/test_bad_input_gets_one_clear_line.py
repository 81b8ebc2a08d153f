"""What cannot be done, or cannot be right, is answered with one line and changes nothing."""

import pytest

from bot.intents.codec import dump
from bot.intents.intent import OpenForm
from bot.messages import Actions, Button, Card, Quote
from tests.support.mailbox import button, buttons

REFUSED = {
    "done 99": ("There is no promise 99. These find the right number:", "Il n’y a pas d’engagement 99."),
    "promise Maria: send it by yesterday": ("yesterday” is already past.", "yesterday » est déjà passé."),
    "promise Maria: send it by 2026-02-31": (
        "There is no such day or hour as",
        "Il n’existe pas de jour ou d’heure «",
    ),
    "promise Maria: send it by 2026-11-02": ("is already past", "est déjà passé"),
    "promise Maria: send it by 03/04": ("can be read in two ways", "se lit de deux façons"),
    "promise Maria: send it soon": ("is not a definite day", "ne désigne pas un jour précis"),
    "promise Maria": ("Put a colon between", "Mettez un deux-points entre"),
    "promise : send it": ("To whom?", "Envers qui"),
    "promise Maria:": ("What was said?", "Que faut-il consigner"),
    "frobnicate": ("I don’t know “frobnicate”.", "Je ne connais pas « frobnicate »."),
    "give 1 to @nobody": ("I don’t know who @nobody is.", "Je ne sais pas qui est @nobody."),
    "snooze 1 until 2026-01-01": ("is already past", "est déjà passé"),
    "promise " + "M" * 201 + ": send it by Friday": ("A name takes up to 200", "Un nom a 200"),
}


@pytest.mark.parametrize("text", REFUSED)
async def test_in_the_language_of_the_person(world, text):
    """One clear line in English or in French; nothing is recorded."""
    english, french = REFUSED[text]
    world.ana.says("promise Lou: call by Friday")
    world.lea.says("promise Lou: write by Friday")
    for person, expected in ((world.ana, english), (world.lea, french)):
        number = {"ana": "1", "lea": "2"}[person.handle]
        answer = person.says(text.replace(" 1 ", f" {number} "))
        assert expected in answer.replace("\u00a0", " ")
        assert "\n" not in answer
    assert list(await world.look(lambda tx: tx.numbers())) == [1, 2]
    assert [(await world.promise(number)).version for number in (1, 2)] == [1, 1]


async def test_a_promise_of_somebody_else(world):
    """Only its owner or a lead of the team can change it; the answer says whose it is."""
    world.ana.says("promise Maria: send it by Friday")
    for command in ("done 1", "move 1 to 4 December because x", "snooze 1 until Tuesday", "give 1 to @sam"):
        assert world.sam.says(command).startswith("Promise 1 belongs to Ana Reyes (@ana).")
    assert world.lea.says("fait 1").startswith("L’engagement 1 est clos")
    assert world.ana.told == ["Léa Gagnon closed your promise 1: kept."]


async def test_five_thousand_characters_lose_nothing(world):
    """A long text is kept whole; lists and cards show its beginning, and a button leads to all of it."""
    long = " ".join(["word"] * 1000)
    world.ana.says(f"promise Maria: {long} by Friday")
    assert (await world.promise(1)).words == long
    assert "show" not in world.ana.says("mine")
    assert len(world.ana.last.card.elements[0].title) < 250
    world.ana.says("show 1")
    quote = world.ana.last.card.elements[0].text
    assert len(quote) < 1300
    assert quote.endswith("word…")
    world.ana.presses("Read it all: 1")
    pages = [world.ana.last.card]
    while any(button.label == "Next" for button in buttons(pages[-1])):
        world.ana.presses("Next", on=pages[-1])
        pages.append(world.ana.last.card)
    texts = [element.text for page in pages for element in page.elements if isinstance(element, Quote)]
    assert " ".join(texts) == long
    assert max(map(len, texts)) <= 2000


async def test_words_too_long_for_a_field_are_kept_when_the_rest_is_changed(world):
    """A form that cannot show them leaves them as they are, unless others are written."""
    long = " ".join(["word"] * 1000)
    world.ana.says(f"promise Maria: {long} by Friday")
    world.ana.presses("Change: 1")
    assert [field.value for field in world.ana.last.form.inputs if field.key == "words"] == [""]
    world.ana.fills(stakeholder="Maria Chen")
    changed = await world.promise(2)
    assert (changed.stakeholder.name, changed.words) == ("Maria Chen", long)


async def test_markup_emoji_and_arabic_stay_text(world):
    """A person's words are data: they come back as they were typed."""
    words = "<b>send</b> *it* <!channel> & يرسل 🙂 {$x} %s"
    world.ana.says(f"promise <script>alert(1)</script>: {words} by Friday")
    promise = await world.promise(1)
    assert (promise.stakeholder.name, promise.words) == ("<script>alert(1)</script>", words)
    assert words in world.ana.last.card.text


async def test_what_was_typed_without_a_colon_waits_in_the_form(world):
    """Nobody types it twice: the form begins with the words that were not understood."""
    world.ana.says("I promised my contact at OpenNorth the report by Friday")
    world.ana.presses("Fill in the form")
    assert {field.key: field.value for field in world.ana.last.form.inputs}["words"] == (
        "my contact at OpenNorth the report by Friday"
    )
    world.ana.fills(stakeholder="Maria Chen", words="send the report", due="Friday")
    assert world.ana.last.card.title.startswith("Promise 1 recorded: Maria Chen")


async def test_a_form_with_empty_fields_comes_back_with_its_errors(world):
    """Each empty field says so, what was filled in stays, and nothing is recorded."""
    assert world.luc.says("/engage") == "Consigner"
    world.luc.fills(stakeholder="", words="envoyer", due="un de ces jours")
    errors = {field.key: field.error for field in world.luc.last.form.inputs if field.error}
    assert errors["stakeholder"] == "Ce champ est obligatoire."
    assert errors["due"].startswith("Aucun jour reconnu.")
    assert {field.key: field.value for field in world.luc.last.form.inputs}["words"] == "envoyer"
    world.luc.fills(stakeholder="Ville de Gatineau", due="vendredi")
    assert world.luc.last.card.title.startswith("Engagement 1 consigné")


async def test_a_form_that_is_refused_keeps_what_was_written(world):
    """Whoever is named wrongly, or moves to the same day, does not write the rest again."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.presses("Undo: 1")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("show 2")
    card = world.ana.last.card
    for label, values, error in (
        ("Escalate: 2", {"person": "@nobody", "question": "May we publish?"}, "I don’t know who @nobody is."),
        ("Escalate: 2", {"person": "@ana", "question": "May we publish?"}, "cannot be escalated to its own"),
        ("Move: 2", {"due": "Friday", "reason": "the data is late"}, "already due on that day"),
    ):
        world.ana.presses(label, on=card)
        world.ana.fills(**values)
        form = world.ana.last.form
        assert error in "".join([form.error, *(field.error for field in form.inputs)])
        assert {field.key: field.value for field in form.inputs} == values
    assert (await world.promise(2)).version == 1
    world.ana.fills(due="Monday")
    assert (await world.promise(2)).history[-1].note == "the data is late"


async def test_an_organisation_in_brackets_is_no_stakeholder(world):
    """Nothing is promised to nobody."""
    world.ana.says("/engage")
    world.ana.fills(stakeholder="(OpenNorth)", words="send it", due="Friday")
    assert [field.key for field in world.ana.last.form.inputs if field.error] == ["stakeholder"]


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"do": "not json"},
        {"do": '{"verb":"close"}'},
        {"do": '{"verb":"close","number":1,"outcome":"excellent"}'},
        {"do": '{"verb":"resume","of":"somebody else"}'},
        {"do": '{"verb":"close","number":1}', "view": "bundle:x"},
        {"do": '{"verb":"close","number":1}', "view": '{"verb":"undo"}'},
        {"do": '{"verb":"close","number":1}', "view": "bundle:" + "9" * 5000},
    ],
)
async def test_a_button_edited_by_hand(world, payload):
    """A made-up button does nothing but say so."""
    world.ana.says("promise Maria: send it by Friday")
    card = world.ana.last.card
    forged = button(card, "Undo: 1").__class__(label="x", payload=payload)
    actions = type(card.elements[-1])(buttons=(forged,))
    answer = world.ana.presses("x", on=type(card)(title="", language="en", elements=(actions,)))
    assert "no longer open" in answer or "no longer works" in answer
    assert (await world.promise(1)).version == 1


async def test_a_form_edited_by_hand(world):
    """So does a made-up form."""
    world.ana.says("/engage")
    form = world.ana.last.form
    for payload in ({"form": "close"}, {"form": "close", "number": "-1"}, {"form": "x"}, {}):
        world.ana.last = type(world.ana.last)(form=type(form)(**{**vars(form), "payload": payload}))
        assert "no longer works" in world.ana.fills()


async def test_a_form_that_nobody_offered_is_opened_or_refused(world):
    """A button that was made by hand to open a form does nothing odd."""
    world.ana.says("promise Maria: send it by Friday")
    made_up = OpenForm(form="bring-back", number=1), OpenForm(form="record", number=1)
    for intent in made_up:
        actions = Actions(buttons=(Button(label="x", payload={"do": dump(intent)}),))
        world.ana.presses("x", on=Card(title="", language="en", elements=(actions,)))
        assert "Something went wrong" not in world.ana.last.card.text if world.ana.last.card else True


async def test_somebody_elses_question_cannot_be_answered(world):
    """A question waits for the person who was asked."""
    world.ana.says("promise Lou: call back")
    question = world.ana.last.card
    assert "no longer open" in world.sam.presses("Fri, Nov 27", on=question)
    assert list(await world.look(lambda tx: tx.numbers())) == []
    world.ana.presses("Fri, Nov 27", on=question)
    assert "no longer open" in world.sam.presses("Fri, Nov 27", on=question)

"""A message to a stakeholder is in the stakeholder's language, whoever asks for it; Engage sends none."""

import pytest

from bot.messages import Quote


def draft(person):
    (quote,) = [element for element in person.last.card.elements if isinstance(element, Quote)]
    return quote


async def test_the_language_that_was_chosen_is_the_stakeholders_from_then_on(world):
    """The card stays in the reader's language; the promised words stay as they were said."""
    world.ana.says("promise Luc Tremblay (Ville de Gatineau): send the bus data by Friday")
    assert world.ana.says("draft 1") == "Draft for Luc Tremblay (Ville de Gatineau) about promise 1"
    assert draft(world.ana).text.startswith(
        "Hello Luc Tremblay,\n\nOn Monday, November 23, 2026, we promised you"
    )
    assert world.ana.presses("In French: 1") == "Draft for Luc Tremblay (Ville de Gatineau) about promise 1"
    assert draft(world.ana).language == "fr"
    assert draft(world.ana).text == (
        "Bonjour Luc Tremblay,\n\n"
        "Le lundi 23 novembre 2026, nous avons pris envers vous l’engagement suivant : « send the bus data »\n\n"
        "Je vous en donnerai des nouvelles au plus tard le vendredi 27 novembre 2026.\n\n"
        "Merci du temps que vous nous avez accordé.\n\nAna Reyes"
    )
    world.sam.says("promise luc tremblay (VILLE DE GATINEAU): call back by Friday")
    world.sam.says("draft 2")
    assert draft(world.sam).text.startswith("Bonjour luc tremblay,"), (
        "whoever promised, however it was spelled"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("done 1", "It is done."),
        ("close 1 kept in part: two of three maps", "Part of it is done.\nIn short: two of three maps"),
        (
            "close 1 not pursued: no legal basis",
            "After consideration, we decided not to go ahead.\nIn short: no legal basis",
        ),
        (
            "close 1 not kept: I ran out of time",
            "I was not able to do it, and I apologize.\nIn short: I ran out of time",
        ),
        ("move 1 to 18 December because of the data", "The new date is Friday, December 18, 2026."),
        (
            "move 1 to 25 November because it is ready",
            "You will hear from me by Wednesday, November 25, 2026.",
        ),
        (
            "escalate 1 to @dana: may we publish?",
            "The question is with someone who has the authority to decide.",
        ),
    ],
)
def test_it_says_what_has_become_of_the_promise(world, line, said):
    """With the reason in the words that were given."""
    world.dana.says("help")
    world.ana.says("promise Kim: send the maps by Friday")
    world.ana.says(line)
    world.ana.says("draft 1")
    assert said in draft(world.ana).text


def test_a_late_promise_is_not_passed_over(world):
    """What is late is said so."""
    world.luc.says("engagement Kim : envoyer les cartes vendredi")
    world.clock.advance_to("Friday 12:00")
    world.clock.advance_to("Monday 12:00")
    world.luc.says("ébauche 1 en anglais")
    assert "It was due on Friday, November 27, 2026" in draft(world.luc).text


def test_it_is_offered_where_the_stakeholder_is_to_be_told(world):
    """After closing, beside the button that notes that it was said."""
    world.luc.says("engagement Kim : envoyer les cartes vendredi")
    world.luc.says("fait 1")
    closed = world.luc.last.card
    assert world.luc.presses("Ébauche de message : 1") == "Ébauche pour Kim sur l’engagement 1"
    assert not world.luc.last.replaces, "the card with its buttons stays"
    world.luc.presses("En anglais : 1")
    assert world.luc.last.replaces
    world.luc.presses("Partie prenante informée : 1", on=closed)
    assert world.luc.last.form is not None


def test_it_is_the_owners_to_write(world):
    """Neither somebody else's promise nor one that was taken back has a message."""
    world.ana.says("promise Kim: send the maps by Friday")
    assert world.sam.says("draft 1").startswith("Promise 1 belongs to Ana Reyes")
    world.ana.says("undo")
    assert world.ana.says("draft 1").startswith("Promise 1 was taken back")
    assert world.ana.says("draft").startswith("Which promise?")


async def test_until_it_is_chosen_the_language_is_that_of_the_promised_words(world):
    """Whoever reads the draft, and whoever it was given to; words that tell nothing take the reader's."""
    world.ana.says(
        "engagement Luc Tremblay : envoyer la carte des arrêts aux gens du quartier d’ici vendredi"
    )
    world.ana.says("draft 1")
    assert draft(world.ana).language == "fr"
    world.ana.says("promise Kim: GTFS by Friday")
    world.ana.says("draft 2")
    assert draft(world.ana).language == "en"


async def test_undo_takes_back_the_choice_of_a_language_and_nothing_else(world):
    """The promise that was recorded before it stands."""
    world.luc.says("engagement Kim : GTFS d’ici vendredi")
    world.luc.says("ébauche 1 en anglais")
    assert world.luc.says("annuler") == "Les ébauches pour Kim sont de nouveau dans la langue d’avant."
    world.luc.says("ébauche 1")
    assert draft(world.luc).language == "fr"
    assert not (await world.promise(1)).state.retracted
    world.luc.says("ébauche 1 en anglais")
    assert world.luc.says("annuler 1") == "Les ébauches pour Kim sont de nouveau dans la langue d’avant."
    world.luc.says("annuler 1")
    assert (await world.promise(1)).state.retracted

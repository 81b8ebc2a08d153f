"""Help shows real examples: each of them does what it says, in both languages."""

import pytest

from bot.cards.notices import HELP_GROUPS
from bot.messages import Tone
from bot.words import Words
from tests.support.mailbox import OTHER

VERBS = [verb for verbs in HELP_GROUPS.values() for verb in verbs]
CLOSED_FIRST = {"told", "reopen"}
LINKED_FIRST = {"prefer", "unlink"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("verb", VERBS)
async def test_example(world, verb, language):
    """Promise 12 is there for them; no example is refused, and none is unclear."""
    person = {"en": world.ana, "fr": world.luc}[language]
    world.sam.says("help")
    world.dana.says("help")
    for number in range(1, 12):
        person.says(f"heard Maria: remark {number}")
    person.says("promise Maria: send the data by 10 December")
    if verb in CLOSED_FIRST:
        person.says("done 12")
    if verb in LINKED_FIRST:
        person.email = "same@example.org"
        person.says("help")
        world.somebody(verb, person.name, language, platform=OTHER, email=person.email).says("help")
    if verb == "return":
        person.says("escalate 12 to @dana: publish?")
    if verb == "back":
        person.says("away until Friday")
    for example in Words(language)(f"example-{verb}", number="12").split(" · "):
        person.says(example)
        card = person.last.card
        assert card is None or card.tone in {Tone.GOOD, Tone.PLAIN}, card.text

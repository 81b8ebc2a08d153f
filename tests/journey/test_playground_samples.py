"""What the sample people say is understood by the real core."""

import pytest

from adapters.playground.platform import Playground
from adapters.playground.requests import Choose, Move, Say
from adapters.playground.samples import SAMPLES
from bot.config import load_config
from bot.engine import build_engine
from bot.messages import Tone
from storage import open_store


@pytest.fixture
async def playground(tmp_path):
    settings = tmp_path / "app.yaml"
    settings.write_text("organisation: Test\n")
    config = load_config(settings, {})
    store = open_store(config.store_url)
    playground = Playground(tmp_path / "chat.jsonl", samples=SAMPLES)
    engine = build_engine(config, store, [playground], playground.clock)
    playground.connect(receive=engine.receive, sweeper=engine)
    await playground.start()
    yield playground
    await playground.stop()
    await store.close()


async def test_every_sample_is_recorded(playground):
    """Each is answered with the card of what was recorded, in its person's language."""
    for user, language, count in (("sam", "en", 2), ("lea", "fr", 1), ("dana", "en", 1), ("ana", "en", 0)):
        found, _ = playground.conversations.recent(user, user, before=None, limit=20)
        cards = [message.card for message in found if message.card]
        assert [(card.tone, card.language) for card in cards] == [(Tone.GOOD, language)] * count


async def test_the_next_reminder_is_in_the_language_that_was_chosen(playground):
    """Nothing needs to be typed in between: Engage learns of the switch at once."""
    said = Say(
        event="event-0001", person="ana", conversation="ana", text="promise Kim: call in 3 business days"
    )
    await playground.chat.say(said)
    await playground.chat.choose(Choose(person="ana", language="fr"))
    await playground.move(Move(by="next"))
    found, _ = playground.conversations.recent("ana", "ana", before=None, limit=1)
    assert [message.card.title for message in found] == ["Un engagement vous attend"]

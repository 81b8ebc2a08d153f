"""Pictures of Slack's messages show everything that blocks say, or say what is missing."""

import pytest

from tests.peers.pictures.bundled import NotDrawnError
from tests.peers.pictures.slack import picture
from tests.support.block_kit_samples import (
    actions,
    asked,
    button,
    everything,
    line,
    modal,
    mrkdwn,
    option,
    plain,
    rich,
    said,
    section,
    select,
    written,
)

SIGNATURE = b"\x89PNG"


@pytest.mark.parametrize("dark", [False, True])
async def test_all_that_we_may_use_is_drawn(tmp_path, dark):
    """Every type of block and element, in a message, a modal and a Home tab."""
    fields = [
        asked(line(initial_value="Maria <Chen> & co"), hint=plain("A person"), optional=True),
        asked(line(multiline=True, action_id="words", initial_value="two\nlines")),
        asked(select(initial_option=option("b"))),
        asked({"type": "users_select", "action_id": "person", "initial_user": "U012AB3CD"}),
        section(text=mrkdwn("&lt;!channel&gt; &amp; *b* <@U012AB3CD> <https://example.org|there>")),
    ]
    items = [
        {"title": "message", "blocks": everything()},
        {"title": "modal", "view": modal(blocks=fields, close=plain("Annuler"))},
        {"title": "home", "view": {"type": "home", "blocks": everything()}},
    ]
    out = tmp_path / "out.png"
    await picture(items, out, dark=dark, users={"U012AB3CD": "Ana Reyes"})
    assert out.read_bytes().startswith(SIGNATURE)


LACKING = {
    "(surprise) is not drawn": {"type": "surprise"},
    '(actions) does not show "Odd"': actions(button(), {"type": "odd", "text": plain("Odd")}),
    "(actions) lacks something to press or fill in": actions(button(), {"type": "odd", "action_id": "odd"}),
    "(input) lacks something to press or fill in": asked({"type": "odd"}),
    '(rich_text) does not show "lost"': rich(written(said("a"), {"type": "odd", "text": "lost"})),
}
"""What would be missing from a picture without a trace → the block."""


async def test_what_is_not_drawn_is_named():
    """An unknown block or element draws nothing, and nobody would miss it."""
    with pytest.raises(NotDrawnError) as caught:
        await picture([{"title": "bad", "blocks": [section(), *LACKING.values()]}])
    assert str(caught.value).splitlines() == [
        f"bad: /blocks/{number} {problem}" for number, problem in enumerate(LACKING, start=1)
    ]

"""Blocks that Slack refuses, each for one reason."""

from tests.support.block_kit import BLOCK_WEIGHT, HEAVIEST
from tests.support.block_kit_samples import (
    actions,
    asked,
    button,
    line,
    mrkdwn,
    option,
    plain,
    rich,
    said,
    section,
    select,
    written,
)

BROKEN = {
    "unknown block": ([{"type": "table"}], "/blocks/0: is of type 'table', which is none of "),
    "block without a type": ([{"text": plain()}], "/blocks/0: is of type None, which is none of "),
    "no object": (["text"], "/blocks/0: is of type None, which is none of "),
    "51 blocks": ([{"type": "divider"}] * 51, "/blocks: has 51 items; 50 fit"),
    "unknown key": ([section(colour="red")], "/blocks/0: has the unknown key colour"),
    "section of nothing": ([{"type": "section"}], "/blocks/0: has neither text nor fields"),
    "long section": (
        [section(text=mrkdwn("a" * 3001))],
        "/blocks/0/text/text: has 3001 characters; 3000 fit",
    ),
    "empty section": (
        [section(text=mrkdwn(""))],
        "/blocks/0/text/text: has 0 characters; at least 1 are needed",
    ),
    "blank section": ([section(text=mrkdwn(" \n"))], "/blocks/0/text/text: is blank"),
    "text without a kind": (
        [section(text={"text": "a"})],
        "/blocks/0/text: is no text object of type plain_text or mrkdwn",
    ),
    "text that is a number": ([section(text={**mrkdwn(), "text": 3})], "/blocks/0/text/text: is no string"),
    "emoji in mrkdwn": (
        [section(text={**mrkdwn(), "emoji": True})],
        "/blocks/0/text: has the unknown key emoji",
    ),
    "verbatim that is a word": (
        [section(text={**mrkdwn(), "verbatim": "yes"})],
        "/blocks/0/text/verbatim: is neither true nor false",
    ),
    "everybody pinged": (
        [section(text=mrkdwn("so <!channel> hears it"))],
        "/blocks/0/text/text: pings everybody with <!channel",
    ),
    "eleven fields": ([section(fields=[plain()] * 11)], "/blocks/0/fields: has 11 items; 10 fit"),
    "long field": (
        [section(fields=[plain("a" * 2001)])],
        "/blocks/0/fields/0/text: has 2001 characters; 2000 fit",
    ),
    "header of mrkdwn": (
        [{"type": "header", "text": mrkdwn()}],
        "/blocks/0/text: is no text object of type plain_text",
    ),
    "long header": (
        [{"type": "header", "text": plain("a" * 151)}],
        "/blocks/0/text/text: has 151 characters; 150 fit",
    ),
    "context of nothing": (
        [{"type": "context", "elements": []}],
        "/blocks/0/elements: has 0 items; at least 1 are needed",
    ),
    "context of eleven": (
        [{"type": "context", "elements": [plain()] * 11}],
        "/blocks/0/elements: has 11 items; 10 fit",
    ),
    "button in a context": (
        [{"type": "context", "elements": [button()]}],
        "/blocks/0/elements/0: is of type 'button', which is none of ",
    ),
    "actions of nothing": ([actions()], "/blocks/0/elements: has 0 items; at least 1 are needed"),
    "26 actions": ([actions(*map(button, range(26)))], "/blocks/0/elements: has 26 items; 25 fit"),
    "input in actions": (
        [actions(line())],
        "/blocks/0/elements/0: is of type 'plain_text_input', which is none of ",
    ),
    "button without text": (
        [actions({"type": "button", "action_id": "a"})],
        "/blocks/0/elements/0: has no text",
    ),
    "long label": (
        [actions(button(text=plain("a" * 76)))],
        "/blocks/0/elements/0/text/text: has 76 characters; 75 fit",
    ),
    "long spoken name": (
        [actions(button(accessibility_label="a" * 76))],
        "/blocks/0/elements/0/accessibility_label: has 76 characters; 75 fit",
    ),
    "long value": (
        [actions(button(value="a" * 2001))],
        "/blocks/0/elements/0/value: has 2001 characters; 2000 fit",
    ),
    "long address": (
        [actions(button(url="https://" + "a" * 2993))],
        "/blocks/0/elements/0/url: has 3001 characters; 3000 fit",
    ),
    "plain style": (
        [actions(button(style="default"))],
        "/blocks/0/elements/0/style: is 'default', which is none of primary, danger",
    ),
    "long action_id": (
        [actions(button("a" * 250))],
        "/blocks/0/elements/0/action_id: has 256 characters; 255 fit",
    ),
    "long block_id": ([section(block_id="a" * 256)], "/blocks/0/block_id: has 256 characters; 255 fit"),
    "same action_id": ([actions(button()), actions(button())], "/blocks: action_id 'press-1' stands 2 times"),
    "same block_id": (
        [section(block_id="a"), section(block_id="a")],
        "/blocks: block_id 'a' stands 2 times",
    ),
    "no options": (
        [actions(select(options=[]))],
        "/blocks/0/elements/0/options: has 0 items; at least 1 are needed",
    ),
    "101 options": (
        [actions(select(options=[option(str(number)) for number in range(101)]))],
        "/blocks/0/elements/0/options: has 101 items; 100 fit",
    ),
    "long option": (
        [actions(select(options=[{"text": plain("a" * 76), "value": "a"}]))],
        "/blocks/0/elements/0/options/0/text/text: has 76 characters; 75 fit",
    ),
    "long value of an option": (
        [actions(select(options=[option("a" * 151)]))],
        "/blocks/0/elements/0/options/0/value: has 151 characters; 150 fit",
    ),
    "same option": (
        [actions(select(options=[option(), option()]))],
        "/blocks/0/elements/0/options: two have the same value",
    ),
    "chosen elsewhere": (
        [actions(select(initial_option=option("c")))],
        "/blocks/0/elements/0/initial_option: is none of the options",
    ),
    "long placeholder": (
        [actions(select(placeholder=plain("a" * 151)))],
        "/blocks/0/elements/0/placeholder/text: has 151 characters; 150 fit",
    ),
    "user by name": (
        [actions({"type": "users_select", "initial_user": "@ana"})],
        "/blocks/0/elements/0/initial_user: is no id of a Slack user",
    ),
    "image without words": (
        [{"type": "image", "image_url": "https://example.org/a.png"}],
        "/blocks/0: has no alt_text",
    ),
    "input of a button": ([asked(button())], "/blocks/0/element: is of type 'button', which is none of "),
    "long question": (
        [asked(line(), label=plain("a" * 2001))],
        "/blocks/0/label/text: has 2001 characters; 2000 fit",
    ),
    "long hint": (
        [asked(line(), hint=plain("a" * 2001))],
        "/blocks/0/hint/text: has 2001 characters; 2000 fit",
    ),
    "long answer": (
        [asked(line(initial_value="a" * 3001))],
        "/blocks/0/element/initial_value: has 3001 characters; 3000 fit",
    ),
    "answer longer than allowed": (
        [asked(line(initial_value="aaa", max_length=2))],
        "/blocks/0/element/initial_value: has 3 characters; 2 may be written",
    ),
    "endless input": (
        [asked(line(max_length=3001))],
        "/blocks/0/element/max_length: is 3001, which is no whole number from 1 to 3000",
    ),
    "focus in a message": (
        [asked(line(focus_on_load=True))],
        "/blocks/0/element/focus_on_load: only one element of a view takes the focus",
    ),
    "rich text of nothing": ([rich()], "/blocks/0/elements: has 0 items; at least 1 are needed"),
    "rich section of nothing": (
        [rich(written())],
        "/blocks/0/elements/0/elements: has 0 items; at least 1 are needed",
    ),
    "empty rich text": (
        [rich(written(said("")))],
        "/blocks/0/elements/0/elements/0/text: has 0 characters; at least 1 are needed",
    ),
    "broadcast": (
        [rich(written({"type": "broadcast", "range": "channel"}))],
        "/blocks/0/elements/0/elements/0: is of type 'broadcast', which is none of ",
    ),
    "text outside a section": ([rich(said())], "/blocks/0/elements/0: is of type 'text', which is none of "),
    "emoji in a preformatted text": (
        [rich(written({"type": "emoji", "name": "wave"}, kind="rich_text_preformatted"))],
        "/blocks/0/elements/0/elements/0: is of type 'emoji', which is none of ",
    ),
    "border of two": (
        [rich(written(said(), kind="rich_text_quote", border=2))],
        "/blocks/0/elements/0/border: is 2, which is none of 0, 1",
    ),
    "list without a style": (
        [rich(written(written(said()), kind="rich_text_list"))],
        "/blocks/0/elements/0: has no style",
    ),
    "list of texts": (
        [rich(written(said(), kind="rich_text_list", style="bullet"))],
        "/blocks/0/elements/0/elements/0: is of type 'text', which is none of ",
    ),
    "style that is a word": (
        [rich(written({**said(), "style": "bold"}))],
        "/blocks/0/elements/0/elements/0/style: is no object",
    ),
    "user of ours": (
        [rich(written({"type": "user", "user_id": "person-1"}))],
        "/blocks/0/elements/0/elements/0/user_id: is no id of a Slack user",
    ),
    "too much together": (
        [rich(written(said("a" * HEAVIEST)))],
        f"/blocks: weigh {HEAVIEST + BLOCK_WEIGHT} together; {HEAVIEST} are sure to fit",
    ),
}
"""Name → (blocks of a message, the problem that they have; one that ends in a space goes on)."""

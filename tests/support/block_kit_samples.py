"""Parts of Block Kit payloads for tests, and one that has everything."""


def plain(text="Text"):
    return {"type": "plain_text", "text": text}


def mrkdwn(text="*Text*"):
    return {"type": "mrkdwn", "text": text}


def section(**keys):
    return {"type": "section", "text": mrkdwn(), **keys}


def button(number=1, **keys):
    return {"type": "button", "action_id": f"press-{number}", "text": plain(), **keys}


def actions(*elements):
    return {"type": "actions", "elements": list(elements)}


def option(value="a"):
    return {"text": plain(), "value": value}


def select(**keys):
    return {"type": "static_select", "action_id": "select", "options": [option("a"), option("b")], **keys}


def asked(element, **keys):
    return {"type": "input", "label": plain(), "element": element, **keys}


def line(**keys):
    return {"type": "plain_text_input", "action_id": "line", **keys}


def rich(*elements):
    return {"type": "rich_text", "elements": list(elements)}


def written(*elements, kind="rich_text_section", **keys):
    return {"type": kind, "elements": list(elements), **keys}


def said(text="Text"):
    return {"type": "text", "text": text}


def modal(**keys):
    return {"type": "modal", "title": plain(), "blocks": [asked(line())], "submit": plain(), **keys}


def everything():
    """Return a block of every type, each at the limits of what fits."""
    return [
        {"type": "header", "text": {**plain("a" * 150), "emoji": True}, "block_id": "b" * 255},
        section(text=mrkdwn("&lt;!channel&gt; " + "é" * 1000), fields=[plain("a" * 100)] * 10, expand=True),
        section(accessory=button("accessory", style="danger", value="v" * 2000, url="https://example.org")),
        {"type": "divider"},
        {"type": "context", "elements": [mrkdwn(), plain()] * 5},
        {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A", "title": plain()},
        actions(*[button(number, accessibility_label="a" * 75, style="primary") for number in range(25)]),
        actions(
            select(initial_option=option("b"), placeholder=plain("a" * 150)),
            {"type": "users_select", "action_id": "person", "initial_user": "U012AB3CD"},
            {
                "type": "overflow",
                "action_id": "more",
                "options": [option(str(number)) for number in range(5)],
            },
        ),
        rich(
            written(said(" "), {**said(), "style": {"bold": True}}, {"type": "user", "user_id": "U012AB3CD"}),
            written(
                {"type": "link", "url": "https://example.org", "text": "there"},
                kind="rich_text_quote",
                border=1,
            ),
            written(said("a"), kind="rich_text_preformatted"),
            written(
                written({"type": "emoji", "name": "wave"}), kind="rich_text_list", style="ordered", indent=1
            ),
        ),
        asked(line(initial_value="", multiline=True, max_length=3000), hint=plain(), optional=True),
    ]

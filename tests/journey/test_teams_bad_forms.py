"""Forms that were edited by hand, or that come when nothing can be done any more: refused, and nothing changes."""

import json

import pytest

from tests.peers.teams import cards, teams_peer
from tests.support.teams_bot import TeamsBot
from tests.support.teams_posting import doing, posted, pressing, recorded, shown, versions

NOT_OURS = "This button or form no longer works. Type the command instead; “help” lists them."
STRANGER = "d0000000-0000-4000-8000-00000000000d"
NAMES = ("task/submit", "composeExtension/submitAction", "adaptiveCard/action")

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests, in which Ana owes a promise."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        teams.ana.says("promise Maria: send the report by Friday")
        teams.sam.says("mine")
        bot.settle()
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


@pytest.fixture
def unchanged(bot):
    """Nothing is recorded or changed by the test."""
    bot.settle()
    before = recorded(bot)
    yield
    bot.settle()
    assert recorded(bot) == before


def filled(payload, people=None, **values):
    """Return what a form of Engage sends back."""
    fields = {f"field:{name}": value for name, value in values.items()}
    return {"engage": "submit", "payload": payload, **({"people": people} if people else {}), **fields}


MOVE = {"form": "move", "number": "1"}
RECORD = {"form": "record"}
FORGED = [
    {"engage": "submit"},
    {"engage": "submit", "payload": None},
    {"engage": "submit", "payload": "move"},
    filled({}),
    filled({"form": "something of the future"}),
    filled({"form": 7, "number": []}),
    filled({"form": "move"}),
    filled({"form": "move", "number": "99"}, due="2026-12-04", reason="x"),
    filled({"form": "move", "number": "one"}, due="2026-12-04", reason="x"),
    filled({"form": "move", "number": "1; drop"}, due="2026-12-04", reason="x"),
    filled({"form": "move", "number": "-1"}, due="2026-12-04", reason="x"),
    filled({"form": "move", "number": "9" * 40}, due="2026-12-04", reason="x"),
    filled({"form": "move", "number": "9" * 5_000}, due="2026-12-04", reason="x"),
    filled({"form": "record", "of": "answer:teams:1", "source": "x" * 5_000}),
    filled({"form": "\ud800", "number": "\u0000"}),
    filled({f"form{number}": "move" for number in range(500)}),
]


@pytest.mark.parametrize("data", FORGED, ids=lambda data: ascii(data)[:70])
@pytest.mark.parametrize("name", NAMES)
def test_a_form_edited_by_hand(unchanged, teams, name, data):
    """Something is said of it, in its place or below."""
    heard = len(teams.ana.inbox)
    answer = posted(teams, pressing(teams, "ana", data, name=name))
    assert answer.status == 200
    if not shown(answer):
        teams.wait_for(lambda: len(teams.ana.inbox) > heard)


VALUES = [
    {},
    {"due": None, "reason": 7},
    {"due": ["2026-12-04"], "reason": {"x": "y"}},
    {"due": "x" * 100_000, "reason": "x"},
    {"due": "2026-12-04", "reason": ""},
    {"due": "2026-12-04", "reason": " \n\u00a0\u2003"},
    {"due": "\u0000", "reason": "\ud800"},
    {"due": "9999-99-99", "reason": "x"},
    {"due": "in 99999999999 days", "reason": "x"},
    {f"x{number}": "2026-12-04" for number in range(200)},
    {"x" * 5_000: "2026-12-04"},
]


@pytest.mark.parametrize("values", VALUES, ids=lambda values: ascii(values)[:70])
@pytest.mark.parametrize("name", NAMES)
def test_fields_that_nobody_asked_for(unchanged, teams, name, values):
    """The form is shown again, with what is wrong with it."""
    answer = posted(teams, pressing(teams, "ana", filled(MOVE, **values), name=name))
    assert answer.status == 200
    assert "1 · Maria: send the report" in shown(answer)


def test_a_form_for_a_promise_of_somebody_else(unchanged, teams):
    """Whoever finds out how a form is made changes nothing with it."""
    moved = filled(MOVE, due="2026-12-04", reason="They asked for it.")
    for name in NAMES:
        answer = teams.deliver(pressing(teams, "sam", moved, name=name))
        assert answer.status == 200
        assert any("Only they or a team lead" in word for word in shown(answer)), answer.text


@pytest.mark.parametrize(
    ("chosen", "people"),
    [
        (STRANGER, ["person"]),
        (STRANGER, ["person", "question", "x", 7, None]),
        ("29:1nobody", ["person"]),
        (f"{STRANGER},{STRANGER}", ["person"]),
        ("../../members", ["person"]),
        ("<at>Sam</at>", None),
        ("\ud800", ["person"]),
        ("@nobody", None),
    ],
    ids=ascii,
)
def test_a_stranger_who_was_chosen(unchanged, teams, chosen, people):
    """An id that is nobody's here decides nothing: said at the field."""
    asked = filled({"form": "escalate", "number": "1"}, people, person=chosen, question="Publish?")
    answer = posted(teams, pressing(teams, "ana", asked, name="task/submit"))
    assert answer.status == 200
    assert "1 · Maria: send the report" in shown(answer), answer.text


@pytest.mark.parametrize("people", ["person", {"person": 1}, 7, ["question"] * 9, [["person"]]], ids=ascii)
def test_a_list_of_people_that_is_none(unchanged, teams, people):
    """Then what was written counts, and that names nobody."""
    asked = filled({"form": "escalate", "number": "1"}, None, person=teams.sam.id, question="Publish?")
    answer = posted(teams, pressing(teams, "ana", {**asked, "people": people}, name="task/submit"))
    assert answer.status == 200
    assert "1 · Maria: send the report" in shown(answer), answer.text


def opened_on(teams, on):
    """Return what the form of a dialog carries, which was opened from a message."""
    asked = doing(verb="form", form="move", number=1)
    answer = teams.deliver(pressing(teams, "ana", asked, on=on, name="task/fetch"))
    card = answer.body["task"]["value"]["card"]["content"]
    return cards.actions(card)[0]["data"]


@pytest.mark.parametrize(
    "forged",
    [
        lambda carried, other: {**carried, "on": other},
        lambda carried, other: {**carried, "seal": "0" * 64},
        lambda carried, other: {**carried, "seal": "é\ud800"},
        lambda carried, other: {**carried, "seal": 7},
        lambda carried, other: {key: value for key, value in carried.items() if key != "seal"},
        lambda carried, other: {**carried, "on": f"{other} \u0000"},
        lambda carried, other: {**carried, "on": ["x"]},
    ],
)
def test_the_message_that_a_dialog_was_opened_on_is_sealed(bot, teams, forged):
    """What somebody else reads cannot be overwritten by sending back another message's id."""
    teams.sam.says("show 1")
    teams.ana.says("show 1")
    bot.settle()
    teams.wait_for(lambda: "Promise 1 to Maria" in teams.sam.inbox[-1].words)
    theirs, ours = teams.sam.inbox[-1], teams.ana.inbox[-1]
    carried = opened_on(teams, ours)
    assert carried["on"] == f"{ours.conversation} {ours.id}"
    before = theirs.words
    data = {
        **forged(carried, f"{theirs.conversation} {theirs.id}"),
        "field:due": "garbage",
        "field:reason": "x",
    }
    assert posted(teams, pressing(teams, "ana", data, on=ours, name="task/submit")).status == 200
    bot.settle()
    assert theirs.words == before


def test_a_seal_is_good_for_one_person(bot, teams):
    """Somebody else cannot use it."""
    teams.ana.says("show 1")
    bot.settle()
    ours = teams.ana.inbox[-1]
    carried = opened_on(teams, ours)
    before = ours.words, versions(bot)
    data = {**carried, "field:due": "2026-12-04", "field:reason": "x"}
    assert teams.deliver(pressing(teams, "sam", data, name="task/submit")).status == 200
    bot.settle()
    assert (ours.words, versions(bot)) == before


@pytest.mark.parametrize("meanwhile", ["done {}", "undo {}", "escalate {} to @sam: publish?"])
def test_a_form_for_what_changed_meanwhile(bot, teams, meanwhile):
    """Closed, taken back or escalated while the dialog was open: said there, and nothing changed."""
    teams.ana.says(f"promise Noor: send report {len(versions(bot))} by Friday")
    bot.settle()
    number = len(versions(bot))
    teams.ana.says(f"show {number}")
    bot.settle()
    teams.wait_for(lambda: f"Promise {number} to Noor" in teams.ana.inbox[-1].words)
    teams.ana.presses("Move", on=teams.ana.inbox[-1])
    teams.ana.says(meanwhile.format(number))
    bot.settle()
    before = versions(bot)
    teams.ana.fills({"field:due": "2026-12-04", "field:reason": "They asked for it."})
    assert teams.ana.form, "it is shown again, with what is wrong"
    assert str(number) in " ".join(cards.texts(teams.ana.form.card))
    bot.settle()
    assert versions(bot) == before
    teams.ana.closes_form()


@pytest.mark.parametrize(
    "picked",
    [
        {},
        {"id": 7, "body": {"content": "x" * 200_000}},
        {"body": {"contentType": "html", "content": "<p>" * 20_000}},
        {"body": {"content": "<![x[y]]>\ud800\u0000"}, "linkToMessage": "javascript:alert(1)"},
        {"body": {"content": ""}, "from": {"user": {"id": [], "displayName": 7}}},
        {"body": {"content": "hi"}, "from": {"user": {"id": "\ud800", "displayName": "x" * 5_000}}},
    ],
    ids=lambda picked: ascii(picked)[:70],
)
@pytest.mark.parametrize("command", ["record_promise", "record_insight", "record", "drop", "", None, 7])
def test_a_picked_message_that_is_odd(unchanged, teams, command, picked):
    """A form or a line, and nothing is recorded until somebody sends it."""
    value = {"commandId": command, "commandContext": "message", "messagePayload": picked}
    activity = pressing(teams, "ana", {}, name="composeExtension/fetchTask", value=value)
    answer = posted(teams, activity)
    assert answer.status == 200
    assert "task" in answer.body
    json.dumps(answer.body)

"""Apps and people who left answer for nothing; what a platform does not say of somebody stays as it was."""

import pytest

from tests.support.world import APP_YAML, World

BOT = {
    "en": "@robo is an app. Name a person.",
    "fr": "@robo est une application. Nommez une personne.",
}
LEFT = {
    "en": "The account of @sam is no longer active. Name somebody else.",
    "fr": "Le compte de @sam n’est plus actif. Nommez quelqu’un d’autre.",
}
COMMANDS = {
    "en": ("give 1 to @{}", "escalate 1 to @{}: may we publish?"),
    "fr": ("confier 1 à @{}", "transmettre 1 à @{} : publier ?"),
}


@pytest.fixture
def asked(world):
    """Ana and Luc each have a promise; an app is there."""
    world.somebody("robo", "Robo", "en", is_bot=True)
    world.ana.says("promise Maria: send the data by Friday")
    world.luc.says("engagement Maria : envoyer les données vendredi")
    return world


async def handles(world):
    return {person.handle for person in await world.look(lambda tx: tx.people())}


def asks(world, who):
    """Say each command that names somebody, in both languages; return what was answered."""
    for person, number in ((world.ana, "1"), (world.luc, "2")):
        for command in COMMANDS[person.language]:
            answer = person.says(command.format(who).replace("1", number, 1)).replace("\u00a0", " ")
            yield person.language, answer


async def untouched(world):
    return [(await world.promise(number)).version for number in (1, 2)] == [1, 1]


async def test_an_app_is_refused_as_owner_and_decider(asked):
    """One clear line, in the language of whoever asked; the app is nobody that Engage knows."""
    for language, answer in asks(asked, "robo"):
        assert answer == BOT[language]
    assert await untouched(asked)
    assert await handles(asked) == {"ana", "luc"}


async def test_somebody_who_left_is_refused_by_mention(asked):
    """The platform says of whom is mentioned that the account is closed."""
    asked.sam.is_active = False
    for language, answer in asks(asked, "sam"):
        assert answer == LEFT[language]
    assert await untouched(asked)


async def test_somebody_who_left_is_refused_by_the_handle_that_was_known(asked):
    """The platform told that they left; nobody is mentioned, only named."""
    asked.sam.says("help")
    asked.sam.is_mentioned = False
    asked.sam.is_noticed(is_active=False)
    for language, answer in asks(asked, "sam"):
        assert answer == LEFT[language]
    assert await untouched(asked)


async def test_somebody_who_came_back_can_own_again(asked):
    """A closed account that was opened again."""
    asked.sam.says("help")
    asked.sam.is_noticed(is_active=False)
    asked.sam.is_noticed(is_active=True)
    asked.sam.is_mentioned = False
    assert asked.ana.says("give 1 to @sam") == "Promise 1 is now with Sam Okafor."


async def test_a_handle_that_somebody_else_has_now_is_theirs(asked):
    """Sam left, and another Sam took the handle: only one of them can be meant."""
    asked.sam.says("help")
    asked.sam.is_noticed(is_active=False)
    asked.sam.is_mentioned = False
    asked.dana.says("help")
    asked.dana.is_noticed(handle="sam", name="Sam Silva")
    assert asked.ana.says("give 1 to @sam") == "Promise 1 is now with Sam Silva."


async def test_people_who_left_are_not_offered(asked):
    """Whoever names nobody is told whom Engage knows: those who are there."""
    asked.sam.says("help")
    asked.sam.is_noticed(is_active=False)
    assert asked.ana.says("give 1 to @nobody") == (
        "I don’t know who @nobody is. Use one of these: @ana or @luc."
    )


@pytest.mark.parametrize("form", ["give 1", "escalate 1"])
@pytest.mark.parametrize("who", ["robo", "sam"])
async def test_in_a_form_it_is_said_at_the_person(asked, form, who):
    """What else was written stays."""
    asked.sam.is_active = False
    asked.ana.says(form)
    asked.ana.fills(person=f"@{who}", note="as agreed", question="may we publish?")
    fields = {field.key: field for field in asked.ana.last.form.inputs}
    assert fields["person"].error == {"robo": BOT, "sam": LEFT}[who]["en"]
    assert asked.ana.last.form.error == ""
    assert {field.value for key, field in fields.items() if key != "person"} <= {
        "as agreed",
        "may we publish?",
    }
    asked.dana.says("help")
    asked.ana.fills(person="@dana")
    assert (await asked.promise(1)).version == 2


async def test_a_stranger_who_is_noticed_stays_one(asked):
    """A platform tells of everybody's changes; Engage keeps only those who have to do with it."""
    asked.sam.is_noticed()
    asked.sam.is_noticed(is_active=False)
    assert await handles(asked) == {"ana", "luc"}


async def test_what_a_platform_does_not_say_stays_as_it_was(asked):
    """Empty names and handles, no language and no zone overwrite nothing."""
    asked.ana.is_noticed(email="ana@example.org")
    asked.ana.is_noticed(name="", handle="", language=None, zone=None)
    ana = next(person for person in await asked.look(lambda tx: tx.people()) if person.handle == "ana")
    assert (ana.name, ana.language, ana.zone, ana.email) == (
        "Ana Reyes",
        "en",
        "America/Toronto",
        "ana@example.org",
    )
    asked.ana.is_noticed(name="Ana Reyes-Roy", language="fr")
    asked.sam.says("show 1")
    assert "Ana Reyes-Roy" in asked.sam.last.card.text


async def test_somebody_of_whom_only_the_id_is_known_has_a_name(world):
    """Their id, until the platform says more."""
    world.ana.is_noticed()
    world.ana.name = ""
    world.ana.says("promise Maria: send the data by Friday")
    world.sam.says("show 1")
    assert "Owner: ana" in world.sam.last.card.text
    world.ana.is_noticed(name="Ana Reyes")
    world.sam.says("show 1")
    assert "Owner: Ana Reyes" in world.sam.last.card.text


async def test_a_lead_by_identity_leads_under_any_handle(tmp_path):
    """app.yaml names an account, which stays the same when somebody takes another handle."""
    app_yaml = APP_YAML.replace("leads: [lea]", 'leads: ["mailbox:lea"]')
    world = World(tmp_path / "identity", app_yaml=app_yaml)
    world.ana.says("promise Maria: send the data by Friday")
    world.lea.says("aide")
    world.lea.is_noticed(handle="lgagnon")
    world.sam.says("help")
    world.sam.is_noticed(handle="lea")
    assert world.sam.says("done 1").startswith("Promise 1 belongs to Ana Reyes")
    assert world.lea.says("fait 1").startswith("L’engagement 1 est clos")
    world.host.kill()

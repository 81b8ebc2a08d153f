"""What every store does: `bot.ports.Store` and `bot.ports.Transaction`, line by line."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace

import pytest

from bot.domain import transitions
from bot.domain.people import Identity, Stakeholder
from bot.domain.promise import Outcome, Stage
from bot.errors import ConflictError, DuplicateError, Refusal, StoreError
from bot.messages import ConversationRef, Place
from bot.ports import Deed, PromiseQuery, Transaction
from tests.support.store_contract import numbers, save
from tests.support.store_samples import DAY, HOUR, NOW, answer, insight, message, person, promise


async def test_everything_is_there_when_the_store_is_opened_again(reopened):
    """Each kind of value comes back equal, whatever is in its text."""
    store = await reopened()
    ana, heard, promised = person(), insight(2, words="« bus » \n\t😀 שלום \u0007"), promise(1)

    def write(tx: Transaction) -> None:
        tx.save_person(ana)
        tx.save_promise(promised)
        tx.save_insight(heard)
        tx.save_answer(answer())
        tx.save_deeds("p1", [Deed(number=1, entry=0)])
        tx.set_mark("bundle:p1", NOW)
        tx.post(message(), at=NOW)

    await store.transact(write)
    store = await reopened()

    def read(tx: Transaction) -> list[object]:
        row = tx.outbox_row("1:r1")
        kept = [tx.person("p1"), tx.promise(1), tx.insight(2), tx.answered("e1"), *tx.deeds("p1")]
        return [*kept, tx.mark("bundle:p1"), row and row.message]

    expected = [ana, promised, heard, answer(), Deed(number=1, entry=0), NOW, message()]
    assert await store.transact(read) == expected


async def test_what_is_not_there_is_none_or_empty_or_a_key_error(store):
    """An empty store answers every question."""

    def read(tx: Transaction) -> list[object]:
        found = [tx.promise(1), tx.insight(1), tx.answered("e"), tx.mark("m"), tx.outbox_row("k")]
        return [*found, tx.person_by_identity(Identity(platform="slack", user="U")), tx.next_reminder_at()]

    assert await store.transact(read) == [None] * 7
    assert await store.transact(lambda tx: tx.next_send_at()) is None
    assert not await store.transact(lambda tx: tx.deeds("p1"))
    assert not await store.transact(lambda tx: tx.people())
    with pytest.raises(KeyError):
        await store.transact(lambda tx: tx.person("p9"))


async def test_the_language_of_a_stakeholder_is_kept_however_their_name_is_typed(reopened):
    """Nobody's is known before; it can be forgotten again."""
    store = await reopened()
    typed = Stakeholder(name="Émilie  Côté", organisation="Ville de Gatineau")
    same = Stakeholder(name="emilie cote", organisation="VILLE DE GATINEAU")
    assert await store.transact(lambda tx: tx.language_of(typed)) is None
    await store.transact(lambda tx: tx.save_language_of(typed, "fr"))
    store = await reopened()
    assert await store.transact(lambda tx: tx.language_of(same)) == "fr"
    assert await store.transact(lambda tx: tx.language_of(Stakeholder(name="Emilie Cote"))) is None
    await store.transact(lambda tx: tx.save_language_of(same, None))
    store = await reopened()
    assert await store.transact(lambda tx: tx.language_of(typed)) is None


async def test_a_transaction_that_raises_changes_nothing(store):
    """State, indexes, reminders and numbers are as before, and the error arrives."""
    await save(store, promise(1))

    def fail(tx: Transaction) -> None:
        tx.next_number()
        tx.save_promise(transitions.close(promise(1), Outcome.KEPT, by="p1", at=NOW + HOUR))
        tx.save_promise(promise(2))
        tx.post(message(), at=NOW)
        raise Refusal("refuse-stage")

    with pytest.raises(Refusal):
        await store.transact(fail)
    assert await numbers(store, owner="p1", stages=(Stage.OPEN,)) == [1]
    assert await numbers(store, stages=(Stage.CLOSED,)) == []
    due = await store.transact(lambda tx: tx.due_reminders(NOW + 90 * DAY, 9))
    assert [found.number for found in due] == [1]
    assert await store.transact(lambda tx: tx.outbox_row("1:r1")) is None
    assert await store.transact(lambda tx: tx.next_number()) == 1


async def test_work_that_has_to_be_awaited_is_refused(store):
    """Its effects would come after the transaction, or never: the mistake is named, and nothing is changed."""

    async def later(tx: Transaction) -> None:
        tx.set_mark("later", NOW)

    def now_and_later(tx: Transaction) -> object:
        tx.set_mark("now", NOW)
        return later(tx)

    for work in (later, now_and_later):
        with pytest.raises(TypeError, match="plain function"):
            await store.transact(work)
    assert await store.transact(lambda tx: [tx.mark("now"), tx.mark("later")]) == [None, None]


@pytest.mark.parametrize("fails", [False, True])
async def test_a_transaction_that_somebody_kept_is_of_no_use_after_its_end(store, fails):
    """What it wrote then would belong to no transaction, or to somebody else's."""
    kept: list[Transaction] = []

    def keep(tx: Transaction) -> None:
        kept.append(tx)
        if fails:
            raise Refusal("refuse-stage")

    with pytest.raises(Refusal) if fails else nullcontext():
        await store.transact(keep)
    for use in (lambda tx: tx.set_mark("a", NOW), lambda tx: tx.mark("a"), lambda tx: tx.next_number()):
        with pytest.raises(StoreError, match="after its end"):
            use(kept[0])
    assert await store.transact(lambda tx: [tx.mark("a"), tx.next_number()]) == [None, 1]


async def test_a_transaction_reads_its_own_writes(store):
    """What was saved is found at once, by number, by query and by reminder."""

    def work(tx: Transaction) -> list[object]:
        tx.save_promise(promise(1))
        query = PromiseQuery(stakeholder_key=promise(1).stakeholder.key)
        return [tx.promise(1) == promise(1), tx.promises(query).total, tx.next_reminder_at()]

    assert await store.transact(work) == [True, 1, promise(1).reminder.at]


async def test_concurrent_transactions_each_take_their_own_number(reopened):
    """Sixty-four people at once get sixty-four numbers, and the next one after opening again is new."""
    store = await reopened()
    taken = await asyncio.gather(*(store.transact(lambda tx: tx.next_number()) for _ in range(64)))
    assert sorted(taken) == list(range(1, 65))
    store = await reopened()
    assert await store.transact(lambda tx: tx.next_number()) == 65


async def test_a_promise_is_saved_only_over_the_version_that_was_read(store):
    """The second of two who read the same version gets a conflict; so does another history."""
    await save(store, promise(1))
    kept = transitions.close(promise(1), Outcome.KEPT, by="p1", at=NOW + HOUR)
    await save(store, kept)
    given_up = transitions.close(promise(1), Outcome.NOT_KEPT, by="p1", at=NOW + HOUR, reason="late")
    for late in (given_up, kept, promise(1), transitions.tell(given_up, "by phone", by="p1", at=NOW + HOUR)):
        with pytest.raises(ConflictError):
            await save(store, late)
    assert await store.transact(lambda tx: tx.promise(1)) == kept


async def test_people_come_by_name_and_are_found_by_any_identity(store):
    """Somebody who changed an identity is not found by the old one."""
    ids = await store.transact(lambda tx: [tx.new_person_id() for _ in range(3)])
    assert len(set(ids)) == 3
    names = zip(ids, ("Zoé Roy", "émile Roy", "Dana Poe"), strict=True)
    everybody = [person(person_id, name) for person_id, name in names]
    await store.transact(lambda tx: [tx.save_person(one) for one in everybody])
    assert [one.name for one in await store.transact(lambda tx: tx.people())] == [
        "Dana Poe",
        "émile Roy",
        "Zoé Roy",
    ]
    slack = Identity(platform="slack", user="U7")
    moved = replace(everybody[0], identities=(slack,))
    await store.transact(lambda tx: tx.save_person(moved))
    assert await store.transact(lambda tx: tx.person_by_identity(slack)) == moved
    old = everybody[0].identities[0]
    assert await store.transact(lambda tx: tx.person_by_identity(old)) is None


async def test_an_event_is_answered_once(store):
    """The second answer is refused and the first one stays, until it is forgotten."""
    await store.transact(lambda tx: tx.save_answer(answer("e1")))
    await store.transact(lambda tx: tx.save_answer(answer("e2", at=NOW + HOUR)))
    with pytest.raises(DuplicateError):
        await store.transact(lambda tx: tx.save_answer(answer("e1", at=NOW + DAY)))
    assert await store.transact(lambda tx: tx.answered("e1")) == answer("e1")
    assert await store.transact(lambda tx: tx.forget_answers(NOW)) == 0
    assert await store.transact(lambda tx: tx.forget_answers(NOW + HOUR)) == 1
    assert await store.transact(lambda tx: [tx.answered("e1"), tx.answered("e2")]) == [
        None,
        answer("e2", at=NOW + HOUR),
    ]


async def test_marks_and_deeds_are_replaced(store):
    """The last one holds."""
    for at in (NOW, NOW + HOUR):
        await store.transact(lambda tx, at=at: tx.set_mark("summary:digital", at))
    assert await store.transact(lambda tx: tx.mark("summary:digital")) == NOW + HOUR
    for deeds in ([Deed(number=1, entry=0), Deed(number=2, entry=3)], []):
        await store.transact(lambda tx, deeds=deeds: tx.save_deeds("p1", deeds))
    assert list(await store.transact(lambda tx: tx.deeds("p1"))) == []


async def test_a_transaction_knows_which_promises_it_wrote(store):
    """In the order in which it first did, each once; of earlier and of failed transactions, and of reading, none."""
    await save(store, promise(1), promise(2))

    def work(tx: Transaction, *, fails: bool = False) -> list[list[int]]:
        seen = [list(tx.changed_promises())]
        tx.promise(1)
        tx.promises(PromiseQuery(owner="p1"))
        tx.save_insight(insight(7))
        tx.set_mark("1", NOW)
        seen.append(list(tx.changed_promises()))
        for number in (3, 2):
            closed = transitions.close(promise(number), Outcome.KEPT, by="p1", at=NOW + HOUR)
            tx.save_promise(promise(3) if number == 3 else closed)
            seen.append(list(tx.changed_promises()))
        tx.save_promise(transitions.close(promise(3), Outcome.KEPT, by="p1", at=NOW + HOUR))
        seen.append(list(tx.changed_promises()))
        if fails:
            raise Refusal("refuse-stage")
        return seen

    with pytest.raises(Refusal):
        await store.transact(lambda tx: work(tx, fails=True))
    assert await store.transact(work) == [[], [], [3], [3, 2], [3, 2]]
    assert await store.transact(lambda tx: list(tx.changed_promises())) == []


async def test_a_promise_that_could_not_be_saved_was_not_written(store):
    """A conflict that the work gets over leaves no trace."""
    await save(store, promise(1))

    def work(tx: Transaction) -> list[int]:
        with pytest.raises(ConflictError):
            tx.save_promise(promise(1))
        return list(tx.changed_promises())

    assert await store.transact(work) == []


async def test_how_a_conversation_is_reached_is_kept_and_completed(reopened):
    """What a later event leaves out stays; a home page and a direct conversation of one person are two."""
    store = await reopened()
    ana = ConversationRef(platform="teams", id="a-1", place=Place.DIRECT)

    def write(tx: Transaction) -> None:
        assert tx.address(ana) == {}
        tx.save_address(ana, {"service_url": "https://one", "conversation": "a:1"})
        tx.save_address(ana, {"service_url": "https://two", "conversation": ""})

    await store.transact(write)
    store = await reopened()
    kept = await store.transact(lambda tx: tx.address(ana))
    assert kept == {"service_url": "https://two", "conversation": "a:1"}
    assert await store.transact(lambda tx: tx.address(replace(ana, place=Place.HOME))) == {}


async def test_a_moment_that_is_forgotten_is_gone(reopened):
    """Forgetting what was never kept is nothing."""
    store = await reopened()
    await store.transact(lambda tx: tx.set_mark("m", NOW))
    await store.transact(lambda tx: [tx.forget_mark("m"), tx.forget_mark("m")])
    store = await reopened()
    assert await store.transact(lambda tx: tx.mark("m")) is None

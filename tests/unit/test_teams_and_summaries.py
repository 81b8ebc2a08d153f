"""Who leads a team, and when its summary is planned."""

from datetime import UTC, datetime

import pytest

from bot.domain.people import Team
from bot.domain.policy import Policy
from bot.scheduler import Scheduler
from storage import open_store
from tests.support.store_samples import person


def team(**changes):
    return Team(key="digital", name={"en": "Digital", "fr": "Numérique"}, zone="America/Toronto", **changes)


@pytest.mark.parametrize("written", ["lea", "Lea", "LÉA"])
def test_a_lead_is_known_however_the_handle_is_written(written):
    """A capital letter in app.yaml takes nobody's authority away."""
    policy = Policy(teams=(team(leads=(written,)),))
    assert policy.leads(person("p3", "Léa Roy"), "digital")
    assert policy.team_of(person("p3", "Léa Roy")) is policy.teams[0]
    assert not policy.leads(person("p1", "Ana Roy"), "digital")


async def test_a_summary_in_the_hour_that_comes_twice_is_posted_once(tmp_path):
    """On November 1, 2026, clocks in Ottawa show 01:30 twice."""
    moments = []
    store = open_store(f"tinydb://{tmp_path}/data")

    class Clock:
        moment = datetime(2026, 10, 31, 12, tzinfo=UTC)

        def now(self):
            return self.moment

    clock = Clock()
    policy = Policy(teams=(team(summary_cron="30 1 * * *"),))
    scheduler = Scheduler(store=store, policy=policy, clock=clock)
    await scheduler.sweep()
    for _ in range(2):
        clock.moment = await scheduler.next_moment()
        moments.append(clock.moment)
        await scheduler.sweep()
    assert moments == [
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        datetime(2026, 11, 2, 6, 30, tzinfo=UTC),
    ]
    await store.close()

"""Dialogues about accounts of the same human on two platforms: linked, told, preferred, apart again."""

import re

from tests.support.mailbox import CHANNEL
from tests.support.stage import Stage

_CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


async def accounts(stage: Stage) -> None:
    """By a code, with everything that can be wrong with one; and who goes where afterwards."""
    ana, there = _two(stage, "ana", "ana_reyes")
    await ana.says("prefer", "unlink", "prefer Teams", "promise Maria: send it by Friday")
    await there.says("promise Kim: call back by Friday")
    await ana.says("link", where=CHANNEL)
    code = await _code(ana)
    await there.says(f"link {code}", where=CHANNEL)
    await there.says(f"link {code}")
    code = await _code(ana)
    await ana.says(f"link {code}")
    await there.says(f"link {code}", "history 2", "mine")
    await ana.presses("button-unlink", on=ana.inbox[-1])
    await there.says("promise Lou: write by Friday", "history 2")
    for _ in ("linked", "linked already"):
        await there.says(f"link {await _code(ana)}")
    sam, other = _two(stage, "sam", "sam_o")
    await sam.says("help")
    await other.says(f"link {await _code(sam)}")
    await other.says(f"link {await _code(ana)}", "prefer", "prefer teams", "prefer", "prefer mailbox")
    await there.says("promise Max: meet by Friday", "unlink")


async def same_address(stage: Stage) -> None:
    """Both platforms give the same e-mail address."""
    lea, there = _two(stage, "lea", "lea_gagnon")
    lea.email = there.email = "lea@example.org"
    await lea.says("promise Maria: send it by Friday")
    await there.says("mine")
    await lea.presses("button-unlink", on=lea.inbox[-1])


def _two(stage, first, second):
    """Return somebody in Slack, and themselves in Teams."""
    in_slack, in_teams = getattr(stage, first), getattr(stage, second)
    in_slack.platform, in_teams.platform = "slack", "teams"
    return in_slack, in_teams


async def _code(actor) -> str:
    await actor.says("link")
    found = _CODE.search(actor.last.card.text)
    assert found is not None
    return found[0]

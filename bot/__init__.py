"""Engage keeps what an institution promised to the people it heard.

Two flows meet in one transaction::

    someone says   platform event → adapters/<platform> → Inbound → bot.intake (seen before? who? what?)
                   → Intent → bot.handlers.<verb> → { promise, history, outbox, event id } → Reply → platform
    time says      the sweep → bot.scheduler claims what is due → bot.handlers.remind → the same transaction
    outbox         bot.delivery leases a message → adapters/<platform> → delivered | retry after | rejected

What a person was told is on disk before they are told it. A reply to somebody who is waiting goes back
in the same request; everything else leaves through the outbox.
"""

import zoneinfo

# Time zones come from PyPI's tzdata, never from the machine: British Columbia and Alberta stopped changing
# their clocks in 2026, and many machines do not know. It stands here because every import passes through.
zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()

"""Engage keeps what an institution promised to the people it heard.

Two flows meet in one transaction::

    someone says   platform event → adapters/<platform> → Inbound → bot.intake (seen before? who? what?)
                   → Intent → bot.handlers.<verb> → { promise, history, outbox, event id } → Reply → platform
    time says      the sweep → bot.scheduler claims what is due → bot.handlers.remind → the same transaction
    outbox         bot.delivery leases a message → adapters/<platform> → delivered | retry after | rejected

What a person was told is on disk before they are told it. A reply to somebody who is waiting goes back
in the same request; everything else leaves through the outbox.
"""

"""A local web page to try everything without an account, with a clock that can be moved.

::

    page → api (guard, requests) → parse → Inbound → the core → Reply → conversations → stream → page
    the core's outbox → Playground.send → conversations → stream → page
    page → travel: the clock moves from one due moment to the next, and the core sweeps at each

What was said is kept in a journal of its own (`journal`), so that a restart shows the same chat at the same
virtual time. Anybody can be anybody here; therefore the page is served to this machine only (`guard`).
"""

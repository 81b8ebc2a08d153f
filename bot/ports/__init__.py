"""Written contracts of what Engage runs on: a clock, a store, platforms.

Each contract has a suite under `tests/contract` that every implementation passes.
"""

from bot.ports.platform import Clock, Platform, Receiver, Sweeper
from bot.ports.queries import Answered, Deed, InsightQuery, Page, PromiseQuery
from bot.ports.store import Store, Transaction

__all__ = [
    "Answered",
    "Clock",
    "Deed",
    "InsightQuery",
    "Page",
    "Platform",
    "PromiseQuery",
    "Receiver",
    "Store",
    "Sweeper",
    "Transaction",
]

"""A centre that was restored from a backup: how a desk notices, and what it does then.

It lost what came after the backup, work of this desk among it. It says so by another epoch. Where its
operator forgot to, what it would never lose goes back; and where it has passed that number since, a
comparison finds what it had told gone, or older than it had told it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.store.sync_log import Passed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.api.changes import Page
    from desktop_app.store.account import AccountStore
    from desktop_app.store.database import Transaction

_WORK = frozenset({"report", "entry"})
"""Kinds of rows that commands make: the feed tells of each that goes, and no version goes back."""


def goes_back(page: Page, epoch: str | None, durable_through: int) -> bool:
    """Tell whether who sends ``page`` has lost what was durable under ``epoch``; None: never heard of."""
    return epoch not in {None, page.epoch} or page.durable_through < durable_through


def lost(kind: str, held: Mapping[str, int], theirs: Mapping[str, int]) -> int:
    """Return how many of the rows ``held`` (versions by id) the centre has no more, or as older ones.

    ``theirs`` must have been asked for after ``held`` was read, at the head of the feed.
    """
    return sum(theirs.get(row, -1) < version for row, version in held.items()) if kind in _WORK else 0


def begin_anew(store: AccountStore, tx: Transaction) -> None:
    """Have what was acknowledged offered again, under its ids, and all looked at from the beginning."""
    store.outbox.offer_again(tx)
    store.sync_state.begin_bootstrap(tx)
    store.log.note(tx, Passed.RESTORED)

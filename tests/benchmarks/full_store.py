"""A person's store as years of work leave it, up to a million reports: whose it is, and opening it.

``store_making`` makes it; here is what the measured program needs, which must not load the sandbox.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.roles import Actor, Role
from desktop_app.store.account import AccountStore

KEY: Final = bytes(range(32))
NOW: Final = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""A Friday, ten in the morning in Huế."""
UNIT: Final = "hue-19789"
ACTOR: Final = Actor("hue-p02", UNIT, frozenset({Role.DISPATCHER, Role.HANDLER}), frozenset({UNIT}))
"""Handles the reports of a ward and, at the centre, sees all of them."""


def open_store(path: Path) -> AccountStore:
    """Open such a store as the program would, on a clock that stands still."""
    return AccountStore.open(path, KEY, "bench", now=lambda: NOW)

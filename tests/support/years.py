"""A city's reports of many years, as the sandbox fills itself with them, and an officer's empty store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.sandbox.seed.multitude import multitude
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.store.account import AccountStore

KEY: Final = bytes(range(32))
NOW: Final = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""A Friday, ten in the morning in Huế."""
ACTOR: Final = Actor(
    "hue-p02", "hue-19789", frozenset({Role.DISPATCHER, Role.HANDLER}), frozenset({"hue-19789"})
)
"""Handles the reports of a ward and, at the centre, sees all of them."""
_SEED: Final = 2026


def reports_of_years(count: int) -> Iterator[Report]:
    """Yield so many reports, always the same, oldest first."""
    for told in multitude(load_organisation(), default_calendar(), NOW, _SEED, count):
        yield told.report


def open_store(path: Path) -> AccountStore:
    """Open or create the officer's store, on a clock that stands still."""
    store = AccountStore.open(path, KEY, "years", now=lambda: NOW)
    store.adopt(ACTOR, {"id": ACTOR.person_id})
    return store

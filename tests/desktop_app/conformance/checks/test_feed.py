"""The feed: each rule broken alone."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.conformance.checks.feed import PAGE
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, forgiven

CHANGES, ROWS = "/v1/sync/changes", "/v1/sync/rows"


def goes_on(asked: Asked) -> bool:
    return bool(asked.query.get("cursor"))


def begins(asked: Asked) -> bool:
    return not goes_on(asked)


def no_total(document: Document, _asked: Asked) -> None:
    document.pop("total", None)


def no_entries(document: Document, _asked: Asked) -> None:
    document["changes"] = [change for change in document["changes"] if change["entity"] != "entry"]


def all_private(document: Document, _asked: Asked) -> None:
    """Tell each report as a private one, in the feed and row by row alike."""
    for row in (*document.get("changes", ()), *document.get("rows", ())):
        if row.get("entity", "report") == "report":
            row["data"]["private"] = True


async def pages_of_any_size(asked: Asked, carry: Carry) -> Told:
    if asked.query.get("limit") == str(PAGE):
        asked = replace(asked, query={**asked.query, "limit": "500"})
    return await carry(asked)


def any_cursor(*, issued: bool) -> Fault:
    """Take cursors that the server did not issue, or those it issued to others."""
    known: set[str] = set()
    lenient = forgiven("cursor_invalid", lambda asked: (asked.query["cursor"] in known) is issued)

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await lenient(asked, carry)
        if asked.path == CHANGES and told.status == 200:
            known.add(told.document["next"])
        return told

    return fault


def goes_back() -> Fault:
    """Tell a lower number at each page."""
    numbers = itertools.count(10**6, -1)
    return altered(CHANGES, lambda document, _asked: document.update(durable_through=next(numbers)))


async def never_held(asked: Asked, carry: Carry) -> Told:
    return await carry(replace(asked, query={**asked.query, "wait": "0"}) if asked.query else asked)


async def held_to_the_end(asked: Asked, carry: Carry) -> Told:
    began = time.monotonic()
    told = await carry(asked)
    wait = int(asked.query.get("wait", "0"))
    if wait > 1:
        await asyncio.sleep(wait - (time.monotonic() - began))
    return told


FAULTS: dict[str, Callable[[], Fault]] = {
    "feed.bootstrap": lambda: altered(CHANGES, no_total),
    "feed.pages": lambda: pages_of_any_size,
    "feed.put": lambda: altered(CHANGES, no_entries, goes_on),
    "feed.scope": lambda: altered(f"{CHANGES}|{ROWS}", all_private, begins),
    "feed.cursor_sealed": lambda: any_cursor(issued=False),
    "feed.cursor_own": lambda: any_cursor(issued=True),
    "feed.cursor_expired": lambda: forgiven("cursor_expired"),
    "feed.durable": goes_back,
    "feed.held": lambda: never_held,
    "feed.woken": lambda: held_to_the_end,
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

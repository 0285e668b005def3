"""P4, the inbox: every declared list from either end with its rows, other lists; beside plain SQLite."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import Connection
from desktop_app.store.inbox_plan import plan
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey, conditions
from tests.benchmarks.figures import Line, Samples, milliseconds, timed
from tests.benchmarks.full_store import open_store
from tests.benchmarks.plain_copy import plain_copy
from tests.benchmarks.store_making import full_store

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
PAGE, FIRST = 64, 100
PAGE_MS, WHOLE_MS = 50.0, 1000.0
TIMES: Final = 3
DECLARED: Final = [
    InboxQuery(quick, sort, descending)
    for quick, sort, descending in itertools.product(QuickFilter, SortKey, (False, True))
]
"""Descending is the same index from its other end: the end of a list is the beginning of the other."""
OTHERS: Final = [
    InboxQuery(sort=sort, **narrowed)  # type: ignore[arg-type]
    for sort, narrowed in itertools.product(
        SortKey,
        (
            {"ward": "19789"},
            {"ward": "19828"},
            {"category": "urban.drainage"},
            {"ward": "19789", "category": "urban.drainage"},
            {"filter": QuickFilter.UNIT, "states": (State.IN_PROGRESS,)},
            {"search": "nguon:hotline tu:01/01/2026"},
        ),
    )
]


def lines() -> Iterator[Line]:
    """Measure at growing sizes; every bar is for the last."""
    for reports in SIZES:
        path = full_store(reports)
        store, peer = open_store(path), plain_copy(path)
        yield _declared(store, peer, reports)
        yield _page("other lists, first screen", OTHERS, store, reports)
        yield _whole(store, reports)
        yield _counts(store, reports)
        peer.close()
        store.close()


def _declared(store: AccountStore, peer: Connection, reports: int) -> Line:
    """All lists in turn, in turn with the same in plain SQLite."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(TIMES):
        for query in DECLARED:
            ours.append(timed(_screen(store, query)))
            bare.append(timed(_plain_screen(peer, query)))
    mine, theirs = Samples(tuple(ours)), Samples(tuple(bare))
    return Line(
        "P4", f"{len(DECLARED)} declared lists, a screen from either end, {reports:,} reports",
        f"{milliseconds(mine.median)} median, {milliseconds(mine.percentile(99))} p99",
        f"plain SQLite {milliseconds(theirs.median)} median, {milliseconds(theirs.percentile(99))} p99",
        f"≤ {PAGE_MS:.0f} ms p99", met=mine.percentile(99) <= PAGE_MS,
    )  # fmt: skip


def _page(what: str, queries: list[InboxQuery], store: AccountStore, reports: int) -> Line:
    """What the desk asks first: sure as far as a page's time goes, else a guess that says so."""
    times = Samples(tuple(timed(_first_screen(store, query)) for _ in range(TIMES) for query in queries))
    guessed = sum(not store.inbox.first(query, FIRST).sure for query in queries)
    return Line(
        "P4", f"{what} ({guessed} of {len(queries)} a guess), {reports:,} reports",
        f"{milliseconds(times.median)} median, {milliseconds(times.percentile(99))} p99", "–",
        f"≤ {PAGE_MS:.0f} ms p99", met=times.percentile(99) <= PAGE_MS,
    )  # fmt: skip


def _whole(store: AccountStore, reports: int) -> Line:
    """The ids of a whole list, declared or not, as a worker thread reads them."""
    queries = [InboxQuery(sort=sort) for sort in SortKey] + OTHERS
    times = Samples(tuple(timed(partial(store.inbox.ids, query)) for query in queries))
    return Line(
        "P4", f"whole lists off the main thread, {reports:,} reports",
        f"{milliseconds(times.median)} median, {milliseconds(times.percentile(100))} worst", "–",
        f"≤ {WHOLE_MS:.0f} ms", met=times.percentile(100) <= WHOLE_MS,
    )  # fmt: skip


def _counts(store: AccountStore, reports: int) -> Line:
    kept = Samples(tuple(timed(store.inbox.counts) for _ in range(TIMES * 10)))
    asked = Samples(tuple(timed(partial(store.inbox.count, query)) for query in OTHERS))
    return Line(
        "P4", f"the sidebar's counts; a kept list's, as far as 999+, {reports:,} reports",
        f"{milliseconds(kept.percentile(99))} p99; {milliseconds(asked.percentile(99))} p99", "–",
        f"kept counts ≤ {PAGE_MS:.0f} ms", met=kept.percentile(99) <= PAGE_MS,
    )  # fmt: skip


def _screen(store: AccountStore, query: InboxQuery) -> Callable[[], object]:
    return lambda: store.inbox.rows(store.inbox.ids(query, FIRST)[:PAGE])


def _first_screen(store: AccountStore, query: InboxQuery) -> Callable[[], object]:
    return lambda: store.inbox.rows(store.inbox.first(query, FIRST).ids[:PAGE])


def _plain_screen(peer: Connection, query: InboxQuery) -> Callable[[], object]:
    """The very statement that ours runs, and the page's rows, without anything of ours around them."""
    found = plan(query, conditions(query), lambda _part: 0, 0, FIRST)
    sql = found.sql.replace("FROM inbox", "FROM peer.inbox") + f" LIMIT {FIRST}"

    def look() -> None:
        ids = tuple(row[0] for row in peer.rows(sql, found.values))[:PAGE]
        peer.rows(f"SELECT * FROM peer.inbox WHERE number IN ({', '.join('?' * len(ids))})", ids)

    return look

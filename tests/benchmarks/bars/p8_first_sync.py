"""P8, a first sync: the feed's own bytes taken over by the engine, against a bare insert of the same rows.

The server and the network are left out: pages lie ready as JSON, as they would travel. Meanwhile a thread
does what the main thread does, every few milliseconds: it reads the first rows of the inbox.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop_app.api.changes import PAGE, Page, line_of
from desktop_app.domain.roles import Actor, Role
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.migrations import migrate
from desktop_app.store.moments import utc_now
from desktop_app.sync.engine import Engine
from tests.benchmarks.enrolled_home import OFFICER, waiting_reports
from tests.benchmarks.figures import Line, Samples, milliseconds, timed
from tests.support.small_city import LEAD
from tests.ui.reports.city import as_json

REPORTS: Final = (1_000, 10_000, 100_000)
RATIO: Final = 2.0
HELD_MS: Final = 16.0
_KEY: Final = bytes(range(32))
_BEAT: Final = 0.004
_TABLES: Final = ("report", "inbox", "inbox_count", "search_text")
_INDEX: Final = "INSERT INTO search_index(rowid, folded) SELECT document, folded FROM search_text"


def lines() -> Iterator[Line]:
    """Measure at growing sizes; the bar is for the last."""
    for reports in REPORTS:
        with tempfile.TemporaryDirectory() as folder:
            ours, beats = first_sync(Path(folder) / "ours.db", reports)
            bare = bare_insert(Path(folder) / "ours.db", Path(folder) / "bare.db")
        ratio, worst = ours / bare, beats.percentile(100)
        yield Line(
            "P8", f"first sync of {reports:,} reports", f"{milliseconds(ours)}, {ratio:.2f} × bare",
            f"bare insert {milliseconds(bare)}", f"≤ {RATIO:.0f} × bare", met=ratio <= RATIO,
        )  # fmt: skip
        yield Line(
            "P8", f"main thread meanwhile, {reports:,} reports",
            f"{milliseconds(beats.percentile(99))} p99, {milliseconds(worst)} worst", "–",
            f"never held > {HELD_MS:.0f} ms", met=worst <= HELD_MS,
        )  # fmt: skip


def first_sync(path: Path, reports: int) -> tuple[float, Samples]:
    """Return how long the engine took, and how long each look of the main thread was held up."""
    store = AccountStore.open(path, _KEY, "a")
    store.adopt(Actor(OFFICER, LEAD, frozenset({Role.HANDLER}), frozenset({LEAD})), {"id": OFFICER})
    pages = iter(list(_pages(reports)))
    engine = Engine(store, lambda _news: None, utc_now)
    ended = threading.Event()
    beats: list[float] = []
    looking = threading.Thread(target=_look, args=(store, ended, beats))
    looking.start()

    def sync() -> None:
        while engine.pull(lambda _cursor: _decoded(next(pages))).has_more:
            pass

    spent = timed(sync)
    ended.set()
    looking.join()
    store.close()
    return spent, Samples(tuple(beats))


def bare_insert(source: Path, path: Path) -> float:
    """Return how long the same rows take into an empty store of the same schema, index included."""
    taken = open_encrypted(source, _KEY)
    rows = {table: taken.rows(f"SELECT * FROM {table}") for table in _TABLES}
    taken.close()
    connection = open_encrypted(path, _KEY)
    migrate(connection, path, _KEY, "account")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.execute_many(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
        connection.execute(_INDEX)
        connection.execute("COMMIT")

    spent = timed(insert)
    connection.close()
    return spent


def _look(store: AccountStore, ended: threading.Event, beats: list[float]) -> None:
    """Every few milliseconds: how much later than asked did a first screen of rows come."""
    while not ended.is_set():
        due = time.perf_counter() + _BEAT
        ended.wait(_BEAT)
        store.inbox.ids(InboxQuery(), limit=20)
        beats.append((time.perf_counter() - due) * 1000)


def _pages(reports: int) -> Iterator[bytes]:
    for first in range(0, reports, PAGE):
        last = min(reports, first + PAGE)
        changes = [_line(first + n, as_json(one)) for n, one in enumerate(waiting_reports(first, last))]
        yield msgspec.json.encode({"changes": changes, "next": str(last), "has_more": last < reports})


def _line(seq: int, data: dict[str, Any]) -> dict[str, Any]:
    named = {"entity": "report", "id": data["id"], "version": data["version"]}
    return {"seq": seq, "op": "put", **named, "data": data}


def _decoded(page: bytes) -> Page:
    """Read a page as ``api.changes`` does."""
    answer = msgspec.json.decode(page)
    return Page(
        tuple(line_of(raw) for raw in answer["changes"]), answer["next"], answer["has_more"], None, "e", 0
    )

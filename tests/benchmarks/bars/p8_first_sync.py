"""P8, a first sync: the feed's own bytes taken over by the engine, against a bare insert of the same rows.

The server and the network are left out: pages lie ready as JSON, as they would travel. Meanwhile a thread
does what the main thread does, every few milliseconds: it reads the first rows of the inbox. The same looks
are told for the bare insert, which holds no lock of Python's: what they take there is the machine's own. In
a run of its own a person writes a note every 50 ms while the sync goes on.
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop_app.api.changes import PAGE, Page, line_of
from desktop_app.api.session import json_object
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.migrations import migrate
from desktop_app.sync.engine import Engine
from tests.benchmarks import pouchdb
from tests.benchmarks.figures import Line, Samples, milliseconds
from tests.support.years import KEY, NOW, open_store, reports_of_years
from tests.ui.city import as_json
from ui.collector import SWITCH_SECONDS

REPORTS: Final = tuple(int(n) for n in os.environ.get("P8_REPORTS", "1000 10000 100000").split())
RATIO: Final = 2.0
HELD_MS: Final = 16.0
_BEAT: Final = 0.004
_NOTED: Final = 10_000
_EVERY: Final = 0.05
_TABLES: Final = ("report", "inbox", "inbox_count", "search_text", "standing", "handing")
_INDEX: Final = "INSERT INTO search_index(rowid, folded) SELECT document, folded FROM search_text"
Times = tuple[float, float]
"""Milliseconds of the clock and of the processor."""


def lines() -> Iterator[Line]:
    """Measure at growing sizes (``P8_REPORTS``); the bar is for the last."""
    for reports in REPORTS:
        with tempfile.TemporaryDirectory() as folder, _as_a_desk():
            ours, looks = first_sync(Path(folder) / "ours.db", reports)
            bare, floor = bare_insert(Path(folder) / "ours.db", Path(folder) / "bare.db")
        yield _ratio(reports, ours, bare, _peer(reports))
        yield Line(
            "P8", f"main thread meanwhile, {reports:,} reports", _looks(looks),
            f"beside the bare insert {_looks(floor)}", f"never held > {HELD_MS:.0f} ms",
            met=looks.percentile(100) <= HELD_MS,
        )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, _as_a_desk():
        ours, notes = first_sync(Path(folder) / "ours.db", _NOTED, _write_notes)
        _, alone = first_sync(Path(folder) / "alone.db", PAGE, _write_notes, after=5.0)
    yield Line(
        "P8", f"a note every {_EVERY * 1000:.0f} ms meanwhile, {_NOTED:,} reports in {ours[0] / 1000:.1f} s",
        _looks(notes), f"after the sync {_looks(alone)}", f"p99 ≤ {HELD_MS:.0f} ms",
        met=notes.percentile(99) <= HELD_MS,
    )  # fmt: skip


def _peer(reports: int) -> str:
    """What PouchDB takes for as many, at the size that it is known for and where npm is at hand."""
    if reports != _NOTED:
        return ""
    spent = pouchdb.replication(as_json(report) for report in reports_of_years(reports))
    return "; no npm, no PouchDB" if spent is None else f"; PouchDB replication {milliseconds(spent)}"


def _ratio(reports: int, ours: Times, bare: Times, peer: str) -> Line:
    ratio = ours[0] / bare[0]
    return Line(
        "P8", f"first sync of {reports:,} reports",
        f"{milliseconds(ours[0])}, {ratio:.2f} × bare ({ours[1] / bare[1]:.2f} × its processor time)",
        f"bare insert {milliseconds(bare[0])}{peer}", f"≤ {RATIO:.0f} × bare", met=ratio <= RATIO,
    )  # fmt: skip


def _looks(times: Samples) -> str:
    p99, worst = times.percentile(99), times.percentile(100)
    return f"{milliseconds(times.median)} median, {milliseconds(p99)} p99, {milliseconds(worst)} worst"


@contextmanager
def _as_a_desk() -> Iterator[None]:
    """Collect garbage and change threads as the program does while a desk is open."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        sys.setswitchinterval(interval)


def first_sync(
    path: Path,
    reports: int,
    meanwhile: Callable[[AccountStore, threading.Event], Iterator[float]] | None = None,
    after: float = 0.0,
) -> tuple[Times, Samples]:
    """Return what the engine took, and what ``meanwhile`` did, which goes on for ``after`` seconds."""
    store = open_store(path)
    pages = iter(list(_pages(reports)))
    engine = Engine(store, lambda _news: None, lambda: NOW)
    beats: list[float] = []
    ended = threading.Event()
    beside = threading.Thread(target=lambda: beats.extend((meanwhile or _look)(store, ended)))

    def sync() -> None:
        while engine.pull(lambda _cursor: _decoded(next(pages))).has_more:
            pass

    if not after:
        beside.start()
    spent = _timed(sync)
    if after:
        beside.start()
        beside.join(after)
    ended.set()
    beside.join()
    store.close()
    return spent, Samples(tuple(beats))


def _timed(act: Callable[[], None]) -> Times:
    clock, processor = time.perf_counter(), time.thread_time()
    act()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000


def bare_insert(source: Path, path: Path) -> tuple[Times, Samples]:
    """Return how long the same rows take into an empty store of the same schema, index included."""
    taken = open_encrypted(source, KEY)
    rows = {table: taken.rows(f"SELECT * FROM {table}") for table in _TABLES}
    taken.close()
    connection = open_encrypted(path, KEY)
    migrate(connection, path, KEY, "account")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.execute_many(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
        connection.execute(_INDEX)
        connection.execute("COMMIT")

    store, ended, beats = open_store(source), threading.Event(), list[float]()
    beside = threading.Thread(target=lambda: beats.extend(_look(store, ended)))
    beside.start()
    spent = _timed(insert)
    ended.set()
    beside.join()
    store.close()
    connection.close()
    return spent, Samples(tuple(beats))


def _look(store: AccountStore, ended: threading.Event) -> Iterator[float]:
    """Every few milliseconds: how much later than asked did a first screen of rows come."""
    while not ended.is_set():
        due = time.perf_counter() + _BEAT
        ended.wait(_BEAT)
        store.inbox.rows(store.inbox.ids(InboxQuery(), limit=20))
        yield (time.perf_counter() - due) * 1000


def _write_notes(store: AccountStore, ended: threading.Event) -> Iterator[float]:
    """How long does a person's command take until it is on the disk and in the list."""
    while not ended.wait(_EVERY):
        for row in store.inbox.rows(store.inbox.ids(InboxQuery(), limit=1)):
            begun = time.perf_counter()
            event = Event(new_id(), Command.NOTE, "report", row.id, 1, NOW, {"text": "đã gọi"})
            with store.write() as tx:
                store.outbox.add(tx, event, NOW + timedelta(seconds=5))
            yield (time.perf_counter() - begun) * 1000


def _pages(reports: int) -> Iterator[bytes]:
    told = reports_of_years(reports)
    for first in range(0, reports, PAGE):
        last = min(reports, first + PAGE)
        part = itertools.islice(told, last - first)
        changes = [_line(first + n, as_json(one)) for n, one in enumerate(part)]
        yield msgspec.json.encode({"changes": changes, "next": str(last), "has_more": last < reports})


def _line(seq: int, data: dict[str, Any]) -> dict[str, Any]:
    named = {"entity": "report", "id": data["id"], "version": data["version"]}
    return {"seq": seq, "op": "put", **named, "data": data}


def _decoded(page: bytes) -> Page:
    """Read a page as ``api.session`` and ``api.changes`` do."""
    answer = json_object(page) or {}
    return Page(
        tuple(line_of(raw) for raw in answer["changes"]), answer["next"], answer["has_more"], None, "e", 0
    )

"""How cost grows with work: reports 10³ → 10⁶, pending events 1 → 10⁴, rows of a journal 10³ → 10⁶.

Each figure is the median of a few, in processor time: what else runs on the machine and how busy the disk is
grow with nothing here. Stores of reports are made once and kept (``store_making``; half a millisecond of
processor time a report, so some ten minutes and 5.9 GB for a million), and copies of them are measured. The
verdict is the slope of a power law through the first and the last: how cost multiplies when work does by ten.
Flat is up to 1.6 times (the log n of an index, and noise); n·log n would be up to 14. The curves are drawn.
"""

from __future__ import annotations

import math
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.intake import NewReport
from desktop_app.store.terminal import TerminalStore
from tests.benchmarks import curves
from tests.benchmarks.figures import Line, milliseconds
from tests.benchmarks.store_making import full_store
from tests.desktop_app.store.builders import Signer
from tests.support.clock import ManualClock
from tests.support.years import KEY, NOW, open_store, reports_of_years
from tests.ui.city import as_json

REPORTS: Final = tuple(int(n) for n in os.environ.get("GROWTH_REPORTS", "1000 10000 100000 1000000").split())
PENDING: Final = tuple(int(n) for n in os.environ.get("GROWTH_PENDING", "1 100 10000").split())
ROWS: Final = tuple(int(n) for n in os.environ.get("GROWTH_ROWS", "1000 10000 100000 1000000").split())
FLAT: Final = 1.6
LINEAR: Final = 14.0
PICTURE: Final = Path("build/benchmarks/growth.svg")
_TIMES: Final = 15
_PART: Final = 500
_SEARCH: Final = InboxQuery(sort=SortKey.RECEIVED, descending=True, search="đường")
"""A common word, newest first: the order in which a first page needs no more than itself."""
_SIGNED: Final = 200
_COPIES: Final = """
WITH RECURSIVE n(seq) AS (SELECT 2 UNION ALL SELECT seq + 1 FROM n WHERE seq < ?)
INSERT INTO journal SELECT epoch, n.seq, event_id || n.seq, kind, wall_utc, prev_hash, hash, card_cert_sha256,
    person_ref, local_verdict, direction, refers_to, card_jws, terminal_jws
FROM n JOIN journal ON journal.epoch = 1 AND journal.seq = 1
"""
Costs = Mapping[str, float]
"""Milliseconds by what was done."""


def lines() -> Iterator[Line]:
    """Measure every curve (``GROWTH_REPORTS``, ``GROWTH_PENDING``, ``GROWTH_ROWS``) and draw them."""
    drawn: dict[str, dict[int, float]] = {}
    for work, sizes, cost in (
        ("reports", REPORTS, of_reports),
        ("pending events", PENDING, of_pending),
        ("journal rows", ROWS, of_rows),
    ):
        for name, curve in _curves(sizes, cost).items():
            drawn[f"{name} ({work})"] = curve
            yield _line(work, name, curve)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(curves.picture(drawn), encoding="utf-8")


def _curves(sizes: tuple[int, ...], cost: Callable[[Path, int], Costs]) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, spent in cost(Path(folder), size).items():
                found.setdefault(name, {})[size] = spent
    return found


def _line(work: str, name: str, curve: Mapping[int, float]) -> Line:
    first, last = min(curve), max(curve)
    growth = (curve[last] / curve[first]) ** (1 / math.log10(last / first)) if last > first else 1.0
    flat = growth <= FLAT
    verdict = "flat" if flat else "up to n·log n" if growth <= LINEAR else "worse"
    told = " → ".join(f"{size:,}: {milliseconds(spent)}" for size, spent in curve.items())
    return Line(
        "growth", f"{name}, by {work}", told, f"{verdict}: × {growth:.2f} for ten times the work",
        f"flat (× ≤ {FLAT})", met=flat,
    )  # fmt: skip


# --- reports -----------------------------------------------------------------------------------------


def of_reports(folder: Path, count: int) -> Costs:
    """What a person does in a store of so many reports: a copy of the one that the inbox's bar measures."""
    path = folder / "reports.db"
    shutil.copyfile(full_store(count), path)
    store = open_store(path)
    listed = store.inbox.ids(InboxQuery(), limit=200)
    steps = iter(list(listed) * _TIMES)
    told = {
        "store opened and its counts": _usual(lambda: _open_and_count(path), 5),
        "first page of the list": _usual(lambda: store.inbox.rows(store.inbox.ids(InboxQuery(), limit=50))),
        "first page of a search": _usual(lambda: store.inbox.rows(store.inbox.ids(_SEARCH, limit=50))),
        "step to the next report": _usual(lambda: _step(store, next(steps))),
        "a command on a report": _usual(lambda: _note(store, store.inbox.rows([next(steps)])[0].id)),
    }
    store.close()
    return told


def _fill(path: Path, count: int) -> None:
    store = open_store(path)
    rows = []
    for report in reports_of_years(count):
        rows.append(store.intake.report(as_json(report)))
        if len(rows) == _PART:
            _take(store, rows)
            rows = []
    _take(store, rows)
    store.close()


def _take(store: AccountStore, rows: list[NewReport]) -> None:
    with store.write() as tx:
        store.intake.take_reports(tx, sorted(rows, key=lambda row: row.number))


def _open_and_count(path: Path) -> None:
    store = AccountStore.open(path, KEY, "years", now=lambda: NOW)
    store.inbox.counts()
    store.outbox.counts()
    store.close()


def _step(store: AccountStore, number: int) -> None:
    report_id = store.inbox.rows([number])[0].id
    store.reports.get(report_id)
    store.entries.of(report_id)


def _note(store: AccountStore, report_id: str) -> None:
    event = Event(new_id(), Command.NOTE, "report", report_id, 1, NOW, {"text": "đã gọi"})
    with store.write() as tx:
        store.outbox.add(tx, event, NOW + timedelta(seconds=5))


# --- pending events ------------------------------------------------------------------------------------


def of_pending(folder: Path, count: int) -> Costs:
    """What so many unsent events on as many reports cost."""
    path = folder / "pending.db"
    _fill(path, max(count, 100))
    store = open_store(path)
    ids = [row.id for row in store.inbox.rows(store.inbox.ids(InboxQuery()))]
    for report_id in ids[:count]:
        _note(store, report_id)
    store.outbox.release_due(NOW + timedelta(minutes=1))

    def send() -> None:
        for event in store.outbox.take_ready(limit=1):
            with store.write() as tx:
                store.outbox.settle(tx, event.id, {"status": "applied", "version": 2, "seq": 1})

    told = {
        "one report projected": _usual(lambda: _project(store, ids[0])),
        "a further command": _usual(lambda: _note(store, ids[-1])),
        "store opened and its counts": _usual(lambda: _open_and_count(path), 5),
        "an event taken and settled": _usual(send, min(count, _TIMES), 0),
    }
    store.close()
    return told


def _project(store: AccountStore, report_id: str) -> None:
    with store.write() as tx:
        tx.touch(report_id)


# --- journal rows --------------------------------------------------------------------------------------


def of_rows(folder: Path, count: int) -> Costs:
    """What a tap and a start cost behind so many rows; the rows are one signed row under other numbers."""
    clock = ManualClock()
    path = folder / "terminal.db"
    store = TerminalStore.open(path, KEY, now=clock.now)
    store.journal.begin_epoch(1)
    signer = Signer()
    with store.journal.reserved() as slot:
        signer.append_tap(slot)
    connection = open_encrypted(path, KEY)
    connection.execute(_COPIES, (count - _SIGNED,))
    connection.close()
    with store.journal.reserved() as slot:
        for _ in range(_SIGNED):
            signer.append_tap(slot)

    def tap() -> None:
        with store.journal.reserved() as slot:
            signer.append_tap(slot)

    told = {
        "a tap written": _usual(tap),
        "the tail verified": _usual(store.journal.verify_tail, 5),
        "a checkpoint's head": _usual(store.journal.head),
        "the last tap of a person not seen for long": _usual(
            lambda: store.journal.last_tap("c", "nobody"), 5
        ),
        "what waits to be sent": _usual(store.outbox.unsent, 5),
    }
    store.close()
    return told


def _usual(act: Callable[[], object], times: int = _TIMES, warm_up: int = 2) -> float:
    """Return the median of the processor time of ``act``."""
    for _ in range(warm_up):
        act()
    return statistics.median(_spent(act) for _ in range(times))


def _spent(act: Callable[[], object]) -> float:
    begun = time.thread_time_ns()
    act()
    return (time.thread_time_ns() - begun) / 1e6

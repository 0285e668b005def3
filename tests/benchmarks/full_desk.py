"""A person's hands at the real desk over a full store: ``-m tests.benchmarks.full_desk STORE``.

A process of its own, so that its memory is its own; it prints its figures. Times are milliseconds of the
processor on the main thread: what others do on the machine meanwhile is not counted. Style sheet and clock
for garbage are the program's own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from desktop_app.news import ReportsChanged
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from tests.benchmarks import floors
from tests.benchmarks.footprint import Footprint

PATIENCE_SECONDS: Final = 60.0
STEPS, PAGES, JUMPS, NEWS = 200, 200, 200, 20
SCROLLED: Final = 100_000
TYPED: Final = "duong ngap sau"
_LIMIT_SECONDS: Final = 600
_moment: Final = threading.Event()
"""Never set: a pause in which other threads go on."""


@lru_cache(maxsize=4)
def desk_figures(store: Path) -> dict[str, list[float]]:
    """Run the desk on ``store`` and return its figures; the same store is measured once in a run."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.full_desk", str(store)],
        env=floors.QUIET_SCREEN, stdout=subprocess.PIPE, timeout=_LIMIT_SECONDS, check=True,
    )  # fmt: skip
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


class FullDesk:
    """The desk with its list; each way of moving through it, timed."""

    def __init__(self, desk: QWidget, store: Any, bus: Any) -> None:  # noqa: ANN401 - the program's own parts
        self._desk, self._store, self._bus = desk, store, bus
        self._view: QListView = self._find(QListView, "inbox.list")
        self._random = random.Random(7)

    def all_reports(self) -> float:
        """List every report; return the longest that the main thread was held until all had come."""
        total = self._store.inbox.counts()[QuickFilter.ALL]
        self._find(QAbstractButton, "filter.all").click()
        longest = self._until(lambda: self._rows() == total)
        self._view.setFocus()
        return longest

    def settle(self) -> None:
        """Let the window come up."""
        self._busy(lambda: None, rest=1.0)

    def step(self) -> float:
        """Arrow down, the row current and its report shown."""
        return self._busy(lambda: QTest.keyClick(self._view, Qt.Key.Key_Down))

    def page(self) -> float:
        """Page down."""
        return self._busy(lambda: QTest.keyClick(self._view, Qt.Key.Key_PageDown))

    def jump(self) -> float:
        """The scroll bar dragged to any place."""
        bar = self._view.verticalScrollBar()
        place = self._random.randrange(bar.maximum() + 1)
        return self._busy(lambda: bar.setValue(place))

    def scroll(self, rows: int) -> None:
        """Wheel through so many rows, screen after screen."""
        bar = self._view.verticalScrollBar()
        bar.setValue(0)
        for _ in range(rows * bar.singleStep() // bar.pageStep()):
            bar.setValue(bar.value() + bar.pageStep())
            QApplication.processEvents()

    def news(self) -> float:
        """The server changes a report that is listed: told on the bus, its row painted in its place."""
        ids = self._store.inbox.ids(InboxQuery(sort=SortKey.CODE), 1)
        report_id = self._store.inbox.rows(ids)[0].id
        data = json.loads(self._store.reports.base_json(report_id))
        data["version"] += 1
        data["title"] = f"{data['title'][:40]} {data['version']}"
        with self._store.write() as tx:
            self._store.reports.put_base(tx, data)
        return self._busy(lambda: self._bus.publish(ReportsChanged((report_id,))), rest=0.3)

    def key(self, letter: str) -> float:
        """One letter into the search field, until the rows found are shown and the first report is open."""
        field = self._find(QWidget, "inbox.search")
        field.setFocus()
        return self._busy(lambda: QTest.keyClicks(field, letter), rest=0.8)

    def _busy(self, act: Callable[[], object], rest: float = 0.03) -> float:
        """The main thread's time for ``act`` and all that follows from it within ``rest`` seconds."""
        spent = _cost(act)
        end = time.monotonic() + rest
        while time.monotonic() < end:
            spent += _worked()
        return spent

    def _until(self, happened: Callable[[], bool]) -> float:
        end, longest = time.monotonic() + PATIENCE_SECONDS, 0.0
        while not happened():
            if time.monotonic() > end:
                raise TimeoutError(self._rows())
            longest = max(longest, _worked())
        return longest

    def _rows(self) -> int:
        return self._view.model().rowCount()

    def _find(self, kind: type[QWidget], name: str) -> Any:  # noqa: ANN401 - a widget of ``kind``
        found = self._desk.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found


def _worked() -> float:
    """Handle what waits; return what that cost. Less than a twentieth of a millisecond was nothing."""
    begun = time.thread_time_ns()
    QApplication.processEvents()
    spent = (time.thread_time_ns() - begun) / 1e6
    _moment.wait(0.001)
    return spent if spent > 0.05 else 0.0


def _cost(act: Callable[[], object]) -> float:
    begun = time.thread_time_ns()
    act()
    return (time.thread_time_ns() - begun) / 1e6


def measure(path: Path) -> dict[str, list[float]]:
    """Seat the person of the full store at the desk and return the figures."""
    from tests.benchmarks.full_workplace import full_workplace
    from ui.collector import Collector
    from ui.desk.desk import Desk
    from ui.theme import Scheme, Theme

    application = QApplication(sys.argv)
    Theme(application, Scheme.LIGHT)
    collector = Collector(application)
    collector.begin()
    begun = Footprint.now().resident_kb / 1024
    with full_workplace(path) as place:
        desk = Desk(place.session, place, place.bridge)  # type: ignore[arg-type]
        desk.resize(1366, 688)
        desk.show()
        hands = FullDesk(desk, place.session.store, place.bus)
        hands.settle()
        collector.settle()
        figures = {"hold": [hands.all_reports()]}
        total = place.session.store.inbox.counts()[QuickFilter.ALL]
        hands.scroll(min(SCROLLED, total))
        figures["scrolled"] = [min(SCROLLED, total)]
        figures["memory"] = [Footprint.now().resident_kb / 1024, begun]
        figures["steps"] = [hands.step() for _ in range(STEPS)]
        figures["pages"] = [hands.page() for _ in range(PAGES)]
        figures["jumps"] = [hands.jump() for _ in range(JUMPS)]
        figures["news"] = [hands.news() for _ in range(NEWS)]
        figures["keys"] = [hands.key(letter) for letter in TYPED]
        desk.close()
        desk.deleteLater()
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))), flush=True)

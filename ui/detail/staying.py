"""What is done once a person stays with the report that is read: who steps on waits for nothing.

The base of neighbours, surroundings and onlookers. What is found of a report no longer read is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.report import Report
from desktop_app.news import ReportGone
from ui.detail.detail import Detail
from ui.tasks import Tasks

STAY_MS = 300
T = TypeVar("T")


class Staying(QObject):
    """Calls ``left`` at once when another report is read, or none; ``stayed`` where it still is later."""

    def __init__(self, detail: Detail, milliseconds: int = STAY_MS) -> None:
        super().__init__(detail)
        self.detail = detail
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(milliseconds)
        self._stay.timeout.connect(self._look)
        detail.changed.connect(self.begin)

    @property
    def report(self) -> Report | None:
        """The report that is read."""
        return self.detail.reading.report if self.detail.reading is not None else None

    def is_read(self) -> bool:
        """Tell whether a report is read at all."""
        return self.report is not None

    def left(self) -> None:
        """Take away what was shown of another report."""

    def stayed(self, report: Report) -> None:
        """Do what is to be done about ``report``."""

    @Slot()
    def begin(self) -> None:
        """Count the stay from now on: what is read changed."""
        if self.is_read():
            self._stay.start()
        else:
            self._stay.stop()
        self.left()

    @Slot(object)
    def take_out(self, _news: ReportGone) -> None:
        """A report left the desk: nothing found of it stays, nor what is just being found; look anew."""
        if self.is_read():
            self.begin()

    def ask(self, tasks: Tasks, work: Callable[[], T], show: Callable[[T], None]) -> None:
        """Do ``work`` off the main thread and ``show`` what it found, if the same report is read by then."""
        asked = self.report

        def done(found: T) -> None:
            now = self.report
            if asked is not None and now is not None and now.id == asked.id:
                show(found)

        tasks.run(work, done, lambda _error: None)

    @Slot()
    def _look(self) -> None:
        report = self.report
        if report is not None:
            self.stayed(report)

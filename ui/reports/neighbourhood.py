"""Looks for the neighbours of the report that is read, once a person stays with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.store.account import AccountStore
from desktop_app.triage.neighbours import Neighbours, neighbours_of
from ui.reports.detail import Detail
from ui.tasks import Tasks

_STAY_MS = 300
"""Who steps through the list is not waited upon: a report is looked after when it is stayed with."""


class Neighbourhood(QObject):
    """Asks off the main thread; an answer about a report that is no longer read is dropped."""

    def __init__(self, store: AccountStore, tasks: Tasks, detail: Detail) -> None:
        super().__init__(detail)
        self._store, self._tasks, self._detail = store, tasks, detail
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self._look)
        detail.changed.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._detail.neighbours.show_neighbours(Neighbours())
        self._stay.start()

    @Slot()
    def _look(self) -> None:
        reading = self._detail.reading
        if reading is None:
            return
        report, store = reading.report, self._store

        def done(found: Neighbours) -> None:
            now = self._detail.reading
            if now is not None and now.report.id == report.id:
                self._detail.neighbours.show_neighbours(found)

        self._tasks.run(lambda: neighbours_of(store, report), done, lambda _error: None)

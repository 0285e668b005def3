"""Looks for the surroundings of the report that is read, once a person stays with it; shows them large."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.store.account import AccountStore
from desktop_app.triage.place_sketch import PlaceSketch, place_sketch
from ui.map.place_window import PlaceWindow
from ui.reports.detail import Detail
from ui.tasks import Tasks

_STAY_MS = 300


class Placing(QObject):
    """Asks off the main thread; an answer about a report that is no longer read is dropped."""

    chosen = Signal(str)
    """The id of the report a person wants to see."""

    def __init__(self, store: AccountStore, tasks: Tasks, detail: Detail) -> None:
        super().__init__(detail)
        self._store, self._tasks, self._detail = store, tasks, detail
        self.window: PlaceWindow | None = None
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self._look)
        detail.changed.connect(self._begin)
        detail.map.chosen.connect(self.chosen)
        detail.map.enlarged.connect(self.enlarge)

    @Slot()
    def enlarge(self) -> None:
        """Show the surroundings in a window of their own."""
        if self.window is None:
            self.window = PlaceWindow(self._detail)
            self.window.view.chosen.connect(self.chosen)
        self.window.show_sketch(self._detail.map.sketch)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def _begin(self) -> None:
        reading = self._detail.reading
        place = reading.report.place if reading else None
        told = place is not None and place.latitude is not None and place.longitude is not None
        self._detail.map.show_sketch(PlaceSketch(has_point=told))
        self._stay.start()

    @Slot()
    def _look(self) -> None:
        reading = self._detail.reading
        if reading is None:
            return
        report, store = reading.report, self._store

        def done(found: PlaceSketch) -> None:
            now = self._detail.reading
            if now is not None and now.report.id == report.id:
                self._detail.map.show_sketch(found)
                if self.window is not None and self.window.isVisible():
                    self.window.show_sketch(found)

        self._tasks.run(lambda: place_sketch(store, report), done, lambda _error: None)

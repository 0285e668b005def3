"""Looks for the surroundings of the report that is read; shows them large."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from desktop_app.domain.report import Report
from desktop_app.store.account import AccountStore
from desktop_app.triage.place_sketch import PlaceSketch, place_sketch
from ui.detail.detail import Detail
from ui.detail.staying import Staying
from ui.map.place_window import PlaceWindow
from ui.tasks import Tasks


class Placing(Staying):
    """Shows them in the small map beside the report, and in the window while that is open."""

    chosen = Signal(str)
    """The id of the report a person wants to see."""

    def __init__(self, store: AccountStore, tasks: Tasks, detail: Detail) -> None:
        super().__init__(detail)
        self._store, self._tasks = store, tasks
        self.window: PlaceWindow | None = None
        detail.map.chosen.connect(self.chosen)
        detail.map.enlarged.connect(self.enlarge)

    @Slot()
    def enlarge(self) -> None:
        """Show the surroundings in a window of their own."""
        if self.window is None:
            self.window = PlaceWindow(self.detail)
            self.window.view.chosen.connect(self.chosen)
        self.window.show_sketch(self.detail.map.sketch)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def left(self) -> None:
        """Show only whether there is a point to look around."""
        place = self.report.place if self.report else None
        told = place is not None and place.latitude is not None and place.longitude is not None
        self._show(PlaceSketch(has_point=told))

    def stayed(self, report: Report) -> None:
        """Look around it off the main thread."""
        store = self._store
        self.ask(self._tasks, lambda: place_sketch(store, report), self._show)

    def _show(self, found: PlaceSketch) -> None:
        self.detail.map.show_sketch(found)
        if self.window is not None and self.window.isVisible():
            self.window.show_sketch(found)

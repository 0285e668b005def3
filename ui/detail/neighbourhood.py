"""Looks for the neighbours of the report that is read."""

from __future__ import annotations

from desktop_app.domain.report import Report
from desktop_app.store.account import AccountStore
from desktop_app.triage.neighbours import Neighbours, neighbours_of
from ui.detail.detail import Detail
from ui.detail.staying import Staying
from ui.tasks import Tasks


class Neighbourhood(Staying):
    """Shows them in the strip under the report, and nothing of the report before."""

    def __init__(self, store: AccountStore, tasks: Tasks, detail: Detail) -> None:
        super().__init__(detail)
        self._store, self._tasks = store, tasks

    def left(self) -> None:
        """Show none."""
        self.detail.neighbours.show_neighbours(Neighbours())

    def stayed(self, report: Report) -> None:
        """Look for them off the main thread."""
        store = self._store
        self.ask(self._tasks, lambda: neighbours_of(store, report), self.detail.neighbours.show_neighbours)

"""Going through a lane one by one: a report carried on opens the next; after the last, back to the day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.store.inbox_query import QuickFilter
from ui.inbox.inbox_pane import InboxPane


class Walking(QObject):
    """Knows whether a lane is gone through and which report comes next."""

    ended = Signal()
    """The last report of the lane was carried on."""

    def __init__(self, inbox: InboxPane, open_report: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._inbox, self._open = inbox, open_report
        self._lane: QuickFilter | None = None

    @property
    def lane(self) -> QuickFilter | None:
        """The lane gone through now."""
        return self._lane

    def begin(self, lane: QuickFilter) -> None:
        """List ``lane`` and open its first report; an empty lane is only listed."""
        self._lane = lane
        self._inbox.choose(lane)
        self._inbox.mark_walk(on=True)
        first = self._inbox.current_id()
        if first is None:
            self._inbox.focus_list()
        else:
            self._open(first)

    def stop(self) -> None:
        """Go through nothing any more."""
        self._lane = None
        self._inbox.mark_walk(on=False)

    @Slot(str)
    def go_on(self, report_id: str) -> None:
        """Open what follows ``report_id``, which was carried on just now."""
        if self._lane is None:
            return
        following = self._inbox.following(report_id)
        if following is None:
            self.stop()
            self.ended.emit()
        else:
            self._open(following)

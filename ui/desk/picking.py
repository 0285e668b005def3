"""Several reports chosen: the pane that acts on all of them comes and goes with the choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.payloads import Payload
from desktop_app.domain.workflow import Command
from desktop_app.session import Session
from ui.detail.detail import Detail
from ui.inbox.bulk_pane import BulkPane
from ui.inbox.bulking import MOST, Bulking
from ui.inbox.inbox_pane import InboxPane
from ui.widgets.toast import Toast

_NAMED = 10
"""Reports named while several are chosen."""


class Picking(QObject):
    """Shows the pane of several in ``stack`` while more than one row is chosen, else the report."""

    left = Signal(str)
    """The person goes back to this report, the current row."""

    def __init__(
        self, session: Session, inbox: InboxPane, detail: Detail, stack: QStackedWidget, toast: Toast
    ) -> None:
        super().__init__(stack)
        self._inbox, self._detail, self._stack = inbox, detail, stack
        self._pane = BulkPane()
        self._bulking = Bulking(session, toast, self)
        stack.addWidget(self._pane)
        inbox.picked.connect(self._show)
        self._pane.confirmed.connect(self._act)
        self._pane.left.connect(self._leave)
        self._bulking.went_on.connect(self._pane.show_progress)
        self._bulking.finished.connect(self._pane.show_result)

    @property
    def pane(self) -> BulkPane:
        """What stands in the place of the report while several are chosen."""
        return self._pane

    @property
    def shown(self) -> bool:
        """Whether several are chosen now."""
        return self._stack.currentWidget() is self._pane

    @Slot(int)
    def _show(self, count: int) -> None:
        """Show what is chosen where it is more than one; a list of refusals stays to be read."""
        inside = self.shown
        if not inside and count > 1:
            self._detail.close_panel()
            self._pane.forget()
            self._stack.setCurrentWidget(self._pane)
        elif inside and not count and not self._pane.tells:
            self._stack.setCurrentWidget(self._detail)
            return
        if count > 1 or inside:
            self._pane.show_reports(count, [title for _, title in self._inbox.picked_reports(_NAMED)])

    @Slot(object, object)
    def _act(self, command: Command, payload: Payload) -> None:
        chosen = self._inbox.picked_reports(MOST)
        self._bulking.begin(command, payload, [report_id for report_id, _ in chosen])

    @Slot()
    def _leave(self) -> None:
        report_id = self._inbox.current_id()
        if report_id is not None:
            self._inbox.select(report_id)
            self.left.emit(report_id)
        self._inbox.focus_list()

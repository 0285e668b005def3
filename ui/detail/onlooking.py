"""Who else has the open report open: this desk tells the centre what it shows, and shows what it is told.

A hint and never a lock; nothing is said offline, nothing of a report that is not on the screen, and nothing
of those that a person only steps over.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.news import PresenceChanged
from desktop_app.session import Session
from ui.bridge import Bridge
from ui.detail.detail import Detail
from ui.detail.staying import Staying

LOOKED_AT_MS = 700
"""How long a report is open before it counts as looked at."""


class Onlooking(Staying):
    """Ties one desk's reading pane to the presence of its session."""

    def __init__(self, session: Session, bridge: Bridge, detail: Detail) -> None:
        super().__init__(detail, LOOKED_AT_MS)
        self._presence = session.presence
        self._told: PresenceChanged | None = None
        detail.panel_changed.connect(self.begin)
        detail.installEventFilter(self)
        bridge.presence_changed.connect(self._heard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pane behind another page shows nothing."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self.begin()
        return super().eventFilter(watched, event)

    def is_read(self) -> bool:
        """Tell whether a report is on the screen."""
        return super().is_read() and self.detail.isVisible()

    def left(self) -> None:
        """Tell at once that nothing is on the screen any more; of what came to it only who stays."""
        if not self.is_read():
            self._presence.look(None)
        self._show()

    def stayed(self, report: Report) -> None:
        """Tell that it is open, and whether its answer is being written."""
        panel = self.detail.panel
        self._presence.look(report.id, writing=panel is not None and panel.command is Command.SUBMIT)

    @Slot(object)
    def _heard(self, told: PresenceChanged) -> None:
        self._told = told
        self._show()

    def _show(self) -> None:
        """Only what was told of the very report that is shown."""
        told, report = self._told, self.report
        fits = told is not None and report is not None and told.report_id == report.id
        self.detail.onlookers.show_others(told.others if told is not None and fits else ())

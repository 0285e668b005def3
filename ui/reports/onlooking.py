"""Who else has the open report open: this desk tells the centre what it shows, and shows what it is told.

A hint and never a lock; nothing is said offline, nothing of a report that is not on the screen, and nothing
of those that a person only steps over.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from desktop_app.domain.workflow import Command
from desktop_app.news import PresenceChanged
from desktop_app.session import Session
from ui.bridge import Bridge
from ui.reports.detail import Detail

STAY_MS = 700
"""How long a report is open before it counts as looked at."""


class Onlooking(QObject):
    """Ties one desk's reading pane to the presence of its session."""

    def __init__(self, session: Session, bridge: Bridge, detail: Detail) -> None:
        super().__init__(detail)
        self._presence, self._detail = session.presence, detail
        self._told: PresenceChanged | None = None
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(STAY_MS)
        self._stay.timeout.connect(self._tell)
        detail.changed.connect(self._look)
        detail.panel_changed.connect(self._look)
        detail.installEventFilter(self)
        bridge.presence_changed.connect(self._heard)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pane behind another page shows nothing."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._look()
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        """What left the screen is told at once, what came to it once the person stays."""
        if self._detail.reading is None or not self._detail.isVisible():
            self._stay.stop()
            self._presence.look(None)
        else:
            self._stay.start()
        self._show()

    @Slot()
    def _tell(self) -> None:
        reading, panel = self._detail.reading, self._detail.panel
        if reading is not None:
            writing = panel is not None and panel.command is Command.SUBMIT
            self._presence.look(reading.report.id, writing=writing)

    @Slot(object)
    def _heard(self, told: PresenceChanged) -> None:
        self._told = told
        self._show()

    def _show(self) -> None:
        """Only what was told of the very report that is shown."""
        told, reading = self._told, self._detail.reading
        fits = told is not None and reading is not None and told.report_id == reading.report.id
        self._detail.onlookers.show_others(told.others if told is not None and fits else ())

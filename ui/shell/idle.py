"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from desktop_app.session import Session

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE_MS = 60_000
CONTACTLESS_MINUTES = 5
"""For a session whose card is in no slot: its removal locks nothing."""


class IdleWatch(QObject):
    """Emits ``idle`` once nothing was touched for the minutes that ``minutes()`` gives at that time."""

    idle = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ended)

    def begin(self) -> None:
        """Watch from now on."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start(self._minutes() * _MINUTE_MS)

    def end(self) -> None:
        """Watch no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the minutes anew with every act; takes nothing away from anybody."""
        if event.type() in _ACTS:
            self._timer.start(self._minutes() * _MINUTE_MS)
        return False

    @Slot()
    def _ended(self) -> None:
        self.end()
        self.idle.emit()


def minutes_for(session: Session | None, chosen: int) -> int:
    """Return after how many idle minutes this session locks: as chosen, sooner for a card over the air."""
    if session is not None and session.contactless:
        return min(chosen, CONTACTLESS_MINUTES)
    return chosen

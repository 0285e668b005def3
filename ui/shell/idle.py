"""Notices that nobody has touched keyboard or mouse for a while.

Every event of the program would pass by here, some ninety for one key. So after an act the watch is deaf for
a few seconds: whoever works costs it nothing, and the minutes are counted from the end of those seconds. It
never says too early that nobody is there, and at most those seconds too late.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent

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
DEAF_MS = 5_000
"""How long after an act nothing is listened to."""
CONTACTLESS_MINUTES = 5
"""For a session whose card is in no slot: its removal locks nothing."""


class IdleWatch(QObject):
    """Emits ``idle`` once nothing was touched for the minutes that ``minutes()`` gives at that time."""

    idle = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = self._single_shot(self._ended)
        self._deaf = self._single_shot(self._listen)

    def _single_shot(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def begin(self) -> None:
        """Watch from now on."""
        self._deaf.stop()
        self._listen()

    def end(self) -> None:
        """Watch no more."""
        self._deaf.stop()
        self._hear_nothing()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the minutes anew with every act; takes nothing away from anybody."""
        if event.type() in _ACTS or _is_composed(event):
            self._hear_nothing()
            self._count_from_now()
            self._deaf.start(DEAF_MS)
        return False

    @Slot()
    def _listen(self) -> None:
        """Hear everything again; perhaps somebody acted just now, so the minutes begin here."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._count_from_now()

    def _hear_nothing(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _count_from_now(self) -> None:
        self._timer.start(self._minutes() * _MINUTE_MS)

    @Slot()
    def _ended(self) -> None:
        self.end()
        self.idle.emit()


def _is_composed(event: QEvent) -> bool:
    """Tell whether an input method composes or gives letters: it may keep the keys to itself."""
    return isinstance(event, QInputMethodEvent) and bool(event.preeditString() or event.commitString())


def minutes_for(session: Session | None, chosen: int) -> int:
    """Return after how many idle minutes this session locks: as chosen, sooner for a card over the air."""
    if session is not None and session.contactless:
        return min(chosen, CONTACTLESS_MINUTES)
    return chosen

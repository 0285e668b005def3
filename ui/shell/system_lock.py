"""Notices that the computer itself was locked: Windows' Win+L and user switching, a Linux desktop's lock.

Whoever locks the computer has left the desk, whatever lies in the reader. Windows tells a window by a message
(WM_WTSSESSION_CHANGE), a Linux desktop tells everybody on the session's bus; where neither does, nothing is
heard, and the idle minutes remain.
"""

from __future__ import annotations

from ctypes import wintypes
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

from desktop_app import host

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

WINDOWS_MESSAGE: Final = b"windows_generic_MSG"
SESSION_CHANGE: Final = 0x02B1  # WM_WTSSESSION_CHANGE
LEAVING: Final = frozenset({0x2, 0x4, 0x6, 0x7})
"""What its wParam says of somebody gone: console or remote session disconnected, logged off, locked."""
SCREEN_SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
"""Services (each also the name of its interface) that tell ``ActiveChanged`` on the session's bus."""


class SystemLock(QObject):
    """Emits ``locked`` when the computer is locked or another user comes to the fore."""

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._messages: _Messages | None = None
        self._listens = False

    @Slot()
    def listen(self) -> None:
        """Listen from now on; calling again changes nothing."""
        if self._listens:
            return
        self._listens = True
        if host.tell_of_session(int(self._window.winId())):
            self._messages = _Messages(self)
            QCoreApplication.instance().installNativeEventFilter(self._messages)  # type: ignore[union-attr]  # a window has one
        elif host.has_session_bus():
            self._listen_on_the_bus()

    def _listen_on_the_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # Windows and a kiosk without a desktop never need it

        bus, heard_by = QDBusConnection.sessionBus(), SLOT("_active_changed(bool)")
        for service, path in SCREEN_SAVERS:
            bus.connect(service, path, service, "ActiveChanged", self, heard_by)  # type: ignore[call-overload]  # the stub knows no slot by name

    @Slot(bool)
    def _active_changed(self, active: bool) -> None:
        if active:
            self.locked.emit()


class _Messages(QAbstractNativeEventFilter):
    """Reads Windows' messages and lets each go on."""

    def __init__(self, lock: SystemLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at one message."""
        if bytes(event_type) == WINDOWS_MESSAGE:  # type: ignore[arg-type]  # a QByteArray, too
            told = wintypes.MSG.from_address(int(message))
            if told.message == SESSION_CHANGE and told.wParam in LEAVING:
                self._lock.locked.emit()
        return False, 0

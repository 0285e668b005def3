"""Cyclic garbage is collected by the clock and on the main thread, not between a key and its paint.

The interpreter's own collector runs after so many allocations, on whatever thread makes them: it pauses the
very command that allocates most, and it may end a ``QObject`` on a thread that does not own it, which ends
the process. So it rests for as long as there are windows.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app import host

TICK_MS = 500
_YOUNG, _OLD = 10, 120
"""Ticks from one look at the middle generation, and at all of them, to the next."""
SWITCH_SECONDS = 0.00005
"""How long another thread may go on in Python while the main thread waits; the interpreter's own is 5 ms.

A screen of twenty rows lets the interpreter go for each: a first sync beside it would take every turn whole.
"""
LARGE_BLOCK = 1 << 20
"""Bytes from which memory goes back to the system once free: the ids of a million reports, a picture."""


class Collector(QObject):
    """Collects from ``settle`` to ``end``; what was made before stays outside, as modules do for good.

    A desk stays outside too while it lasts: ``settle`` when it is there, ``loosen`` when it went.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = 0
        self._begun = self._is_loose = False
        self._was_enabled = gc.isenabled()
        self._interval = sys.getswitchinterval()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Take over from the interpreter, before the first window; nothing is collected yet."""
        self._begun = True
        self._was_enabled = gc.isenabled()
        self._interval = sys.getswitchinterval()
        gc.disable()
        sys.setswitchinterval(SWITCH_SECONDS)
        host.give_back_blocks(LARGE_BLOCK)

    def settle(self) -> None:
        """Collect by the clock from now on what will be made; what lasts is there."""
        if self._begun:
            gc.freeze()
            self._timer.start()

    @Slot()
    def loosen(self) -> None:
        """What lasted has gone: the next look at all generations looks at it as well."""
        self._is_loose = True

    def end(self) -> None:
        """Give back what was taken over; idempotent."""
        if not self._begun:
            return
        self._begun = False
        if self._timer.isActive():
            self._timer.stop()
            gc.unfreeze()
        sys.setswitchinterval(self._interval)
        if self._was_enabled:
            gc.enable()

    @Slot()
    def tick(self) -> None:
        """Collect what was made last; the older generations every five seconds, and every minute."""
        self._ticks += 1
        if self._is_loose and self._ticks % _OLD == 0:
            self._is_loose = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        else:
            gc.collect(2 if self._ticks % _OLD == 0 else 1 if self._ticks % _YOUNG == 0 else 0)

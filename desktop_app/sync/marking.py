"""The thread that marks the reports of a large store anew, behind the screen, until it is done.

It begins where a migration, other rights or an absence asked for it and the store is too large to be done at
once; the strip says how far it came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop_app.news import ReportsChanged
from desktop_app.sync.loop import Loop
from desktop_app.sync.status import StatusBoard

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_NAME: Final = "marking"
_SHOWN_EVERY: Final = 500
"""Reports from one word about it to the next, and from one look of the lists to the next."""


class MarkingLoop:
    """Goes on with ``store.marking``; its thread begins with the first that is asked for."""

    def __init__(self, store: AccountStore, board: StatusBoard, publish: Callable[[object], None]) -> None:
        self._store = store
        self._board = board
        self._publish = publish
        self._begun = False
        self._loop = Loop(_NAME, self._step, board.failed, lambda: None)
        self.ask_to_stop, self.stop = self._loop.ask_to_stop, self._loop.stop

    def look(self) -> None:
        """Begin, or go on, where something is asked for; called by one thread at a time."""
        if self._store.newer is not None or self._store.marking.progress is None:
            return
        if self._begun:
            self._loop.wake()
        else:
            self._begun = True
            self._loop.start()

    def _step(self) -> float | None:
        came = self._store.marking.go_on()
        if came is None:
            self._board.marking(0, 0)
            self._publish(ReportsChanged(()))
            return None
        if came.done % _SHOWN_EVERY == 0:
            self._board.marking(came.done, came.total)
            self._publish(ReportsChanged(()))
        return 0.0

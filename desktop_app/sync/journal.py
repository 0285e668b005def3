"""The terminal's thread: journal rows and checkpoints up; bundle, roster and revocation lists down."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop_app.api.terminals import Access
from desktop_app.news import TerminalStatus, WipeOrdered
from desktop_app.sync.attendance import Attendance
from desktop_app.sync.loop import Loop
from desktop_app.sync.refresh import Refresh

if TYPE_CHECKING:
    from desktop_app.sync.terminal_board import TerminalBoard

_log = logging.getLogger(__name__)
START_REST: Final = 1.0
"""Seconds that a starting program has for itself; a row to be sent ends them."""
IDLE_SECONDS: Final = 60.0
_NAME: Final = "journal"


class JournalSync:
    """Runs the terminal's exchanges; ``board`` tells how they go."""

    def __init__(
        self,
        access: Access,
        attendance: Attendance,
        refresh: Refresh,
        board: TerminalBoard,
        *,
        wipe: Callable[[WipeOrdered], None],
        heard: Callable[[], None],
    ) -> None:
        """``wipe`` has an order carried out before it returns; ``heard``: an exchange succeeded."""
        self._access = access
        self._session = session = access.centre.open()
        self._resource = access.over(session)
        self._attendance = attendance
        self._refresh = refresh
        self._board = board
        self._wipe = wipe
        self._heard = heard
        self._wiped: tuple[str, int, int] | None = None
        self._loop = Loop(_NAME, self._step, self._failed, session.stop, rest=START_REST, close=session.close)
        self.start, self.wake, self.stop = self._loop.start, self._loop.wake, self._loop.stop

    @property
    def status(self) -> TerminalStatus:
        """The latest state."""
        return self._board.status

    def _step(self) -> float:
        if self._attendance.checkpoint_due():
            self._attendance.make_checkpoint()
        self._board.recount()
        self._obey(self._attendance.compare(self._resource).wipe_order)
        while self._attendance.send_rows(self._resource):
            self._board.heard()
        self._attendance.send_checkpoint(self._resource)
        self._refresh.look(self._access, self._session)
        self._board.heard()
        self._heard()
        return IDLE_SECONDS

    def wiped(self, order_id: str, accounts: int, sealed: int) -> None:
        """The order was carried out; the centre is told, now and until it has heard it."""
        self._wiped = (order_id, accounts, sealed)

    def _obey(self, order_id: str | None) -> None:
        """An order to wipe is carried out by whoever hears of it, before ``wipe`` returns."""
        if order_id is None:
            return
        if self._wiped is None or self._wiped[0] != order_id:
            self._wipe(WipeOrdered(order_id))
        if self._wiped is not None and self._wiped[0] == order_id:
            self._resource.confirm_wipe(*self._wiped)

    def _failed(self, failure: Exception) -> None:
        _log.info("terminal exchange failed: %s", type(failure).__name__)
        self._board.failed(failure)

"""The pull thread: a first sync page by page, then a hanging GET that ``stop`` can break at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from desktop_app.api import changes
from desktop_app.api.changes import Page
from desktop_app.api.digest import DigestSource
from desktop_app.api.session import Centre, TokenSource
from desktop_app.sync.engine import Engine, Pulled
from desktop_app.sync.loop import Loop
from desktop_app.sync.status import StatusBoard

COMPARED_EVERY: Final = 3600.0
FIRST_COMPARISON: Final = 60.0
"""Seconds from the sign-in, and between comparisons: they cost the server a look at every row in sight."""


class Pull:
    """Keeps a person's store fed.

    ``online`` is called when contact comes back after a failure, and when there is work to send again.
    """

    def __init__(
        self,
        centre: Centre,
        token: TokenSource,
        engine: Engine,
        board: StatusBoard,
        online: Callable[[], None],
        tick: Callable[[], None],
    ) -> None:
        self._session = centre.open()
        self._token = token
        self._engine = engine
        self._board = board
        self._online = online
        self._tick = tick
        self._in_contact = False
        self._wait = 0
        self._done = 0
        self._next_comparison = time.monotonic() + FIRST_COMPARISON
        self._loop = Loop(_NAME, self._step, self._failed, self._break_off, close=self._session.close)
        self.start, self.wake = self._loop.start, self._loop.wake
        self.ask_to_stop, self.stop = self._loop.ask_to_stop, self._loop.stop

    def retry(self) -> None:
        """Ask anew at once: a request that hangs on a network that was away is given up."""
        self._session.drop()
        self._loop.wake()

    def delivered(self) -> None:
        """The other direction got through: if this one has no contact, it need not wait."""
        if not self._in_contact:
            self.retry()

    def _break_off(self) -> None:
        self._engine.end()
        self._session.stop()

    def _step(self) -> float:
        self._tick()
        pulled = self._engine.pull(self._fetch)
        self._board.heard()
        self._show(pulled)
        offered = pulled.offered or (not pulled.has_more and not pulled.rows and self._compare())
        self._wait = 0 if pulled.has_more or offered else changes.LONGEST_WAIT
        if not self._in_contact or offered:
            self._in_contact = True
            self._online()
        return 0.0

    def _compare(self) -> bool:
        """Ask once in a while, when there is no news, whether the store is what the server has.

        Tell whether there is work to send again.
        """
        if time.monotonic() < self._next_comparison:
            return False
        self._next_comparison = time.monotonic() + COMPARED_EVERY
        return self._engine.compare(DigestSource(self._session, self._token, self._engine.cursor)).offered

    def _fetch(self, cursor: str) -> Page:
        return changes.fetch(self._session, self._token, cursor, self._wait)

    def _show(self, pulled: Pulled) -> None:
        if not pulled.first_sync or not pulled.has_more:
            self._done = 0
            self._board.progress(0, 0)
            return
        self._done += pulled.rows
        self._board.progress(self._done, self._done + pulled.left)

    def _failed(self, failure: Exception) -> None:
        self._in_contact = False
        self._wait = 0
        self._board.failed(failure)


_NAME: Final = "pull"

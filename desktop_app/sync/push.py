"""The push thread: woken by an action or by contact, never behind the hanging GET."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.api import events
from desktop_app.api.events import PushAnswer
from desktop_app.api.session import Centre, TokenSource
from desktop_app.domain.outbox import Event
from desktop_app.sync.engine import Engine
from desktop_app.sync.loop import LAG_SECONDS, Loop
from desktop_app.sync.status import StatusBoard

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore


class Push:
    """Empties a person's outbox. ``delivered`` is called after the centre took or judged events."""

    def __init__(
        self,
        centre: Centre,
        token: TokenSource,
        store: AccountStore,
        engine: Engine,
        board: StatusBoard,
        now: Callable[[], datetime],
        delivered: Callable[[], None],
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """``before`` runs ahead of each look into the outbox."""
        self._session = centre.open()
        self._token = token
        self._store = store
        self._engine = engine
        self._board = board
        self._now = now
        self._delivered = delivered
        self._before = before
        session = self._session
        self._loop = Loop(_NAME, self._step, self._failed, session.stop, lag=LAG_SECONDS, close=session.close)
        self.start, self.wake = self._loop.start, self._loop.wake
        self.ask_to_stop, self.stop = self._loop.ask_to_stop, self._loop.stop

    def _step(self) -> float | None:
        self._board.recount()
        self._before()
        while self._engine.push(self._send):
            self._board.reached()
            self._delivered()
        self._board.recount()
        return self._until_next_release()

    def _send(self, batch: Sequence[Event]) -> PushAnswer:
        self._board.recount()
        return events.send(self._session, self._token, batch)

    def _until_next_release(self) -> float | None:
        """Seconds until a hold runs out; None when only a new action can bring work."""
        release = self._store.outbox.next_release()
        return None if release is None else max(0.0, (release - self._now()).total_seconds())

    def _failed(self, failure: Exception) -> None:
        self._board.failed(failure)


_NAME: Final = "push"

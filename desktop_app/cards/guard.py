"""Locks when the card that opened the session leaves its reader; a bounce of the contacts does not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from cardio import events
from desktop_app.news import LockReason

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.cards.presented_card import PresentedCard

DEBOUNCE_SECONDS: Final = 1.5


class CardGuard:
    """Watches one reader while somebody is signed in there."""

    def __init__(
        self,
        bus: Bus,
        read: Callable[[str], Future[PresentedCard]],
        lock: Callable[[LockReason], None],
    ) -> None:
        """``read`` reads the card in a reader, ``lock`` is called when it has gone."""
        self._read = read
        self._lock_desk = lock
        self._guard = threading.Lock()
        self._reader: str | None = None
        self._suspended: str | None = None
        self._account = ""
        self._timer: threading.Timer | None = None
        self._reason = LockReason.CARD_REMOVED
        bus.subscribe(events.CardRemoved, lambda event: self._left(event.reader, LockReason.CARD_REMOVED))
        bus.subscribe(events.ReaderRemoved, lambda event: self._left(event.reader, LockReason.READER_LOST))
        bus.subscribe(events.CardInserted, lambda event: self._came(event.reader))

    def watch(self, reader: str, account_id: str) -> None:
        """Lock when the card of ``account_id`` leaves ``reader``."""
        with self._guard:
            self._cancel()
            self._reader, self._account = reader, account_id
            self._suspended = None

    def unwatch(self) -> None:
        """Nobody is signed in any more. Idempotent."""
        with self._guard:
            self._cancel()
            self._reader = self._suspended = None

    def suspend(self) -> None:
        """Let the card leave without a lock, until ``resume``."""
        with self._guard:
            self._cancel()
            self._suspended, self._reader = self._reader, None

    def resume(self) -> None:
        """Watch again what ``suspend`` let go; nothing happens when somebody signed in or out meanwhile."""
        with self._guard:
            if self._reader is None:
                self._reader = self._suspended
            self._suspended = None

    @property
    def lent(self) -> str | None:
        """The reader whose card may leave and another's come, until ``resume``."""
        with self._guard:
            return self._suspended

    @property
    def at_rest(self) -> bool:
        """Whether no removal is being waited for."""
        with self._guard:
            return self._timer is None

    def _left(self, reader: str, reason: LockReason) -> None:
        with self._guard:
            if reader != self._reader:
                return
            self._reason = reason
            if self._timer is None:
                self._timer = threading.Timer(DEBOUNCE_SECONDS, self._expired)
                self._timer.daemon = True
                self._timer.start()

    def _expired(self) -> None:
        with self._guard:
            if self._timer is None or self._reader is None:
                return
            self._timer, self._reader = None, None
            reason = self._reason
        self._lock_desk(reason)

    def _came(self, reader: str) -> None:
        """A card came within the debounce: the same one goes on, another one locks when time is up."""
        with self._guard:
            waiting = reader == self._reader and self._timer is not None
        if waiting:
            self._read(reader).add_done_callback(self._recognise)

    def _recognise(self, done: Future[PresentedCard]) -> None:
        same = done.exception() is None and done.result().account_id == self._account
        if same:
            with self._guard:
                self._cancel()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

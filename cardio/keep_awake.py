"""`KeepAwake`: a transaction that a task leaves idle is brought to the service's mind.

Windows resets a card after five seconds without a call. The task has its reader's thread, and may be waiting
for a disk or a person: so the reminder comes from a thread of its own, and never into the middle of a call.
"""

from __future__ import annotations

import threading
import time
from typing import Final

from cardio.source import CardConnection

LONGEST_REST: Final = 4.0
"""Seconds without a call after which a transaction is kept awake."""


class KeepAwake:
    """One reader's transaction. `line` is held during each call into the source that could be met."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self.line = threading.Lock()
        self._at_rest: tuple[CardConnection, float] | None = None  # a transaction, and its last call's end

    def rests(self, connection: CardConnection | None) -> None:
        """From now on the transaction of `connection` is left idle; `None`: there is none."""
        self._at_rest = None if connection is None else (connection, time.monotonic())

    def remind(self, now: float) -> None:
        """If the transaction has been left idle for long, remind the service of it; returns at once."""
        at_rest = self._at_rest
        if at_rest is None or now - at_rest[1] < LONGEST_REST:
            return
        self._at_rest = (at_rest[0], now)
        name = f"card-awake-{self._reader}"
        threading.Thread(target=self._remind, args=at_rest, name=name, daemon=True).start()

    def _remind(self, connection: CardConnection, since: float) -> None:
        with self.line:
            at_rest = self._at_rest
            if at_rest is not None and at_rest[0] is connection and at_rest[1] >= since:
                connection.keep_awake()

"""Whether the smart-card service runs, as the watchers of the readers last told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from cardio import events

if TYPE_CHECKING:
    from desktop_app.bus import Bus


class ServiceWatch:
    """Remembers what was last heard of the service; made before the readers start. Thread-safe."""

    def __init__(self, bus: Bus) -> None:
        self._lock = threading.Lock()
        self._reason: int | None = None
        self._ends = [
            bus.subscribe(events.ServiceLost, lambda event: self._note(event.reason_code)),
            bus.subscribe(events.ServiceBack, lambda _event: self._note(None)),
        ]

    def _note(self, reason: int | None) -> None:
        with self._lock:
            self._reason = reason

    @property
    def lost(self) -> int | None:
        """The service's return code while it is away, None while it runs."""
        with self._lock:
            return self._reason

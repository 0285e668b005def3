"""The smart-card service: whether it runs, as the watchers of the readers last told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from cardio import events
from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part

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


def examine_service(lost: int | None, *, readers: bool) -> Finding:
    """Return the finding on the service; ``lost`` is ``ServiceWatch.lost``.

    ``readers`` tells whether there are readers all the same: the training's need no service.
    """
    if lost is None:
        return find(Part.SERVICE, "service_running")
    data = {"reason": f"{lost & 0xFFFFFFFF:08X}"}
    return find(Part.SERVICE, "service_away" if readers else "no_service", data=data)

"""What may happen to one exchange between a desk and the centre, and to the desk meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from desktop_app.api.errors import Unreachable

Answer = TypeVar("Answer")


class Killed(BaseException):
    """The desk's process is gone, as after kill -9: nobody catches this on the way."""


class Fault(StrEnum):
    """The fate of one exchange."""

    NONE = "none"
    REQUEST_LOST = "request_lost"
    ANSWER_LOST = "answer_lost"
    TWICE = "twice"
    LATE = "late"
    KILLED_BEFORE = "killed_before"
    KILLED_AFTER = "killed_after"
    KILLED_IN_THE_MIDDLE = "killed_in_the_middle"


class Network:
    """Carries exchanges; the fault that is set meets the next one, once."""

    def __init__(self) -> None:
        self.fault = Fault.NONE
        self.faults = 0
        self._late: list[Callable[[], object]] = []

    def carry(self, exchange: Callable[[], Answer]) -> Answer:
        """Return the answer of ``exchange``, or what the fault makes of it."""
        fault = Fault.NONE if self.fault is Fault.KILLED_IN_THE_MIDDLE else self._take()
        if fault is Fault.KILLED_BEFORE:
            raise Killed
        if fault is Fault.REQUEST_LOST:
            raise Unreachable(sent=False)
        if fault is Fault.LATE:
            self._late.append(exchange)
            raise Unreachable(sent=True)
        answer = exchange()
        if fault is Fault.KILLED_AFTER:
            raise Killed
        if fault is Fault.ANSWER_LOST:
            raise Unreachable(sent=True)
        return exchange() if fault is Fault.TWICE else answer

    def heard(self) -> None:
        """The desk published something: between two of its transactions."""
        if self.fault is Fault.KILLED_IN_THE_MIDDLE:
            self._take()
            raise Killed

    def deliver_late(self) -> None:
        """What was under way arrives at last, behind whatever was sent since; nobody hears the answers."""
        late, self._late = self._late, []
        for exchange in reversed(late):
            exchange()

    def _take(self) -> Fault:
        fault, self.fault = self.fault, Fault.NONE
        self.faults += fault is not Fault.NONE
        return fault

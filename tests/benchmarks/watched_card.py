"""A virtual card with a stopwatch at its contacts: time inside ``transmit`` is the card's own."""

from __future__ import annotations

import threading
import time

from cardio.simulator import VirtualPivCard


class WatchedCard:
    """Counts the APDUs and the time that ``card`` takes; with ``seconds`` it is that much slower per APDU."""

    def __init__(self, card: VirtualPivCard, seconds: float = 0.0) -> None:
        self._card, self._seconds = card, seconds
        self._slowness = threading.Event()
        self.apdus = 0
        self.spent_ms = 0.0
        self.all_apdus = 0  # whatever resets the card between

    @property
    def contactless(self) -> bool:
        """Whether the card talks through its antenna."""
        return self._card.contactless

    @contactless.setter
    def contactless(self, value: bool) -> None:
        self._card.contactless = value

    def power_on(self) -> bytes:
        """Cold reset; the stopwatch starts at zero with it."""
        self.apdus, self.spent_ms = 0, 0.0
        return self._card.power_on()

    def reset(self) -> None:
        """Warm reset."""
        self._card.reset()

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The card's answer, timed."""
        begun = time.perf_counter_ns()
        if self._seconds:
            self._slowness.wait(self._seconds)
        answer = self._card.transmit(command)
        self.spent_ms += (time.perf_counter_ns() - begun) / 1e6
        self.apdus += 1
        self.all_apdus += 1
        return answer

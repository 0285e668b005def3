"""Windows' smart-card service as the adapter meets it: `smartcard.scard`'s functions, over a virtual card.

It stops with the last reader and starts with the first, as Windows' does, and answers any call by the return
code laid up for it. `install` puts it in place of the real functions for a test.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import Final

import pytest
from smartcard import scard

from cardio.simulator.pad import VirtualPad
from cardio.simulator.readers import VirtualCard

READER: Final = "Contoso USB Smart Card Reader 0"
OK: Final = int(scard.SCARD_S_SUCCESS)
CONTEXT: Final = 11
HANDLE: Final = 22
_WAKES_EACH: Final = 0.02


class WindowsService:
    """One reader with one card at most. `faults` of a call are answered before it is carried out, in turn."""

    def __init__(
        self, card: VirtualCard | None = None, *, plugged: bool = True, running: bool = True
    ) -> None:
        self._changed = threading.Condition()
        self.card = card
        self._atr = list(card.power_on()) if card is not None else []
        self.plugged = plugged
        self.running = running and plugged
        self.faults: dict[str, list[int]] = defaultdict(list)
        self.asked: dict[str, int] = defaultdict(int)
        self.protocol = int(scard.SCARD_PROTOCOL_T1)
        self.pad: VirtualPad | None = None
        self.cancelled = False

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of every function of `smartcard.scard` that the adapter uses."""
        for name in dir(self):
            if name.startswith("SCard"):
                monkeypatch.setattr(scard, name, getattr(self, name))

    def is_resting(self) -> bool:
        """What the operating system says of a service that does not run."""
        return not self.plugged

    def plug_in(self) -> None:
        """A reader is plugged in, and the service starts."""
        self.plugged = self.running = True

    def unplug(self) -> None:
        """The last reader goes, and the service with it."""
        self.plugged = self.running = False

    def lay_up(self, call: str, *codes: int) -> None:
        """Let the next calls of `SCard…` be answered by these codes."""
        self.faults[call] += codes

    def _fault(self, call: str) -> int:
        self.asked[call] += 1
        if self.faults[call]:
            return self.faults[call].pop(0)
        return OK if self.running else int(scard.SCARD_E_NO_SERVICE)

    # --- smartcard.scard

    def SCardEstablishContext(self, _scope: int) -> tuple[int, int]:  # noqa: N802
        """A context."""
        return self._fault("EstablishContext"), CONTEXT

    def SCardReleaseContext(self, _context: int) -> int:  # noqa: N802
        """Nothing is held."""
        return OK

    def SCardListReaders(self, _context: int, _groups: list[str]) -> tuple[int, list[str]]:  # noqa: N802
        """The reader."""
        code = self._fault("ListReaders")
        return code, [READER] if code == OK else []

    def SCardGetStatusChange(  # noqa: N802
        self, _context: int, timeout: int, states: list[tuple[str, int]]
    ) -> tuple[int, list[tuple[str, int, list[int]]]]:
        """Wait until the card's presence is not as known."""
        code = self._fault("GetStatusChange")
        left = timeout / 1000
        while code == OK and self.running and not self.cancelled and left > 0 and not self._news(states):
            with self._changed:
                self._changed.wait(_WAKES_EACH)
            left -= _WAKES_EACH
        if code == OK and not self.running:
            code = int(scard.SCARD_E_SERVICE_STOPPED)
        return code, [self._state(name, known) for name, known in states]

    def _news(self, states: list[tuple[str, int]]) -> bool:
        return any(name == READER and bool(known & 0x20) != (self.card is not None) for name, known in states)

    def _state(self, name: str, known: int) -> tuple[str, int, list[int]]:
        if name != READER:
            return name, known, []
        if self.card is None:
            return name, int(scard.SCARD_STATE_EMPTY), []
        return name, int(scard.SCARD_STATE_PRESENT), self._atr

    def SCardCancel(self, _context: int) -> int:  # noqa: N802
        """End the wait."""
        self.cancelled = True
        return OK

    def SCardConnect(self, _context: int, _reader: str, _share: int, _wanted: int) -> tuple[int, int, int]:  # noqa: N802
        """A handle."""
        return self._card_call("Connect"), HANDLE, self.protocol

    def SCardDisconnect(self, _handle: int, _disposition: int) -> int:  # noqa: N802
        """Let go."""
        return OK

    def SCardReconnect(self, _handle: int, _share: int, _wanted: int, _how: int) -> tuple[int, int]:  # noqa: N802
        """Reset the card."""
        code = self._card_call("Reconnect")
        if code == OK and self.card is not None:
            self.card.reset()
        return code, self.protocol

    def SCardStatus(self, _handle: int) -> tuple[int, str, int, int, list[int]]:  # noqa: N802
        """The ATR."""
        code = self._card_call("Status")
        return code, READER, 0, self.protocol, self._atr if code == OK else []

    def SCardBeginTransaction(self, _handle: int) -> int:  # noqa: N802
        """Nobody else is there."""
        return self._card_call("BeginTransaction")

    def SCardEndTransaction(self, _handle: int, _disposition: int) -> int:  # noqa: N802
        """Nobody waits."""
        return OK

    def SCardTransmit(self, _handle: int, _protocol: int, command: list[int]) -> tuple[int, list[int]]:  # noqa: N802
        """To the card."""
        code = self._card_call("Transmit")
        answer = self.card.transmit(bytes(command)) if code == OK and self.card is not None else b""
        return code, list(answer)

    def SCardControl(self, _handle: int, code: int, data: list[int]) -> tuple[int, list[int]]:  # noqa: N802
        """The features of the pad, where there is one; what is typed on it."""
        laid_up = self._card_call("Control")
        if laid_up != OK or self.pad is None:
            return laid_up or int(scard.SCARD_E_UNSUPPORTED_FEATURE), []
        if code == scard.SCARD_CTL_CODE(3400):
            listed = [bytes((tag, 4)) + number.to_bytes(4, "big") for tag, number in self.pad.codes.items()]
            return OK, list(b"".join(listed))
        return OK, list(self.pad.control(code, bytes(data), self._to_card))

    def _to_card(self, command: bytes) -> bytes:
        return self.card.transmit(command) if self.card is not None else b""

    def _card_call(self, call: str) -> int:
        code = self._fault(call)
        if code == OK and self.card is None:
            return int(scard.SCARD_E_NO_SMARTCARD)
        return code

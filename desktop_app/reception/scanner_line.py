"""The bytes of a serial scanner, made into lines: each scan ends by CR, LF or both."""

from __future__ import annotations

from typing import Final

from cardio.cccd.qr import LONGEST

_MOST_BYTES: Final = 4 * LONGEST


class ScannerLine:
    """What came so far of the line under way."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> list[str]:
        """Take bytes; return the lines that they finish. What is no UTF-8 shows as U+FFFD.

        A line that does not end is dropped: a scanner set to another protocol fills no memory.
        """
        self._rest += data.replace(b"\r", b"\n")
        *whole, rest = bytes(self._rest).split(b"\n")
        self._rest[:] = rest if len(rest) <= _MOST_BYTES else b""
        lines = (line.decode("utf-8", "replace").strip() for line in whole if len(line) <= _MOST_BYTES)
        return [line for line in lines if line]

    def start_over(self) -> None:
        """Forget what came: the port was closed."""
        self._rest.clear()

"""`VirtualUidCard`: an old access card that has a number and nothing else, as a reader shows it."""

from __future__ import annotations

from typing import Final

_ATR: Final = bytes.fromhex("3B8F8001804F0CA000000306030001000000006A")  # PC/SC part 3: ISO 14443 A, 1 KiB
_GET_UID: Final = bytes.fromhex("FFCA0000")
_NOT_SUPPORTED: Final = bytes.fromhex("6D00")


class VirtualUidCard:
    """Answers `FF CA 00 00 00` with its number, which the reader does in truth, and refuses the rest."""

    contactless = True

    def __init__(self, uid: bytes) -> None:
        self._uid = uid

    def power_on(self) -> bytes:
        """The ATR that readers make up for such cards."""
        return _ATR

    def reset(self) -> None:
        """There is nothing to forget."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The number, or a refusal."""
        return self._uid + b"\x90\x00" if bytes(command[:4]) == _GET_UID else _NOT_SUPPORTED

"""Command and answer of ISO/IEC 7816-4 as values, and their encodings (short and extended).

The data field of a command is never part of a `repr`: it may be a PIN.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

SHORT_DATA: Final = 255
SHORT_ANSWER: Final = 256
EXTENDED_DATA: Final = 65535
EXTENDED_ANSWER: Final = 65536
CHAINED: Final = 0x10
SECURED: Final = 0x0C  # secure messaging, header authenticated

OK: Final = 0x9000
VERIFICATION_FAILED: Final = 0x6300  # without a count
WRONG_LENGTH: Final = 0x6700
SECURITY_STATUS: Final = 0x6982
BLOCKED: Final = 0x6983
CONDITIONS: Final = 0x6985
FUNCTION_NOT_SUPPORTED: Final = 0x6A81
NOT_FOUND: Final = 0x6A82
REFERENCE_NOT_FOUND: Final = 0x6A88
INS_NOT_SUPPORTED: Final = 0x6D00
CLA_NOT_SUPPORTED: Final = 0x6E00
NO_DIAGNOSIS: Final = 0x6F00


class Ins:
    """Instruction bytes used here (ISO 7816-4 and SP 800-73-5 part 2)."""

    VERIFY: Final = 0x20
    CHANGE_REFERENCE_DATA: Final = 0x24
    RESET_RETRY_COUNTER: Final = 0x2C
    GENERAL_AUTHENTICATE: Final = 0x87
    SELECT: Final = 0xA4
    READ_BINARY: Final = 0xB0
    GET_RESPONSE: Final = 0xC0
    GET_DATA: Final = 0xCB
    GET_METADATA: Final = 0xF7  # of several makers, in no standard
    GET_VERSION: Final = 0xFD  # likewise


class Response(NamedTuple):
    """An answer without its status word, and the status word as one number (0x9000)."""

    data: bytes
    sw: int


@dataclass(frozen=True, slots=True)
class Command:
    """One logical command; `le` is the answer expected in bytes, `None` for none (case 1 and 3)."""

    ins: int
    p1: int = 0
    p2: int = 0
    data: bytes | bytearray = field(default=b"", repr=False)
    le: int | None = None
    cla: int = 0

    @property
    def fits_short(self) -> bool:
        """Whether data and expected answer fit one short APDU."""
        return len(self.data) <= SHORT_DATA and (self.le or 0) <= SHORT_ANSWER

    def short(self) -> list[bytearray]:
        """The command as short APDUs: one, or a chain of them (ISO 7816-4, 5.3.3)."""
        data = memoryview(self.data)  # no copies: it may be a PIN
        pieces = [data[at : at + SHORT_DATA] for at in range(0, len(data), SHORT_DATA)] or [data]
        chain = [self._frame(self.cla | CHAINED, piece) for piece in pieces[:-1]]
        last = self._frame(self.cla, pieces[-1])
        if self.le is not None:
            last.append(self.le & 0xFF if self.le < SHORT_ANSWER else 0)
        return [*chain, last]

    def extended(self) -> bytearray:
        """The command as one extended APDU (ISO 7816-4, 5.2)."""
        frame = bytearray((self.cla, self.ins, self.p1, self.p2, 0))
        if self.data:
            frame += len(self.data).to_bytes(2, "big")
            frame += self.data
        if self.le is not None:
            frame += (self.le % EXTENDED_ANSWER).to_bytes(2, "big")
        return frame

    def _frame(self, cla: int, data: memoryview) -> bytearray:
        frame = bytearray((cla, self.ins, self.p1, self.p2))
        if data:
            frame.append(len(data))
            frame += data
        return frame

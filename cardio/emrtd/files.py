"""Elementary files of a travel document (Doc 9303-10, 3.6): found, measured by their header, read in pieces.

A file is asked for by its short identifier where the chip knows those, which saves the SELECT.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cardio import apdu, der, tlv
from cardio.apdu import Command, Ins, Response
from cardio.document_errors import FileCutShort, LengthRefused
from cardio.emrtd import groups
from cardio.errors import ApduError, ConditionsNotSatisfied, ObjectMissing, ProtocolViolation

CARD_ACCESS: Final = 0x011C
COM: Final = 0x011E
SOD: Final = 0x011D
APPLICATION: Final = bytes.fromhex("A0000002471001")

READ_BINARY: Final = 0xB0
READ_BINARY_FAR: Final = 0xB1  # with the offset as a data object
FARTHEST: Final = 0x7FFF
OFFSET: Final = 0x54
DISCRETIONARY: Final = 0x53
SMALLER_BLOCKS: Final = (192, 128)
EXTENDED_BLOCK: Final = 0x8000
HEADER: Final = 6  # tag and length of any file
LARGEST_FILE: Final = 256 * 1024  # a face is 15 to 40 KiB
END_OF_FILE: Final = 0x6282
OUTSIDE: Final = 0x6B00  # an offset beyond the end
_FAR_HEADER: Final = 8  # tag and length around a far piece
_SHORT_IDENTIFIER: Final = 0x1F  # its bits in the file identifier (3.6.3)
_BY_SHORT_IDENTIFIER: Final = 0x80  # in P1 of READ BINARY
_LENGTH_NAMED: Final = 0x6C
_GIVEN: Final = frozenset({apdu.OK, END_OF_FILE})
_FIRST_OCTETS: Final = {CARD_ACCESS: der.SET, COM: groups.COM_TAG, SOD: 0x77}

Send = Callable[[Command], Response]


def data_group(number: int) -> int:
    """The file identifier of a data group, 1 … 16."""
    return 0x0100 | number


class Files:
    """The files behind `send` (plain, or a session's).

    `room`: the most data that one short answer carries. `short_identifiers`: whether to ask by them; `False`
    once the chip has shown that it does not know them.
    """

    def __init__(
        self,
        send: Send,
        *,
        extended: bool = False,
        room: int = apdu.SHORT_ANSWER,
        short_identifiers: bool = False,
    ) -> None:
        self._send = send
        short = (room, *(size for size in SMALLER_BLOCKS if size < room))
        self._blocks: tuple[int, ...] = (EXTENDED_BLOCK, *short) if extended else short
        self._by_header = False  # the chip refuses to be asked for more than a file holds
        self.short_identifiers = short_identifiers

    def read(self, identifier: int) -> bytes:
        """The whole file.

        Raises ObjectMissing, ConditionsNotSatisfied, LengthRefused (its header announces too much),
        FileCutShort (or more than is there), ProtocolViolation, ApduError.
        """
        data = bytearray(self._start(identifier))
        total = _announced(data)
        while len(data) < total:
            piece = self._piece(len(data), total - len(data))
            if not piece:
                raise FileCutShort(total, len(data))
            data += piece
        return bytes(data[:total])

    def _start(self, identifier: int) -> bytes:
        if self.short_identifiers:
            parameter = _BY_SHORT_IDENTIFIER | identifier & _SHORT_IDENTIFIER
            answer = self._at_start(parameter, self._first_sizes[0])
            # A chip that takes P1 for an offset answers with the middle of some file.
            if answer.sw in _GIVEN and answer.data[:1] == _first_octet(identifier):
                return answer.data
        self._select(identifier)
        self.short_identifiers = False  # the file is there and was not found by it
        return self._first()

    def _select(self, identifier: int) -> None:
        answer = self._send(Command(Ins.SELECT, 0x02, 0x0C, identifier.to_bytes(2, "big")))
        if answer.sw == apdu.NOT_FOUND:
            raise ObjectMissing(identifier)
        if answer.sw in {apdu.SECURITY_STATUS, apdu.CONDITIONS}:
            raise ConditionsNotSatisfied
        if answer.sw != apdu.OK:
            raise ApduError(answer.sw, Ins.SELECT)

    @property
    def _first_sizes(self) -> tuple[int, ...]:
        return (HEADER,) if self._by_header else (*self._blocks, HEADER)

    def _first(self) -> bytes:
        """The first piece, of the largest size that the chip gives; what it refuses is not tried again."""
        sw = 0
        for size in self._first_sizes:
            answer = self._at_start(0, size)
            sw = answer.sw
            if sw in _GIVEN and answer.data:
                self._by_header = size == HEADER
                self._blocks = tuple(block for block in self._blocks if block <= size) or self._blocks
                return answer.data
            if sw in {apdu.SECURITY_STATUS, apdu.CONDITIONS}:
                raise ConditionsNotSatisfied
        raise ApduError(sw, READ_BINARY)

    def _at_start(self, p1: int, size: int) -> Response:
        """Read from the start; once more with the length that 6Cxx names, as file or chip has no more."""
        answer = self._send(Command(READ_BINARY, p1, le=size))
        named = _named_length(answer.sw, size)
        return answer if named is None else self._send(Command(READ_BINARY, p1, le=named))

    def _piece(self, offset: int, missing: int) -> bytes:
        """The next piece, in smaller ones where the chip refuses the length; empty beyond its end."""
        far = offset > FARTHEST
        while True:
            size = min(self._blocks[0], missing + (_FAR_HEADER if far else 0))
            near = Command(READ_BINARY, offset >> 8 & 0x7F, offset & 0xFF, le=size)
            answer = self._send(_far(offset, size) if far else near)
            if answer.sw in _GIVEN:
                return tlv.require(answer.data, DISCRETIONARY) if far else answer.data
            if answer.sw == OUTSIDE:
                return b""
            self._shrink(answer.sw, size)

    def _shrink(self, sw: int, refused: int) -> None:
        """Go on with smaller blocks; ApduError where the answer was about something else, or none is left."""
        named = _named_length(sw, refused)
        if named is None and sw != apdu.WRONG_LENGTH:
            raise ApduError(sw, READ_BINARY)
        smaller = tuple(block for block in self._blocks if block < (named or refused))
        self._blocks = smaller if named is None else (named, *smaller)
        if not self._blocks:
            raise ApduError(sw, READ_BINARY)


def _named_length(sw: int, asked: int) -> int | None:
    """The length that 6Cxx names; `None` for other answers, and for one that is no less than was asked."""
    fits = sw & 0xFF
    return fits if sw >> 8 == _LENGTH_NAMED and 0 < fits < asked else None


def _far(offset: int, le: int) -> Command:
    address = tlv.encode(OFFSET, offset.to_bytes((offset.bit_length() + 7) // 8, "big"))
    return Command(READ_BINARY_FAR, data=address, le=le)


def _first_octet(identifier: int) -> bytes:
    tag = _FIRST_OCTETS.get(identifier) or groups.TAGS.get(identifier & 0xFF, 0)
    return bytes((tag,))


def _announced(start: bytes | bytearray) -> int:
    """The length of the whole file by the header of its one data object."""
    at = 2 if start[0] & 0x1F == 0x1F else 1
    if at >= len(start):
        raise ProtocolViolation("file_header")
    size = start[at] & 0x7F if start[at] & 0x80 else 0
    field = start[at + 1 : at + 1 + size]
    if len(field) < size or start[at] == 0x80:
        raise ProtocolViolation("file_header")
    length = int.from_bytes(field, "big") if size else start[at]
    if length > LARGEST_FILE:
        raise LengthRefused(length)
    return at + 1 + size + length

"""Elementary files of a travel document (Doc 9303-10, 3.6): found, measured by their header, read in pieces.

A file is asked for by its short identifier where the chip knows those, which saves the SELECT.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cardio import apdu, der, tlv
from cardio.apdu import Command, Ins, Response
from cardio.document_errors import LengthRefused
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
SHORT_BLOCKS: Final = (256, 192, 128)
EXTENDED_BLOCK: Final = 0x8000
LARGEST_FILE: Final = 256 * 1024  # a face is 15 to 40 KiB
END_OF_FILE: Final = 0x6282
_FAR_HEADER: Final = 8  # tag and length around a far piece
_SHORT_IDENTIFIER: Final = 0x1F  # its bits in the file identifier (3.6.3)
_BY_SHORT_IDENTIFIER: Final = 0x80  # in P1 of READ BINARY
_FIRST_OCTETS: Final = {CARD_ACCESS: der.SET, COM: groups.COM_TAG, SOD: 0x77}

Send = Callable[[Command], Response]


def data_group(number: int) -> int:
    """The file identifier of a data group, 1 … 16."""
    return 0x0100 | number


class Files:
    """The files behind `send` (plain, or a session's).

    `short_identifiers`: whether to ask by them; `False` once the chip has shown that it does not know them.
    """

    def __init__(self, send: Send, *, extended: bool = False, short_identifiers: bool = False) -> None:
        self._send = send
        self._blocks: tuple[int, ...] = (EXTENDED_BLOCK, *SHORT_BLOCKS) if extended else SHORT_BLOCKS
        self.short_identifiers = short_identifiers

    def read(self, identifier: int) -> bytes:
        """The whole file.

        Raises ObjectMissing, ConditionsNotSatisfied, LengthRefused (its header announces too much),
        ProtocolViolation, ApduError.
        """
        data = bytearray(self._start(identifier))
        total = _announced(data)
        while len(data) < total:
            piece = self._piece(len(data), min(self._blocks[0], total - len(data)))
            if not piece:
                raise ProtocolViolation("file_length")
            data += piece
        return bytes(data[:total])

    def _start(self, identifier: int) -> bytes:
        if self.short_identifiers:
            parameter = _BY_SHORT_IDENTIFIER | identifier & _SHORT_IDENTIFIER
            answer = self._send(Command(READ_BINARY, parameter, le=self._blocks[0]))
            # A chip that takes P1 for an offset answers with the middle of some file.
            if answer.sw in {apdu.OK, END_OF_FILE} and answer.data[:1] == _first_octet(identifier):
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

    def _first(self) -> bytes:
        """The first piece, of the largest size that the chip gives; what it refuses is not tried again."""
        while True:
            answer = self._send(Command(READ_BINARY, le=self._blocks[0]))
            if answer.sw in {apdu.OK, END_OF_FILE} and answer.data:
                return answer.data
            if answer.sw in {apdu.SECURITY_STATUS, apdu.CONDITIONS}:
                raise ConditionsNotSatisfied
            if len(self._blocks) == 1:
                raise ApduError(answer.sw, READ_BINARY)
            self._blocks = self._blocks[1:]

    def _piece(self, offset: int, length: int) -> bytes:
        if offset > FARTHEST:
            return self._far_piece(offset, length)
        answer = self._send(Command(READ_BINARY, offset >> 8, offset & 0xFF, le=length))
        return _content(answer, READ_BINARY)

    def _far_piece(self, offset: int, length: int) -> bytes:
        address = tlv.encode(OFFSET, offset.to_bytes((offset.bit_length() + 7) // 8, "big"))
        room = min(length + _FAR_HEADER, self._blocks[0])
        answer = self._send(Command(READ_BINARY_FAR, data=address, le=room))
        return tlv.require(_content(answer, READ_BINARY_FAR), DISCRETIONARY)


def _content(answer: Response, ins: int) -> bytes:
    if answer.sw not in {apdu.OK, END_OF_FILE}:
        raise ApduError(answer.sw, ins)
    return answer.data


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

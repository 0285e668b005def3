"""BER-TLV as cards use it (ISO 7816-4, 5.2.2; definite lengths), read without trusting a length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cardio.errors import ProtocolViolation

LONGEST_TAG: Final = 3
LONGEST_LENGTH_FIELD: Final = 3
_CONSTRUCTED: Final = 0x20


def encode(tag: int, value: bytes) -> bytes:
    """`tag` ‖ length ‖ `value`, with the shortest length field."""
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big") + encode_length(len(value)) + value


def encode_length(length: int) -> bytes:
    """The shortest definite length field for `length`."""
    if length < 0x80:
        return bytes((length,))
    field = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(field),)) + field


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The (tag, value) pairs of `data` in order.

    Raises ProtocolViolation when a tag or length is malformed or points beyond the data.
    """
    at = 0
    while at < len(data):
        tag, at = _tag(data, at)
        length, at = _length(data, at)
        if length > len(data) - at:
            raise ProtocolViolation("length_beyond_data")
        yield tag, data[at : at + length]
        at += length


def find(data: bytes, tag: int) -> bytes | None:
    """The value of the first element `tag`, or `None`; elements after it are not looked at."""
    return next((value for found, value in elements(data) if found == tag), None)


def require(data: bytes, tag: int) -> bytes:
    """The value of the first element `tag`; ProtocolViolation when there is none."""
    value = find(data, tag)
    if value is None:
        raise ProtocolViolation("tlv")
    return value


def is_constructed(tag: int) -> bool:
    """Whether a tag's value is itself made of data objects."""
    first = tag >> 8 * (max(tag.bit_length() - 1, 0) // 8)
    return bool(first & _CONSTRUCTED)


def _tag(data: bytes, at: int) -> tuple[int, int]:
    start = at
    at += 1
    if data[start] & 0x1F == 0x1F:  # tag number continues while bit 8 is set
        while at < len(data) and data[at] & 0x80:
            at += 1
        at += 1
    if at > len(data) or at - start > LONGEST_TAG:
        raise ProtocolViolation("tlv")
    return int.from_bytes(data[start:at], "big"), at


def _length(data: bytes, at: int) -> tuple[int, int]:
    if at >= len(data):
        raise ProtocolViolation("tlv")
    first = data[at]
    at += 1
    if first < 0x80:
        return first, at
    size = first & 0x7F
    if size > LONGEST_LENGTH_FIELD:
        raise ProtocolViolation("length_beyond_measure")
    if not size or at + size > len(data):
        raise ProtocolViolation("tlv")
    return int.from_bytes(data[at : at + size], "big"), at + size

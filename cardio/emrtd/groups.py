"""The outer tags of the data groups, and EF.COM, which lists them (Doc 9303-10, 4.6.1 and 4.7)."""

from __future__ import annotations

from typing import Final

from cardio import tlv

COM_TAG: Final = 0x60
TAG_LIST: Final = 0x5C
CLOSED: Final = frozenset({3, 4})  # fingers and irises: for states only, behind terminal authentication
TAGS: Final = {
    1: 0x61,
    2: 0x75,
    3: 0x63,
    4: 0x76,
    5: 0x65,
    6: 0x66,
    7: 0x67,
    8: 0x68,
    9: 0x69,
    10: 0x6A,
    11: 0x6B,
    12: 0x6C,
    13: 0x6D,
    14: 0x6E,
    15: 0x6F,
    16: 0x70,
}
NUMBERS: Final = {tag: number for number, tag in TAGS.items()}


def content(number: int, data: bytes) -> bytes:
    """What a data group holds, out of its tag; ProtocolViolation for another file's bytes."""
    return tlv.require(data, TAGS[number])


def listed(com: bytes) -> tuple[int, ...]:
    """The data groups that EF.COM says are there. It is not signed: no more than a hint.

    Tags that are no data group's are passed over: some issuers list further files. Raises ProtocolViolation.
    """
    tags = tlv.require(tlv.require(com, COM_TAG), TAG_LIST)
    return tuple(NUMBERS[tag] for tag in tags if tag in NUMBERS)

"""Readers with keys for the PIN: features, properties and structures of PC/SC part 10 (v2.02.09), as bytes.

The PIN goes from the reader's keys into the command that we send along, and never through this computer.
Numbers are little-endian but for the control codes, which are big-endian (part 10, 2.2).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Feature(IntEnum):
    """Tags of the features used here (2.3)."""

    VERIFY_PIN_DIRECT = 0x06
    MODIFY_PIN_DIRECT = 0x07
    IFD_PIN_PROPERTIES = 0x0A
    GET_TLV_PROPERTIES = 0x12


MAX_APDU_DATA: Final = 0x0A  # 2.6.14: dwMaxAPDUDataSize
VALIDATION: Final = 0x02  # 2.6.14: bEntryValidationCondition
SHORTEST_PIN: Final = 0x06  # 2.6.14: bMinPINSize
LONGEST_PIN: Final = 0x07  # 2.6.14: bMaxPINSize

ENTRY_SECONDS: Final = 30
_ASCII_LEFT: Final = 0x82  # bmFormatString: bytes, from byte 0 of the data, justified left, ASCII
_BLOCK: Final = 8  # bmPINBlockString: a PIN block of eight bytes, no length inserted
_NO_LENGTH: Final = 0x00  # bmPINLengthFormat
_BY_KEY: Final = 0x02  # bEntryValidationCondition: the green key ends the entry
_CONFIRM_AND_CURRENT: Final = 0x03  # bConfirmPIN: the new one twice, the current one first
_DEFAULT_MESSAGE: Final = 0xFF  # bNumberMessage: the reader's own
_THREE_MESSAGES: Final = 0x03
_ENGLISH: Final = 0x0409  # wLangId: no reader has Vietnamese
_VERIFY: Final = struct.Struct("<BBBBBHBBHB3sI")
_MODIFY: Final = struct.Struct("<BBBBBBBHBBBHBBB3sI")


@dataclass(frozen=True, slots=True)
class Pad:
    """What a reader's keys can do: control codes, `None` for what they cannot; how long a PIN may be."""

    verify: int | None
    modify: int | None
    validation: int = _BY_KEY
    shortest: int = 0
    longest: int = 255

    def takes(self, shortest: int, longest: int) -> bool:
        """Whether every PIN of these lengths can be typed."""
        return self.shortest <= shortest and longest <= self.longest


def features(answer: bytes) -> dict[int, int]:
    """The control code of each feature in the answer to CM_IOCTL_GET_FEATURE_REQUEST."""
    return {tag: int.from_bytes(value, "big") for tag, value in _simple_tlv(answer).items()}


def properties(answer: bytes) -> dict[int, int]:
    """The numbers in the answer to FEATURE_GET_TLV_PROPERTIES; texts are numbers that nobody asks for."""
    return {tag: int.from_bytes(value, "little") for tag, value in _simple_tlv(answer).items()}


def pad_of(codes: dict[int, int], told: dict[int, int]) -> Pad | None:
    """The pad of a reader with these features and properties; `None` without keys for a PIN."""
    verify, modify = codes.get(Feature.VERIFY_PIN_DIRECT), codes.get(Feature.MODIFY_PIN_DIRECT)
    if verify is None:
        return None
    condition = told.get(VALIDATION, _BY_KEY)
    return Pad(
        verify,
        modify,
        _BY_KEY if condition & _BY_KEY else condition,
        told.get(SHORTEST_PIN, 0),
        told.get(LONGEST_PIN) or 255,
    )


def verify_structure(pad: Pad, command: bytes, shortest: int, longest: int) -> bytes:
    """PIN_VERIFY (2.5.2) for a command whose data is one block of eight fillers."""
    head = _VERIFY.pack(
        ENTRY_SECONDS,
        0,  # bTimeOut2: the reader's own
        _ASCII_LEFT,
        _BLOCK,
        _NO_LENGTH,
        shortest << 8 | longest,
        pad.validation,
        _DEFAULT_MESSAGE,
        _ENGLISH,
        0,
        bytes(3),  # bTeoPrologue: T=1's, which the driver fills
        len(command),
    )
    return head + command


def modify_structure(pad: Pad, command: bytes, shortest: int, longest: int) -> bytes:
    """PIN_MODIFY (2.5.3) for a command whose data is two blocks of eight: what is known, then the new PIN."""
    head = _MODIFY.pack(
        ENTRY_SECONDS,
        0,
        _ASCII_LEFT,
        _BLOCK,
        _NO_LENGTH,
        0,  # bInsertionOffsetOld
        _BLOCK,  # bInsertionOffsetNew
        shortest << 8 | longest,
        _CONFIRM_AND_CURRENT,
        pad.validation,
        _THREE_MESSAGES,
        _ENGLISH,
        0,
        1,
        2,
        bytes(3),
        len(command),
    )
    return head + command


def _simple_tlv(data: bytes) -> dict[int, bytes]:
    found, at = {}, 0
    while at + 2 <= len(data):
        found[data[at]] = data[at + 2 : at + 2 + data[at + 1]]
        at += 2 + data[at + 1]
    return found

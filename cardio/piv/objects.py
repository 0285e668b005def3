"""Names and numbers of the PIV data model (SP 800-73-5 part 1, tables 3 and 4; part 2, section 2.2)."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

AID: Final = bytes.fromhex("A00000030800001000")  # right-truncated: any version
FULL_AID: Final = AID + bytes.fromhex("0100")
PIN_LENGTH: Final = 8
PIN_SHORTEST: Final = 6
PIN_FILLER: Final = 0xFF

PUK_REFERENCE: Final = 0x81

DISCOVERY: Final = 0x7E
CCC: Final = 0x5FC107
CHUID: Final = 0x5FC102
FINGERPRINTS: Final = 0x5FC103
SECURITY_OBJECT: Final = 0x5FC106
FACE: Final = 0x5FC108
PRINTED: Final = 0x5FC109
KEY_HISTORY: Final = 0x5FC10C
FIRST_RETIRED_CERTIFICATE: Final = 0x5FC10D
FIRST_RETIRED_KEY: Final = 0x82
MOST_RETIRED_KEYS: Final = 20

DATA: Final = 0x53
CERTIFICATE: Final = 0x70
CERTIFICATE_INFO: Final = 0x71
ERROR_DETECTION: Final = 0xFE

DYNAMIC_AUTHENTICATION: Final = 0x7C
CHALLENGE: Final = 0x81
RESPONSE: Final = 0x82
EXPONENTIATION: Final = 0x85
TAG_LIST: Final = 0x5C


class PinReference(IntEnum):
    """The PINs that can open the application (part 2, table 5); the value is the key reference."""

    GLOBAL = 0x00  # of the whole card: other applications know it too
    APPLICATION = 0x80


class Slot(IntEnum):
    """The four keys every card may carry; the value is the key reference."""

    AUTHENTICATION = 0x9A
    SIGNATURE = 0x9C
    KEY_MANAGEMENT = 0x9D
    CARD_AUTHENTICATION = 0x9E

    @property
    def certificate_tag(self) -> int:
        """Tag of the data object with this key's certificate."""
        return _CERTIFICATE_TAGS[self]


_CERTIFICATE_TAGS: Final = {
    Slot.AUTHENTICATION: 0x5FC105,
    Slot.SIGNATURE: 0x5FC10A,
    Slot.KEY_MANAGEMENT: 0x5FC10B,
    Slot.CARD_AUTHENTICATION: 0x5FC101,
}


class RetiredSlot(int):
    """A retired key management key, by its reference 82 … 95; ValueError for any other."""

    def __new__(cls, reference: int) -> RetiredSlot:
        """The slot with this key reference."""
        if not 0 <= reference - FIRST_RETIRED_KEY < MOST_RETIRED_KEYS:
            raise ValueError("no retired key has this reference")
        return super().__new__(cls, reference)

    @property
    def certificate_tag(self) -> int:
        """Tag of the data object with this key's certificate."""
        return FIRST_RETIRED_CERTIFICATE + self - FIRST_RETIRED_KEY


KeySlot = Slot | RetiredSlot


CONTAINER_IDS: Final = {
    0xDB00: CCC,
    0x3000: CHUID,
    0x0101: Slot.AUTHENTICATION.certificate_tag,
    0x6010: FINGERPRINTS,
    0x9000: SECURITY_OBJECT,
    0x6030: FACE,
    0x3001: PRINTED,
    0x0100: Slot.SIGNATURE.certificate_tag,
    0x0102: Slot.KEY_MANAGEMENT.certificate_tag,
    0x0500: Slot.CARD_AUTHENTICATION.certificate_tag,
    0x6050: DISCOVERY,
    0x6060: KEY_HISTORY,
}
"""The container identifiers by which the security object names data objects (part 1, table 2)."""

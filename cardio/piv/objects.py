"""Names and numbers of the PIV data model (SP 800-73-5 part 1, tables 3 and 4; part 2, section 2.2)."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

AID: Final = bytes.fromhex("A00000030800001000")  # right-truncated: any version
FULL_AID: Final = AID + bytes.fromhex("0100")
PIN_REFERENCE: Final = 0x80
PIN_LENGTH: Final = 8
PIN_SHORTEST: Final = 6
PIN_FILLER: Final = 0xFF

CHUID: Final = 0x5FC102
DATA: Final = 0x53
CERTIFICATE: Final = 0x70
CERTIFICATE_INFO: Final = 0x71
ERROR_DETECTION: Final = 0xFE

DYNAMIC_AUTHENTICATION: Final = 0x7C
CHALLENGE: Final = 0x81
RESPONSE: Final = 0x82
EXPONENTIATION: Final = 0x85
TAG_LIST: Final = 0x5C


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

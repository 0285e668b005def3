"""DG1: the machine-readable zone as the chip holds it (Doc 9303-10, 4.7.1)."""

from __future__ import annotations

from typing import Final

from cardio import mrz, tlv
from cardio.document_errors import MrzInvalid
from cardio.emrtd import groups
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.errors import ProtocolViolation
from cardio.mrz import Mrz

ZONE: Final = 0x5F1F


def read(data: bytes) -> Mrz:
    """The zone; ProtocolViolation for one that is none: here it is the chip's, not a person's mistake."""
    zone = tlv.require(groups.content(1, data), ZONE)
    try:
        return mrz.read(zone.decode("ascii"))
    except (UnicodeDecodeError, MrzInvalid):
        raise ProtocolViolation("dg1") from None


def write(zone: Mrz) -> bytes:
    """The whole data group: the reverse of `read`."""
    return tlv.encode(groups.TAGS[1], tlv.encode(ZONE, mrz.write(zone).encode("ascii")))


def agrees(zone: Mrz, key: Can | MrzKey) -> bool:
    """Whether the zone is that of the document whose key was typed.

    A CAN says nothing about the zone by itself; on a citizen card it ends the number (`citizen_number`).
    """
    if isinstance(key, Can):
        return True
    typed = key.document_number.upper().rstrip("<")
    return MrzKey.of(zone) == MrzKey(typed, key.birth, key.expiry)

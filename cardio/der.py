"""The few DER types of cards' own structures: object identifiers and integers (X.690, 8.3 and 8.19)."""

from __future__ import annotations

from cardio import tlv
from cardio.errors import ProtocolViolation

INTEGER = 0x02
OID = 0x06
SEQUENCE = 0x30
SET = 0x31
LONGEST_OID = 128
"""Octets; real ones have about ten. Of thousands, Python would refuse to write the number (ValueError)."""


def oid_text(value: bytes) -> str:
    """The dotted form of an identifier's content octets; ProtocolViolation when cut short or overlong."""
    if not value or value[-1] & 0x80 or len(value) > LONGEST_OID:
        raise ProtocolViolation("oid")
    arcs, arc = [], 0
    for octet in value:
        arc = arc << 7 | octet & 0x7F
        if not octet & 0x80:
            arcs.append(arc)
            arc = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(map(str, (first, arcs[0] - 40 * first, *arcs[1:])))


def oid_octets(text: str) -> bytes:
    """The content octets of a dotted object identifier."""
    first, second, *rest = map(int, text.split("."))
    return b"".join(_base128(arc) for arc in (first * 40 + second, *rest))


def oid(text: str) -> bytes:
    """A whole OBJECT IDENTIFIER element."""
    return tlv.encode(OID, oid_octets(text))


def integer(value: int) -> bytes:
    """A whole INTEGER element of a number that is not negative."""
    return tlv.encode(INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def sequence(*parts: bytes) -> bytes:
    """A SEQUENCE of whole elements."""
    return tlv.encode(SEQUENCE, b"".join(parts))


def _base128(arc: int) -> bytes:
    octets = [arc & 0x7F]
    while arc := arc >> 7:
        octets.append(arc & 0x7F | 0x80)
    return bytes(reversed(octets))

"""What a travel document says of itself while it is closed: that it is one, and by which ways it opens.

Nothing personal is read, and no try of any password is spent: EF.CardAccess is open to everybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cardio import apdu, curves
from cardio.apdu import Command, Ins
from cardio.dh_groups import GROUPS
from cardio.document_errors import FileCutShort, LengthRefused
from cardio.emrtd import opening, pace, security_infos
from cardio.emrtd.files import APPLICATION
from cardio.emrtd.security_infos import SecurityInfos
from cardio.errors import ProtocolViolation
from cardio.transport import Card, Exchange

_NO_FILE_OF_OURS: Final = (FileCutShort, LengthRefused, ProtocolViolation)
_CLOSED: Final = frozenset({apdu.OK, apdu.SECURITY_STATUS, apdu.CONDITIONS})
_KINDS: Final = {"1": "DH-GM", "2": "ECDH-GM", "3": "DH-IM", "4": "ECDH-IM", "6": "ECDH-CAM"}
_CIPHERS: Final = {
    "1": "3DES-CBC-CBC",
    "2": "AES-CBC-CMAC-128",
    "3": "AES-CBC-CMAC-192",
    "4": "AES-CBC-CMAC-256",
}


@dataclass(frozen=True, slots=True)
class ClosedChip:
    """`ways`: the PACE protocols that the chip names, in the standard's words; without any it opens by BAC.

    `speakable`: whether one of its ways is one that we speak.
    """

    ways: tuple[str, ...]
    speakable: bool


def recognise(card: Card) -> ClosedChip | None:
    """What the document in the reader offers; `None` for a card that is none.

    Raises ProtocolViolation, LengthRefused, FileCutShort for a document whose EF.CardAccess is broken, and
    what the transport raises.
    """
    with card.transaction():
        exchange = Exchange(card)
        try:
            infos = opening.card_access(exchange, card.reset)[0]
        except _NO_FILE_OF_OURS:
            if _has_application(exchange):
                raise
            return None
        if not infos.pace_oids and not _has_application(exchange):
            return None
    return ClosedChip(_ways(infos), bool(pace.supported(infos.pace)) or not infos.pace_oids)


def _has_application(exchange: Exchange) -> bool:
    return exchange.send(Command(Ins.SELECT, 0x04, 0x0C, APPLICATION)).sw in _CLOSED


def _ways(infos: SecurityInfos) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_way(oid, parameter) for oid, parameter in infos.pace_oids))


def _way(oid: str, parameter_id: int | None) -> str:
    """The protocol (Doc 9303-11, 9.2.1) with its domain parameters (9.5.1); a number where unknown."""
    kind, _, cipher = oid.removeprefix(security_infos.PACE).partition(".")
    known = kind in _KINDS and cipher in _CIPHERS
    name = f"PACE-{_KINDS[kind]}-{_CIPHERS[cipher]}" if known else oid
    return name if parameter_id is None else f"{name}, {_domain(parameter_id)}"


def _domain(parameter_id: int) -> str:
    curve = curves.standardised(parameter_id)
    if curve is not None:
        return curve.name
    return f"DH {GROUPS[parameter_id].p.bit_length()}" if parameter_id in GROUPS else f"#{parameter_id}"

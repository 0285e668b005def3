"""What a travel document says of itself while it is closed: that it is one, and by which ways it opens.

Nothing personal is read, and no try of any password is spent: EF.CardAccess is open to everybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cardio import apdu
from cardio.apdu import Command, Ins
from cardio.document_errors import FileCutShort, LengthRefused
from cardio.emrtd import opening, pace
from cardio.emrtd.files import APPLICATION
from cardio.emrtd.protocol_names import pace_names
from cardio.errors import ProtocolViolation
from cardio.transport import Card, Exchange

_NO_FILE_OF_OURS: Final = (FileCutShort, LengthRefused, ProtocolViolation)
_CLOSED: Final = frozenset({apdu.OK, apdu.SECURITY_STATUS, apdu.CONDITIONS})


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
    return ClosedChip(pace_names(infos), bool(pace.supported(infos.pace)) or not infos.pace_oids)


def _has_application(exchange: Exchange) -> bool:
    return exchange.send(Command(Ins.SELECT, 0x04, 0x0C, APPLICATION)).sw in _CLOSED

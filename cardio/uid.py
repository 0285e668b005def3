"""The identifier of a contactless card (PC/SC part 3, 3.2.2.1.3): a number that anybody can copy.

It proves nothing, so it serves check-in only where a city still has such cards, under its own level, and
never sign-in. Cards that draw a new number at each tap are told apart: theirs names nobody.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from cardio import apdu
from cardio.apdu import Command
from cardio.errors import ApduError, ConditionsNotSatisfied, ProtocolViolation
from cardio.transport import Exchange, Transport

_LABEL: Final = b"ioc-card-uid-v1\x00"
_GET_DATA: Final = 0xCA
_CLASS: Final = 0xFF  # answered by the reader, not by the card
_SIZES: Final = frozenset({4, 7, 8, 10})  # ISO 14443-3 single, double and triple; ISO 15693
_RANDOM: Final = 0x08  # ISO 14443-3, table 10: a single size that begins so is drawn anew each time


@dataclass(frozen=True, slots=True)
class CardUid:
    """`stable`: whether the card keeps this number; one that does not cannot stand for a person."""

    value: bytes
    stable: bool


def digest(uid: bytes) -> str:
    """What stands for an identifier in lists and journals: a hash (hex), so that none can be copied from one.

    It hides nothing from whoever tries all identifiers: it is a name, not a secret.
    """
    return hashlib.sha256(_LABEL + uid).hexdigest()


def read_uid(card: Transport) -> CardUid:
    """Ask the reader for the identifier of the card on it.

    Raises ConditionsNotSatisfied where reader or card has none, ProtocolViolation for an impossible one.
    """
    answer = Exchange(card).send(Command(_GET_DATA, le=apdu.SHORT_ANSWER, cla=_CLASS))
    if answer.sw in {apdu.FUNCTION_NOT_SUPPORTED, apdu.INS_NOT_SUPPORTED, apdu.CLA_NOT_SUPPORTED}:
        raise ConditionsNotSatisfied
    if answer.sw != apdu.OK:
        raise ApduError(answer.sw, _GET_DATA)
    if len(answer.data) not in _SIZES:
        raise ProtocolViolation("uid")
    return CardUid(answer.data, stable=len(answer.data) != 4 or answer.data[0] != _RANDOM)

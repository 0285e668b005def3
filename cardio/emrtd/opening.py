"""The way in: what EF.CardAccess offers, PACE where it offers any, and secure messaging from then on.

Where the chip offers PACE, a refusal is the end: basic access control is used only where PACE is not offered
at all (Doc 9303-11, 4.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from cardio import apdu
from cardio.apdu import Command
from cardio.document_errors import AccessNotOffered
from cardio.emrtd import bac, pace, security_infos
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.files import APPLICATION, CARD_ACCESS, Files
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.emrtd.security_infos import SecurityInfos
from cardio.errors import ApduError, ConditionsNotSatisfied, ObjectMissing, UnknownCard
from cardio.transport import Exchange

_MASTER_FILE: Final = b"\x3f\x00"
_NOT_THERE: Final = (ApduError, ConditionsNotSatisfied, ObjectMissing)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open chip. `infos`: EF.CardAccess; `short_identifiers`: the chip reads files by them."""

    session: SecureMessaging
    method: Literal["pace", "bac"]
    infos: SecurityInfos
    short_identifiers: bool


def open_chip(exchange: Exchange, key: Can | MrzKey) -> Opened:
    """Open the chip by what was typed, in one try.

    Raises AccessDenied, AccessNotOffered, PointNotOnCurve, SessionBroken, UnknownCard, and what the transport
    raises.
    """
    infos, short_identifiers = _card_access(exchange)
    if infos.pace_oids:
        session = _pace(exchange, infos, key)
        _select_application(session.send)
        return Opened(session, "pace", infos, short_identifiers)
    if not isinstance(key, MrzKey):
        raise AccessNotOffered("can")
    _select_application(exchange.send)
    return Opened(bac.open_session(exchange, key), "bac", infos, short_identifiers)


def _card_access(exchange: Exchange) -> tuple[SecurityInfos, bool]:
    """EF.CardAccess, straight by its identifier: some cards know no master file.

    It is asked for by its short identifier first, which also tells whether this chip knows those.
    """
    files = Files(exchange.send, short_identifiers=True)
    try:
        return security_infos.read(files.read(CARD_ACCESS)), files.short_identifiers
    except _NOT_THERE:
        pass  # another program may have left an application selected
    if exchange.send(Command(apdu.Ins.SELECT, 0x00, 0x0C, _MASTER_FILE)).sw == apdu.OK:
        try:
            return security_infos.read(Files(exchange.send).read(CARD_ACCESS)), False
        except _NOT_THERE:
            pass
    return SecurityInfos(), False  # a chip of before PACE


def _pace(exchange: Exchange, infos: SecurityInfos, key: Can | MrzKey) -> SecureMessaging:
    ways = pace.supported(infos.pace)
    if not ways:
        raise AccessNotOffered(key.kind)
    ambiguous = len({info.parameter_id for info in infos.pace}) > 1
    return pace.open_session(exchange, ways[0], key, ambiguous=ambiguous)


def _select_application(send: Callable[[Command], apdu.Response]) -> None:
    answer = send(Command(apdu.Ins.SELECT, 0x04, 0x0C, APPLICATION))
    if answer.sw != apdu.OK:
        raise UnknownCard(b"")

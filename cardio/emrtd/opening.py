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
from cardio.document_errors import AccessNotOffered, AccessUnknown
from cardio.emrtd import bac, card_security, pace, security_infos
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.chip_mapping import ChipMapping
from cardio.emrtd.files import APPLICATION, CARD_ACCESS, Files
from cardio.emrtd.pace import Paced
from cardio.emrtd.protocol_names import pace_names
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.emrtd.security_infos import SecurityInfos
from cardio.errors import ApduError, ConditionsNotSatisfied, ObjectMissing, UnknownCard
from cardio.transport import Exchange

_MASTER_FILE: Final = b"\x3f\x00"
_NOT_THERE: Final = (ApduError, ConditionsNotSatisfied, ObjectMissing)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open chip. `infos`: EF.CardAccess; `short_identifiers`: the chip reads files by them.

    After chip authentication mapping, `chip_mapping` is to be checked with EF.CardSecurity (as read).
    """

    session: SecureMessaging
    method: Literal["pace", "bac"]
    infos: SecurityInfos
    short_identifiers: bool
    chip_mapping: ChipMapping | None = None
    card_security: bytes | None = None


def open_chip(exchange: Exchange, key: Can | MrzKey, reset: Callable[[], None]) -> Opened:
    """Open the chip by what was typed, in one try; `reset` takes the card back to its start where needed.

    Raises AccessDenied, AccessNotOffered, AccessUnknown, PointNotOnCurve, SessionBroken, UnknownCard, and
    what the transport raises.
    """
    infos, short_identifiers = card_access(exchange, reset)
    if infos.pace_oids:
        paced = _pace(exchange, infos, key)
        session, mapping = paced.session, paced.chip_mapping
        # The file is the master file's: it is out of sight once the application is selected.
        security = None if mapping is None else _card_security(session)
        _select_application(session.send)
        return Opened(session, "pace", infos, short_identifiers, mapping, security)
    if not isinstance(key, MrzKey):
        raise AccessNotOffered("can")
    _select_application(exchange.send)
    return Opened(bac.open_session(exchange, key), "bac", infos, short_identifiers)


def card_access(exchange: Exchange, reset: Callable[[], None]) -> tuple[SecurityInfos, bool]:
    """EF.CardAccess, straight by its identifier, and whether the chip reads by short ones; empty without it.

    Some cards know no master file.

    It cannot be seen from within an application, which another program or a reading before this one may have
    left selected. Taking its absence for a chip of before PACE would then open the chip by less than it
    offers, so the card is reset before that is believed.
    """
    found = _by_identifier(exchange) or _below_master_file(exchange)
    if found is None:
        reset()
        found = _by_identifier(exchange)
    return found or (SecurityInfos(), False)


def _by_identifier(exchange: Exchange) -> tuple[SecurityInfos, bool] | None:
    """By its short identifier first, which also tells whether this chip knows those."""
    files = Files(exchange.send, short_identifiers=True)
    try:
        return security_infos.read(files.read(CARD_ACCESS)), files.short_identifiers
    except _NOT_THERE:
        return None


def _below_master_file(exchange: Exchange) -> tuple[SecurityInfos, bool] | None:
    if exchange.send(Command(apdu.Ins.SELECT, 0x00, 0x0C, _MASTER_FILE)).sw != apdu.OK:
        return None
    return _by_identifier(exchange)


def _card_security(session: SecureMessaging) -> bytes | None:
    try:
        return Files(session.send, room=session.short_room).read(card_security.IDENTIFIER)
    except _NOT_THERE:
        return None


def _pace(exchange: Exchange, infos: SecurityInfos, key: Can | MrzKey) -> Paced:
    ways = pace.supported(infos.pace)
    if not ways:
        raise AccessUnknown("; ".join(pace_names(infos)))
    ambiguous = len({info.parameter_id for info in infos.pace}) > 1
    return pace.open_session(exchange, ways[0], key, ambiguous=ambiguous)


def _select_application(send: Callable[[Command], apdu.Response]) -> None:
    answer = send(Command(apdu.Ins.SELECT, 0x04, 0x0C, APPLICATION))
    if answer.sw != apdu.OK:
        raise UnknownCard(b"")

"""Reading a document at the counter, from the first APDU to the verdict (Doc 9303-11, 4.2).

EF.CardAccess says how the chip opens. Where it offers PACE, PACE is done with what was typed, and a refusal
is the end: basic access control is used only where PACE is not offered at all. The chip's proofs come last:
a chip that fails them is still read, and shown for what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from cardio import apdu
from cardio.apdu import Command
from cardio.cccd import number
from cardio.document_errors import (
    AccessDowngraded,
    AccessNotOffered,
    ChipNotGenuine,
    CurveRefused,
    OtherPerson,
    PointNotOnCurve,
    SessionBroken,
)
from cardio.emrtd import (
    active_authentication,
    bac,
    chip_authentication,
    dg1,
    groups,
    pace,
    passive,
    security_infos,
)
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.files import APPLICATION, CARD_ACCESS, COM, SOD, Files, data_group
from cardio.emrtd.secure_messaging import SecureMessaging
from cardio.emrtd.security_infos import SecurityInfos
from cardio.emrtd.verdict import ChipProof, Proof, Verdict
from cardio.errors import (
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ObjectMissing,
    ProtocolViolation,
    UnknownCard,
    UnsupportedKey,
)
from cardio.mrz import Format, Mrz
from cardio.registry import CardTraits
from cardio.transport import Card, Exchange
from cardio.trust.csca import AnchorStore, DocumentKind

IDENTITY_FIRST: Final = (1, 13, 11, 12, 2)
"""The order in which groups are read for the screen: who it is, then the picture."""

_MASTER_FILE: Final = b"\x3f\x00"
_KEY_GROUPS: Final = (14, 15)

Arrived = Callable[[int, bytes], None]

# What a chip may get wrong in its proof; anything else (torn off, reader gone) is not about the document.
_OF_THE_PROOF: Final = (
    ApduError,
    ChipNotGenuine,
    CurveRefused,
    PointNotOnCurve,
    ProtocolViolation,
    SessionBroken,
)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read. `groups` are the files' bytes by data group number."""

    zone: Mrz
    groups: Mapping[int, bytes] = field(repr=False)
    verdict: Verdict


def read(
    card: Card,
    key: Can | MrzKey,
    anchors: AnchorStore,
    *,
    wanted: tuple[int, ...] = IDENTITY_FIRST,
    arrived: Arrived = lambda _number, _data: None,
) -> Document:
    """Open the chip, read the wanted groups that it has, and prove what can be proved, in one transaction.

    `arrived` hears of each group as it comes, so that a person is shown before the picture is there. Raises
    AccessDenied, AccessNotOffered, SessionBroken, UnknownCard and what the transport raises.
    """
    with card.transaction():
        return _Reading(card, key, anchors).run(wanted, arrived)


class _Reading:
    """One reading of one card."""

    def __init__(self, card: Card, key: Can | MrzKey, anchors: AnchorStore) -> None:
        self._card = card
        self._key = key
        self._anchors = anchors
        self._exchange = Exchange(card)
        self._open = SecurityInfos()  # EF.CardAccess
        self._groups: dict[int, bytes] = {}
        self._faults: list[CardError] = []

    def run(self, wanted: tuple[int, ...], arrived: Arrived) -> Document:
        self._open = self._card_access()
        session, method = self._access()
        files = Files(session.send, extended=self._extended())
        listed = frozenset(groups.listed(files.read(COM)))
        security_object = files.read(SOD)
        for group in dict.fromkeys((1, *wanted, *_KEY_GROUPS)):
            if group in listed - groups.CLOSED:
                self._groups[group] = files.read(data_group(group))
                arrived(group, self._groups[group])
        if 1 not in self._groups:
            raise ObjectMissing(data_group(1))
        return self._judged(security_object, listed, method, self._proofs(session))

    # --- the way in

    def _card_access(self) -> SecurityInfos:
        """EF.CardAccess, straight by its identifier: some cards know no master file."""
        try:
            return self._read_card_access()
        except (ApduError, ConditionsNotSatisfied, ObjectMissing):
            pass  # another program may have left an application selected
        if self._exchange.send(Command(apdu.Ins.SELECT, 0x00, 0x0C, _MASTER_FILE)).sw == apdu.OK:
            try:
                return self._read_card_access()
            except (ApduError, ConditionsNotSatisfied, ObjectMissing):
                pass
        return SecurityInfos()  # a chip of before PACE

    def _read_card_access(self) -> SecurityInfos:
        return security_infos.read(Files(self._exchange.send).read(CARD_ACCESS))

    def _access(self) -> tuple[SecureMessaging, Literal["pace", "bac"]]:
        if self._open.pace_oids:
            session = self._pace()
            _select_application(session.send)
            return session, "pace"
        if not isinstance(self._key, MrzKey):
            raise AccessNotOffered("can")
        _select_application(self._exchange.send)
        return bac.open_session(self._exchange, self._key), "bac"

    def _pace(self) -> SecureMessaging:
        ways = pace.supported(self._open.pace)
        if not ways:
            raise AccessNotOffered(self._key.kind)
        ambiguous = len({info.parameter_id for info in self._open.pace}) > 1
        return pace.open_session(self._exchange, ways[0], self._key, ambiguous=ambiguous)

    def _extended(self) -> bool:
        return CardTraits.of(self._card.atr).extended is True and self._card.max_apdu >= apdu.EXTENDED_DATA

    # --- the chip's proofs

    def _proofs(self, session: SecureMessaging) -> tuple[ChipProof, ...]:
        """Both, as far as the chip offers them; agreement last, as a failure of it ends the session."""
        proofs: tuple[tuple[ChipProof, Callable[[SecureMessaging], bool]], ...] = (
            ("active_authentication", self._proved_by_signature),
            ("chip_authentication", self._proved_by_agreement),
        )
        return tuple(name for name, prove in proofs if self._is_proved(prove, session))

    def _is_proved(self, prove: Callable[[SecureMessaging], bool], session: SecureMessaging) -> bool:
        try:
            return prove(session)
        except UnsupportedKey:
            return False  # not proved; no fault of the document
        except _OF_THE_PROOF as error:
            self._faults.append(error)
            return False

    def _proved_by_signature(self, session: SecureMessaging) -> bool:
        if 15 not in self._groups:
            return False
        algorithm = self._signed_infos().active_signature
        active_authentication.authenticate(session.send, self._groups[15], algorithm)
        return True

    def _proved_by_agreement(self, session: SecureMessaging) -> bool:
        offered = chip_authentication.offered(self._signed_infos())
        if offered is None:
            return False
        chip_authentication.authenticate(session, *offered)
        return True

    def _signed_infos(self) -> SecurityInfos:
        if 14 not in self._groups:
            return SecurityInfos()
        return security_infos.read(groups.content(14, self._groups[14]))

    # --- the verdict

    def _judged(
        self,
        security_object: bytes,
        listed: frozenset[int],
        method: Literal["pace", "bac"],
        chip_by: tuple[ChipProof, ...],
    ) -> Document:
        zone = dg1.read(self._groups[1])
        kind = DocumentKind.PASSPORT if zone.format is Format.TD3 else DocumentKind.IDENTITY_CARD
        found = passive.authenticate(security_object, self._groups, self._anchors, kind, listed)
        faults = [*found.faults, *self._faults, *self._downgraded()]
        proved = {Proof.ACCESS}
        if self._is_holder(zone):
            proved.add(Proof.HOLDER)
        else:
            faults.append(OtherPerson())
        if found.signed >= self._groups.keys():
            proved.add(Proof.SIGNATURE)
        if found.anchor is not None:
            proved.add(Proof.ISSUER)
        copied = any(isinstance(fault, ChipNotGenuine) for fault in faults)
        if not copied and _key_is_signed(chip_by, found.signed):
            proved.add(Proof.CHIP)
        anchor = None if found.anchor is None else found.anchor.certificate.fingerprint
        verdict = Verdict(method, frozenset(proved), chip_by, anchor, tuple(faults))
        return Document(zone, MappingProxyType(self._groups), verdict)

    def _downgraded(self) -> list[CardError]:
        """The signed list of protocols must not name a way in that the open list hid (9.2.10)."""
        signed = set(self._signed_infos().pace_oids)
        return [AccessDowngraded()] if signed - set(self._open.pace_oids) else []

    def _is_holder(self, zone: Mrz) -> bool:
        citizen = number.of_zone(zone)
        if isinstance(self._key, Can) and citizen is not None:
            return citizen.can == self._key
        return dg1.agrees(zone, self._key)


def _select_application(send: Callable[[Command], apdu.Response]) -> None:
    answer = send(Command(apdu.Ins.SELECT, 0x04, 0x0C, APPLICATION))
    if answer.sw != apdu.OK:
        raise UnknownCard(b"")


def _key_is_signed(chip_by: tuple[ChipProof, ...], signed: frozenset[int]) -> bool:
    """A chip proves itself by a key only if that key's group is signed."""
    groups_of = {"chip_authentication": 14, "active_authentication": 15}
    return any(groups_of[proof] in signed for proof in chip_by)

"""Reading a document at the counter, from the first APDU to the verdict (Doc 9303-11, 4.2).

The order is the clerk's: who it is and whether it is signed (`judged` hears of it), the chip's own proof,
then the picture. Agreement comes last, as a failure of it ends the session: a chip that fails its proofs is
still read, and shown for what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from cardio import apdu
from cardio.document_errors import (
    AccessDowngraded,
    CardSecurityInvalid,
    ChipKeyHidden,
    ChipNotGenuine,
    CurveRefused,
    DocumentSwapped,
    PointNotOnCurve,
    ProofNotCarried,
    SecurityObjectInvalid,
    SessionBroken,
)
from cardio.emrtd import (
    active_authentication,
    card_security,
    chip_authentication,
    dg1,
    groups,
    opening,
    passive,
    security_infos,
)
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.card_security import CardSecurity
from cardio.emrtd.files import COM, SOD, Files, data_group
from cardio.emrtd.judging import Evidence, judge
from cardio.emrtd.opening import Opened
from cardio.emrtd.security_infos import SecurityInfos
from cardio.emrtd.verdict import ChipProof, Proof, Verdict
from cardio.errors import (
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ForeignIssuer,
    ObjectMissing,
    ProtocolViolation,
    Revoked,
    UnsupportedKey,
)
from cardio.mrz import Mrz
from cardio.registry import CardTraits
from cardio.transport import LONGEST_SHORT_FRAME, Card, Exchange
from cardio.trust.csca import AnchorStore
from cardio.trust.sod import SecurityObject

IDENTITY_FIRST: Final = (1, 13, 11, 12, 2)
"""What the screen shows; the picture is read last, wherever it stands."""
PICTURE: Final = 2
_KEY_GROUPS: Final = (15, 14)

Arrived = Callable[[int, bytes], None]
Judged = Callable[[Verdict], None]

# What a chip may get wrong in its proof; anything else (torn off, reader gone) is not about the document.
_OF_THE_PROOF: Final = (
    AccessDowngraded,
    ApduError,
    CardSecurityInvalid,
    ChipNotGenuine,
    CurveRefused,
    ForeignIssuer,
    PointNotOnCurve,
    ProofNotCarried,
    ProtocolViolation,
    Revoked,
    SecurityObjectInvalid,
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
    judged: Judged = lambda _verdict: None,
    kept: Mapping[int, bytes] = MappingProxyType({}),
) -> Document:
    """Open the chip, read the wanted groups that it has, and prove what can be proved, in one transaction.

    `arrived` hears of each group as it comes, and `judged` of what is proved so far: once when the identity
    is there, again after the chip's signature. `kept`: groups of a reading that was cut off, not read again.

    Raises AccessDenied, AccessNotOffered, AccessUnknown, DocumentSwapped (the groups are another's),
    SessionBroken, UnknownCard and what the transport raises.
    """
    with card.transaction():
        return _Reading(card, key, anchors, arrived, judged, kept).run(wanted)


class _Reading:
    """One reading of one card."""

    def __init__(
        self,
        card: Card,
        key: Can | MrzKey,
        anchors: AnchorStore,
        arrived: Arrived,
        judged: Judged,
        kept: Mapping[int, bytes],
    ) -> None:
        self._card, self._key, self._anchors = card, key, anchors
        self._arrived, self._judged, self._kept = arrived, judged, kept
        self._groups: dict[int, bytes] = {}
        self._chip_by: list[ChipProof] = []
        self._faults: list[CardError] = []

    def run(self, wanted: tuple[int, ...]) -> Document:
        opened = opening.open_chip(Exchange(self._card), self._key, self._card.reset)
        self._files = Files(
            opened.session.send,
            extended=self._extended(),
            room=opened.session.short_room,
            short_identifiers=opened.short_identifiers,
        )
        zone = self._zone()
        signed = self._signed()
        self._evidence = Evidence(zone, self._key, opened.method, opened.infos, signed)
        self._prove("chip_authentication_mapping", lambda: self._proved_by_mapping(opened))
        self._read_identity(wanted)
        self._judged(self._verdict())
        for group in _KEY_GROUPS:
            self._fetch_key(group)
        self._prove("active_authentication", lambda: self._proved_by_signature(opened))
        self._judged(self._verdict())
        if PICTURE in wanted:
            self._fetch(PICTURE)
        self._evidence = self._evidence.listing(self._listed())
        self._prove("chip_authentication", lambda: self._proved_by_agreement(opened))
        self._miss_card_security(opened)
        return Document(zone, MappingProxyType(self._groups), self._verdict())

    def _extended(self) -> bool:
        return CardTraits.of(self._card.atr).extended is True and self._card.max_apdu >= apdu.EXTENDED_DATA

    # --- files

    def _zone(self) -> Mrz:
        """DG1, always read anew: it tells whether this is still the document of before."""
        data = self._files.read(data_group(1))
        if self._kept.get(1, data) != data:
            raise DocumentSwapped
        self._groups[1] = data
        self._arrived(1, data)
        return dg1.read(data)

    def _signed(self) -> SecurityObject | CardError:
        """What the security object signs; a document without any proves nothing, and is still shown."""
        try:
            return passive.read_signed(self._files.read(SOD))
        except (ConditionsNotSatisfied, ObjectMissing):
            return SecurityObjectInvalid("missing")

    def _listed(self) -> tuple[int, ...]:
        """The groups that EF.COM names; it is no more than a hint, so that none is missed without it."""
        try:
            return groups.listed(self._files.read(COM))
        except (ConditionsNotSatisfied, ObjectMissing):
            return ()

    def _read_identity(self, wanted: tuple[int, ...]) -> None:
        if self._evidence.signed_groups is None:  # nothing is signed: what the open list says is all there is
            self._evidence = self._evidence.listing(self._listed())
        for group in dict.fromkeys(wanted):
            if group not in {1, PICTURE}:
                self._fetch(group)

    def _fetch(self, group: int) -> None:
        """Read a group that is signed; one that nobody signed is not read, only told (`judging`)."""
        if group not in self._evidence.readable_groups:
            return
        data = self._kept.get(group)
        if data is None:
            try:
                data = self._files.read(data_group(group))
            except (ConditionsNotSatisfied, ObjectMissing):
                return  # signed, but not for us to read
        self._groups[group] = data
        self._arrived(group, data)

    def _fetch_key(self, group: int) -> None:
        """Read a group with a key of the chip; a signed one must be there, or nothing need be proved."""
        self._fetch(group)
        if group in (self._evidence.signed_groups or ()) and group not in self._groups:
            self._faults.append(ChipKeyHidden(group))

    # --- the chip's proofs

    def _prove(self, name: ChipProof, proof: Callable[[], bool]) -> None:
        try:
            if proof():
                self._chip_by.append(name)
        except UnsupportedKey:
            pass  # not proved; no fault of the document
        except _OF_THE_PROOF as error:
            self._faults.append(error)

    def _proved_by_mapping(self, opened: Opened) -> bool:
        """PACE itself was the proof, if EF.CardSecurity has the chip's key and comes from the issuer."""
        if opened.chip_mapping is None or opened.card_security is None:
            return False
        security = card_security.read(opened.card_security)
        if set(security.infos.pace_oids) - set(opened.infos.pace_oids):
            raise AccessDowngraded
        opened.chip_mapping.check(security.infos.chip_keys)
        return self._is_the_issuers(security)

    def _miss_card_security(self, opened: Opened) -> None:
        """Who claims this proof must give the file (9303-10, 3.11.4), unless another proof is there."""
        claimed = opened.chip_mapping is not None and opened.card_security is None
        if claimed and Proof.CHIP not in self._verdict().proved:
            self._faults.append(CardSecurityInvalid("missing"))

    def _is_the_issuers(self, security: CardSecurity) -> bool:
        """Whether an anchor vouches for it, or who signed the data did; anybody can sign another key."""
        signed = self._evidence.signed
        if self._anchors.judge(security.signer, self._evidence.kind, security.signed_at) is not None:
            return True
        return not isinstance(signed, CardError) and security.signer == signed.signer

    def _proved_by_signature(self, opened: Opened) -> bool:
        if 15 not in self._groups:
            return False
        algorithm = self._signed_infos().active_signature
        active_authentication.authenticate(opened.session.send, self._groups[15], algorithm)
        return True

    def _proved_by_agreement(self, opened: Opened) -> bool:
        if "chip_authentication_mapping" in self._chip_by:
            return False  # the same key, proved when the chip was opened
        # What the chip says of its lengths does not count: it could get around its proof so.
        carried = self._card.max_apdu > LONGEST_SHORT_FRAME
        offered = chip_authentication.offered(self._signed_infos(), long_keys=carried)
        if offered is None:
            return False
        chip_authentication.authenticate(opened.session, *offered)
        return True

    def _signed_infos(self) -> SecurityInfos:
        if 14 not in self._groups:
            return SecurityInfos()
        return security_infos.read(groups.content(14, self._groups[14]))

    def _verdict(self) -> Verdict:
        return judge(self._evidence, self._groups, self._anchors, tuple(self._chip_by), self._faults)

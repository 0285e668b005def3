"""From what was read so far to the verdict: signed and by whom, whose it is, which proofs the chip gave.

Pure: nothing here talks to the card, so a verdict can be had at every stage of a reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from cardio import citizen_number
from cardio.document_errors import AccessDowngraded, ChipNotGenuine, OtherPerson
from cardio.emrtd import dg1, groups, passive, security_infos
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.security_infos import SecurityInfos
from cardio.emrtd.verdict import ChipProof, Proof, Verdict
from cardio.errors import CardError
from cardio.mrz import Format, Mrz
from cardio.trust.csca import AnchorStore, DocumentKind
from cardio.trust.sod import SecurityObject

_GROUP_OF: dict[ChipProof, int] = {"chip_authentication": 14, "active_authentication": 15}


@dataclass(frozen=True)
class Evidence:
    """What a verdict rests on, beside the groups. `listed`: what EF.COM names, as soon as it was read.

    `signed`: the security object whose signature holds, or why there is none.
    """

    zone: Mrz
    key: Can | MrzKey
    method: Literal["pace", "bac"]
    open_infos: SecurityInfos
    signed: SecurityObject | CardError = field(repr=False)
    listed: frozenset[int] = frozenset()

    @property
    def signed_groups(self) -> frozenset[int] | None:
        """The groups that the security object signs; `None` when it signs nothing."""
        return None if isinstance(self.signed, CardError) else self.signed.groups

    @property
    def readable_groups(self) -> frozenset[int]:
        """The groups worth asking for: the signed ones, or without signature the listed."""
        known = self.listed if self.signed_groups is None else self.signed_groups
        return known - groups.CLOSED

    @property
    def kind(self) -> DocumentKind:
        """Which anchors may vouch for it."""
        passport = self.zone.format is Format.TD3
        return DocumentKind.PASSPORT if passport else DocumentKind.IDENTITY_CARD

    def listing(self, listed: Iterable[int]) -> Evidence:
        """The same with what EF.COM names."""
        return replace(self, listed=frozenset(listed))


def judge(
    evidence: Evidence,
    read: Mapping[int, bytes],
    anchors: AnchorStore,
    chip_by: tuple[ChipProof, ...],
    faults: Sequence[CardError],
) -> Verdict:
    """The verdict on the groups read so far; `faults` are those of the chip's proofs."""
    found = passive.authenticate(evidence.signed, read, anchors, evidence.kind, evidence.listed)
    every = [*found.faults, *faults, *_downgraded(evidence, read)]
    proved = {Proof.ACCESS}
    if _is_holder(evidence):
        proved.add(Proof.HOLDER)
    else:
        every.append(OtherPerson())
    if found.signed >= read.keys():
        proved.add(Proof.SIGNATURE)
    if found.anchor is not None:
        proved.add(Proof.ISSUER)
    copied = any(isinstance(fault, ChipNotGenuine) for fault in every)
    # A chip proves itself by a key only if that key's group is signed; EF.CardSecurity is signed itself.
    if not copied and any(_GROUP_OF.get(proof, 1) in found.signed for proof in chip_by):
        proved.add(Proof.CHIP)
    anchor = None if found.anchor is None else found.anchor.certificate.fingerprint
    return Verdict(evidence.method, frozenset(proved), chip_by, anchor, tuple(every))


def _downgraded(evidence: Evidence, read: Mapping[int, bytes]) -> list[CardError]:
    """The signed list of protocols must not name a way in that the open list hid (9.2.10)."""
    if 14 not in read:
        return []
    try:
        signed = set(security_infos.read(groups.content(14, read[14])).pace_oids)
    except CardError as error:
        return [error]
    return [AccessDowngraded()] if signed - set(evidence.open_infos.pace_oids) else []


def _is_holder(evidence: Evidence) -> bool:
    citizen = citizen_number.of_zone(evidence.zone)
    if isinstance(evidence.key, Can) and citizen is not None:
        return Can(citizen.can) == evidence.key
    return dg1.agrees(evidence.zone, evidence.key)

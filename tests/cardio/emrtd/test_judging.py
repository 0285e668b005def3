"""A verdict at any stage of a reading, without a card."""

from __future__ import annotations

from collections.abc import Mapping

from cardio.emrtd import dg1, passive
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.judging import Evidence, judge
from cardio.emrtd.security_infos import SecurityInfos, read
from cardio.emrtd.verdict import Badge, ChipProof, Proof, Verdict
from cardio.trust.csca import DocumentKind
from tests.support.virtual_documents import OTHER, anchors, document

OPEN = read(document().card_access)


def evidence(
    key: Can | MrzKey | None = None, infos: SecurityInfos = OPEN, sod: bytes | None = None
) -> Evidence:
    """That of the citizen card."""
    file = document()
    signed = passive.read_signed(sod or file.security_object)
    return Evidence(dg1.read(file.groups[1]), key or file.can, "pace", infos, signed)


def verdict(
    groups: Mapping[int, bytes], found: Evidence | None = None, chip_by: tuple[ChipProof, ...] = ()
) -> Verdict:
    """The verdict with the card's own anchor."""
    return judge(found or evidence(), groups, anchors(), chip_by, [])


def some(*numbers: int) -> dict[int, bytes]:
    """These groups of the card."""
    return {number: document().groups[number] for number in numbers}


def test_the_identity_alone_can_be_judged() -> None:
    found = verdict(some(1, 13))
    assert found.badge is Badge.GENUINE
    assert found.not_proved == {Proof.CHIP}


def test_a_chip_proves_itself_by_a_signed_key_only() -> None:
    assert Proof.CHIP in verdict(some(1, 15), chip_by=("active_authentication",)).proved
    assert Proof.CHIP not in verdict(some(1, 13), chip_by=("active_authentication",)).proved


def test_what_the_open_list_names_and_nobody_signed() -> None:
    found = verdict(some(1), evidence().listing((1, 11)))
    assert [str(fault) for fault in found.faults] == ["data_group_unsigned(group=11)"]


def test_the_key_is_that_of_the_document() -> None:
    other = document(person=OTHER)
    for key in (other.can, other.mrz_key):
        assert [fault.code for fault in verdict(some(1), evidence(key)).faults] == ["other_person"]
    assert verdict(some(1), evidence(document().mrz_key)).badge is Badge.GENUINE


def test_a_hidden_protocol_is_found_out_by_the_signed_list() -> None:
    assert not verdict(some(1), evidence(infos=SecurityInfos())).faults, "DG14 is not there yet"
    found = verdict(some(1, 14), evidence(infos=SecurityInfos()))
    assert [fault.code for fault in found.faults] == ["access_downgraded"]


def test_what_can_be_read() -> None:
    assert evidence().readable_groups == {1, 2, 13, 14, 15}
    unsigned = evidence(sod=b"\x77\x02\x30\x00")
    assert unsigned.signed_groups is None
    assert not unsigned.readable_groups
    assert unsigned.listing((1, 3, 13)).readable_groups == {1, 13}, "fingers are closed"
    assert evidence().kind is DocumentKind.IDENTITY_CARD


def test_no_identity_in_a_repr() -> None:
    assert document().security_object.hex() not in repr(evidence())
    assert document().can.digits not in repr(evidence())

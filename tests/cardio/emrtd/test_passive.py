"""Passive authentication: what is signed, what is not, and whose it is."""

from __future__ import annotations

from cardio.emrtd import passive
from cardio.emrtd.passive import PassiveResult
from cardio.trust.csca import AnchorStore, DocumentKind
from tests.support.virtual_documents import OTHER, anchors, document

CARD = DocumentKind.IDENTITY_CARD


def check(
    held: dict[int, bytes], listed: frozenset[int] = frozenset(), sod: bytes | None = None
) -> PassiveResult:
    """The citizen card's security object against some groups."""
    signed = passive.read_signed(sod or document().security_object)
    return passive.authenticate(signed, held, anchors(), CARD, listed)


def codes(result: PassiveResult) -> list[str]:
    """The faults as text."""
    return [str(fault) for fault in result.faults]


def test_all_signed() -> None:
    held = dict(document().groups)
    result = check(held)
    assert result.signed == frozenset(held)
    assert result.faults == ()
    assert result.anchor is not None


def test_one_altered_group_is_named() -> None:
    held = {**document().groups, 1: document(person=OTHER).groups[1]}
    assert codes(check(held)) == ["data_group_altered(group=1)"]


def test_no_group_fits() -> None:
    result = check(dict(document(person=OTHER).groups))
    assert codes(result) == ["security_object_invalid(reason='other_document')"]
    assert not result.signed


def test_groups_that_nobody_signed_read_or_only_listed() -> None:
    held = {**document().groups, 11: b"\x6b\x00"}
    assert codes(check(held, frozenset({12}))) == [
        "data_group_unsigned(group=11)",
        "data_group_unsigned(group=12)",
    ]


def test_a_broken_security_object() -> None:
    assert codes(check({}, sod=b"\x77\x00")) == ["security_object_invalid(reason='malformed')"]


def test_no_anchor_is_no_fault() -> None:
    held = dict(document().groups)
    result = passive.authenticate(passive.read_signed(document().security_object), held, AnchorStore(), CARD)
    assert (result.anchor, result.faults) == (None, ())

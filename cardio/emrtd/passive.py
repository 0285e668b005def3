"""Passive authentication (Doc 9303-11, 5.1): whether the data groups, as read, are those that were signed.

What is wrong is gathered, not raised: a document with one altered group is still shown, with its fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cardio.document_errors import DataGroupAltered, DataGroupUnsigned, SecurityObjectInvalid
from cardio.errors import CardError
from cardio.trust import sod
from cardio.trust.csca import Anchor, AnchorStore, DocumentKind
from cardio.trust.sod import SecurityObject


@dataclass(frozen=True, slots=True)
class PassiveResult:
    """`signed`: the groups whose hash is signed and right; `anchor`: who vouches for the signer, if known."""

    signed: frozenset[int] = frozenset()
    anchor: Anchor | None = None
    faults: tuple[CardError, ...] = ()


def read_signed(security_object: bytes) -> SecurityObject | CardError:
    """EF.SOD, its signature checked, or what is wrong with it."""
    try:
        return sod.read(security_object)
    except CardError as error:
        return error


def authenticate(
    signed: SecurityObject | CardError,
    groups: Mapping[int, bytes],
    anchors: AnchorStore,
    kind: DocumentKind,
    listed: frozenset[int] = frozenset(),
) -> PassiveResult:
    """Check the groups read against EF.SOD; `listed` are those that EF.COM names, read or not."""
    if isinstance(signed, CardError):
        return PassiveResult(faults=(signed,))
    right = frozenset(number for number, data in groups.items() if signed.matches(number, data))
    faults = _wrong(signed, groups, right) + _unsigned(signed, listed | groups.keys())
    try:
        anchor = anchors.judge(signed.signer, kind, signed.signed_at)
    except CardError as error:
        return PassiveResult(right, None, (*faults, error))
    return PassiveResult(right, anchor, faults)


def _wrong(
    signed: SecurityObject, groups: Mapping[int, bytes], right: frozenset[int]
) -> tuple[CardError, ...]:
    wrong = sorted(number for number in groups if number in signed.groups and number not in right)
    if wrong and not right:  # not one group fits: this is the security object of another document
        return (SecurityObjectInvalid("other_document"),)
    return tuple(DataGroupAltered(number) for number in wrong)


def _unsigned(signed: SecurityObject, present: frozenset[int]) -> tuple[CardError, ...]:
    return tuple(DataGroupUnsigned(number) for number in sorted(present - signed.groups))

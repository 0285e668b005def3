"""Identifiers of contactless cards."""

from __future__ import annotations

import hashlib

import pytest

from cardio.errors import ApduError, ConditionsNotSatisfied, ProtocolViolation
from cardio.uid import CardUid, digest, read_uid
from tests.support.apdu_script import ApduScript

ASK = "FFCA000000"


@pytest.mark.parametrize(
    ("uid", "stable"),
    [("11223344", True), ("08223344", False), ("04112233445566", True), ("08112233445566", True)],
)
def test_which_numbers_stay(uid: str, stable: bool) -> None:
    assert read_uid(ApduScript([(ASK, uid + "9000")])) == CardUid(bytes.fromhex(uid), stable)


def test_a_reader_that_wants_the_length() -> None:
    script = ApduScript([(ASK, "6C04"), ("FFCA000004", "112233449000")])
    assert read_uid(script).value == bytes.fromhex("11223344")


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("6A81", ConditionsNotSatisfied),
        ("6D00", ConditionsNotSatisfied),
        ("6E00", ConditionsNotSatisfied),
        ("6300", ApduError),
        ("9000", ProtocolViolation),
        ("11" * 16 + "9000", ProtocolViolation),
    ],
)
def test_refusals(answer: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_uid(ApduScript([(ASK, answer)]))


def test_a_number_is_named_by_its_hash() -> None:
    assert digest(bytes(4)) != digest(bytes(7))
    assert digest(b"\x01\x02\x03\x04") == hashlib.sha256(b"ioc-card-uid-v1\x00\x01\x02\x03\x04").hexdigest()

"""The security object's mapping."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import objects, security_object
from cardio.piv.security_object import SecurityObject


def test_it_reads_what_it_writes() -> None:
    written = SecurityObject({1: objects.CHUID, 2: objects.PRINTED}, b"cms")
    assert security_object.read(security_object.write(written)) == written


def test_unknown_containers_are_left_out() -> None:
    assert security_object.read(bytes.fromhex("BA06" + "013000" + "02AAAA" + "BB00")).tags == {
        1: objects.CHUID
    }


@pytest.mark.parametrize("content", ["BA023000BB00", "BA03013000", "BB00", ""])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        security_object.read(bytes.fromhex(content))

"""Signed hashes by number."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.trust import lds


def test_hashes_tell_what_was_signed() -> None:
    found = lds.read(lds.write({1: b"one", 15: b"fifteen"}))
    assert found.covers(1, b"one")
    assert found.covers(15, b"fifteen")
    assert not found.covers(1, b"fifteen")
    assert not found.covers(2, b"one"), "nothing was signed under this number"


@pytest.mark.parametrize("damage", [b"", b"\x30\x00", b"\x30\x03\x02\x01\x00", b"\x04\x02ab"])
def test_malformed(damage: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        lds.read(damage)


def test_a_number_twice_and_a_hash_of_yesterday() -> None:
    der = lds.write({1: b"one", 2: b"two"})
    with pytest.raises(ProtocolViolation):
        lds.read(der.replace(b"\x02\x01\x02\x04\x20", b"\x02\x01\x01\x04\x20"))
    with pytest.raises(ProtocolViolation):  # MD5
        lds.read(
            lds.write({}).replace(bytes.fromhex("608648016503040201"), bytes.fromhex("2A864886F70D020500"))
        )

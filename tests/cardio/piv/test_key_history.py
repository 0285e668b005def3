"""The key history."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import key_history


def test_slots_count_up_from_82() -> None:
    found = key_history.read(key_history.write(3))
    assert list(found.on_card()) == [0x82, 0x83, 0x84]
    assert [slot.certificate_tag for slot in found.on_card()] == [0x5FC10D, 0x5FC10E, 0x5FC10F]


def test_certificates_kept_elsewhere_are_counted_and_not_fetched() -> None:
    found = key_history.read(bytes.fromhex("C10101C20102F303") + b"h:x")
    assert (found.with_certificate, found.without_certificate, found.url) == (1, 2, "h:x")


@pytest.mark.parametrize("content", ["C10115", "C10114C20101", "C1020001", "C1"])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        key_history.read(bytes.fromhex(content))

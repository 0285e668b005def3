"""The printed information."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import printed


def test_it_reads_what_it_writes() -> None:
    card = printed.PrintedInformation(
        name="Lê Thị Thử", expires="2029MAR02", serial_number="CB-1", issuer="CA"
    )
    assert printed.read(printed.write(card)) == card


def test_padding_of_fixed_fields_is_dropped() -> None:
    assert printed.read(bytes.fromhex("0105") + b"LE   ").name == "LE"


@pytest.mark.parametrize("content", ["0101FF", "0105AA"])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        printed.read(bytes.fromhex(content))

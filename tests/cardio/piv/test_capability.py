"""The card capability container."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import capability


def test_it_reads_what_it_writes() -> None:
    found = capability.read(capability.write(b"\x01" * 21))
    assert found == capability.CapabilityContainer(b"\x01" * 21, 0x10)


@pytest.mark.parametrize("content", ["", "F500", "F5021010", "F0FF"])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        capability.read(bytes.fromhex(content))

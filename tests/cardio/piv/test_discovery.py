"""The discovery object and its PIN policy."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import discovery


def policy(octets: str) -> discovery.Discovery:
    """An object with this PIN policy."""
    return discovery.read(bytes.fromhex("4F01AA5F2F02" + octets))


def test_the_application_pin_alone() -> None:
    found = discovery.read(discovery.write(b"\xaa"))
    assert found == discovery.Discovery(b"\xaa", application_pin=True)


def test_which_pin_people_know() -> None:
    assert policy("6010").global_pin
    assert not policy("6010").global_pin_preferred
    assert policy("6020").global_pin_preferred
    assert not policy("4020").global_pin_preferred, "there is no global PIN"
    assert policy("5800").on_card_comparison
    assert policy("4800").virtual_contact


@pytest.mark.parametrize("content", ["", "4F01AA", "5F2F0140", "5F2F05"])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        discovery.read(bytes.fromhex(content))

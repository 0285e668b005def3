"""The discovery object and its PIN policy."""

from __future__ import annotations

import pytest

from cardio.errors import ProtocolViolation
from cardio.piv import PinReference, discovery


def policy(octets: str) -> discovery.Discovery:
    """An object with this PIN policy."""
    return discovery.read(bytes.fromhex("4F01AA5F2F02" + octets))


def test_the_application_pin_alone() -> None:
    found = discovery.read(discovery.write(b"\xaa"))
    assert found == discovery.Discovery(b"\xaa", application_pin=True)


def test_a_global_pin_that_people_know() -> None:
    found = discovery.read(discovery.write(b"\xaa", global_primary=True))
    assert found.application_pin
    assert found.primary_pin is PinReference.GLOBAL


def test_which_pin_people_know() -> None:
    assert policy("6010").global_pin
    assert policy("6010").primary_pin is PinReference.APPLICATION
    assert policy("6020").primary_pin is PinReference.GLOBAL
    assert policy("4020").primary_pin is PinReference.APPLICATION, "there is no global PIN"
    assert policy("6000").primary_pin is PinReference.APPLICATION, "not told which"
    assert policy("5800").on_card_comparison
    assert policy("4800").virtual_contact


@pytest.mark.parametrize("content", ["", "4F01AA", "5F2F0140", "5F2F05"])
def test_malformed(content: str) -> None:
    with pytest.raises(ProtocolViolation):
        discovery.read(bytes.fromhex(content))

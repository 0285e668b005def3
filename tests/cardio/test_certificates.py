"""Certificates from outside are read whole or refused by our own errors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio.certificates import load
from cardio.errors import CardError, ProtocolViolation
from cardio.piv import Slot
from cardio.redaction import holder_name, name_text, staff_code
from cardio.trust import CrlStore, Purpose, verify_path
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW

# The library warns of serial numbers that are not positive; damage makes some.
pytestmark = pytest.mark.filterwarnings("ignore:Parsed a serial number")

DER = virtual_cards.card_file().certificates[Slot.AUTHENTICATION]


def test_a_good_one() -> None:
    assert load(DER) == virtual_cards.card_file().certificate(Slot.AUTHENTICATION)


@pytest.mark.parametrize("der", [b"", b"\x30\x00", DER[:-1], DER + b"\x00", DER[4:]])
def test_malformed_ones(der: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        load(der)


@given(st.lists(st.tuples(st.integers(0, len(DER) - 1), st.integers(0, 255)), min_size=1, max_size=3))
def test_any_damage_ends_in_our_errors(damage: list[tuple[int, int]]) -> None:
    der = bytearray(DER)
    for at, value in damage:
        der[at] = value
    try:
        certificate = load(bytes(der))
        assert all(isinstance(text, str) for text in (holder_name(certificate), staff_code(certificate)))
        assert name_text(certificate.issuer)
        CrlStore().verdict(certificate, NOW)
        ca = virtual_cards.authority()
        verify_path(certificate, [ca.issuing], [ca.root], Purpose.STAFF_SIGN_IN, NOW)
    except CardError:
        return
    assert bytes(der) == DER, "a changed certificate was believed"

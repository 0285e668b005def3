"""DER of identifiers and numbers."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio import der
from cardio.errors import ProtocolViolation


@pytest.mark.parametrize(
    ("text", "octets"),
    [
        ("0.4.0.127.0.7.2.2.4.2.2", "04007f00070202040202"),
        ("1.2.840.10045.2.1", "2a8648ce3d0201"),
        ("2.23.136.1.1.5", "678108010105"),
        ("2.999.3", "883703"),
    ],
)
def test_identifiers_both_ways(text: str, octets: str) -> None:
    assert der.oid_octets(text).hex() == octets
    assert der.oid_text(bytes.fromhex(octets)) == text


@pytest.mark.parametrize("octets", ["", "2a86", "2a" + "ff" * 4000 + "01"])
def test_identifiers_cut_short_or_overlong(octets: str) -> None:
    with pytest.raises(ProtocolViolation):
        der.oid_text(bytes.fromhex(octets))


ARCS = st.integers(0, 2**128 - 1)
FIRST_TWO = st.tuples(st.integers(0, 1), st.integers(0, 39)) | st.tuples(st.just(2), ARCS)


@given(
    st.tuples(st.integers(0, 1), st.integers(0, 39)) | st.tuples(st.just(2), ARCS), st.lists(ARCS, max_size=4)
)
def test_any_identifier_both_ways(first: tuple[int, int], rest: list[int]) -> None:
    text = ".".join(map(str, (*first, *rest)))
    assert der.oid_text(der.oid_octets(text)) == text


@given(st.binary(max_size=300))
def test_any_octets_are_an_identifier_or_refused(octets: bytes) -> None:
    with suppress(ProtocolViolation):
        assert der.oid_text(octets)


@pytest.mark.parametrize(
    ("value", "element"), [(0, "020100"), (127, "02017f"), (128, "02020080"), (256, "02020100")]
)
def test_integers_keep_their_sign(value: int, element: str) -> None:
    assert der.integer(value).hex() == element


def test_a_sequence() -> None:
    assert der.sequence(der.integer(1), der.oid("1.2")).hex() == "300602010106012a"

"""BER-TLV read without trusting a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardio import tlv
from cardio.errors import ProtocolViolation

TAGS = st.sampled_from([0x53, 0x70, 0x71, 0x7C, 0x81, 0xFE, 0x5C, 0x5F2F, 0x7F49, 0x7E])


@given(st.lists(st.tuples(TAGS, st.binary(max_size=70000)), max_size=4))
def test_what_is_written_is_read(pairs: list[tuple[int, bytes]]) -> None:
    assert list(tlv.elements(b"".join(tlv.encode(tag, value) for tag, value in pairs))) == pairs


@given(st.binary(max_size=64))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = list(tlv.elements(data))
    except ProtocolViolation:
        return
    assert sum(len(value) for _, value in found) <= len(data)


@pytest.mark.parametrize(
    "data",
    [
        "53",  # no length
        "5302AA",  # value shorter than its length
        "5380AAAA0000",  # indefinite length
        "538201",  # length field cut off
        "5384FFFFFFFF",  # four gigabytes
        "5384000000",  # length field longer than we read
        "5F",  # tag cut off
        "5F8100",  # tag continues into its length
        "5F8181810100",  # tag of five bytes
    ],
)
def test_malformed_data_is_refused(data: str) -> None:
    with pytest.raises(ProtocolViolation):
        list(tlv.elements(bytes.fromhex(data)))


@pytest.mark.parametrize(
    ("length", "field"),
    [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100"), (65536, "83010000")],
)
def test_lengths_are_shortest(length: int, field: str) -> None:
    assert tlv.encode_length(length).hex().upper() == field


def test_finding() -> None:
    data = tlv.encode(0x70, b"a") + tlv.encode(0x71, b"b")
    assert (tlv.find(data, 0x71), tlv.find(data, 0xFE)) == (b"b", None)
    assert tlv.require(data, 0x70) == b"a"
    with pytest.raises(ProtocolViolation):
        tlv.require(data, 0xFE)


@pytest.mark.parametrize(
    ("tag", "made_of_others"),
    [(0x00, False), (0x80, False), (0xA1, True), (0x5F2E, False), (0x7F2E, True), (0x30, True)],
)
def test_constructed_tags(tag: int, made_of_others: bool) -> None:
    assert tlv.is_constructed(tag) is made_of_others

"""DG11 and DG12: texts and dates, packed or not."""

from __future__ import annotations

from datetime import date

import pytest

from cardio import tlv
from cardio.emrtd import details
from cardio.errors import ProtocolViolation


def group(outer: int, **values: bytes) -> bytes:
    """A data group of elements `x5F0E=…`."""
    return tlv.encode(outer, b"".join(tlv.encode(int(tag[1:], 16), value) for tag, value in values.items()))


def test_a_person() -> None:
    data = group(
        0x6B, x5F0E="TRẦN<<THỊ BÍCH".encode(), x5F2B=b"19990517", x5F42="Huế".encode(), x5F10=b"046199012345"
    )
    found = details.read_person(data)
    assert (found.name, found.birth, found.address) == ("TRẦN<<THỊ BÍCH", date(1999, 5, 17), "Huế")
    assert (found.personal_number, found.phone) == ("046199012345", None)
    assert "TRẦN" not in repr(found)


def test_a_document_with_a_packed_date() -> None:
    found = details.read_document(group(0x6C, x5F19=b"A08", x5F26=bytes.fromhex("20240601")))
    assert (found.authority, found.issued, found.remarks) == ("A08", date(2024, 6, 1), None)


def test_a_date_of_which_only_the_year_is_known() -> None:
    assert details.read_person(group(0x6B, x5F2B=b"19990000")).birth is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        group(0x6C),
        group(0x6B, x5F0E=b"\xff"),
        group(0x6B, x5F2B=b"199"),
        group(0x6B, x5F2B=b"1999051a"),
    ],
)
def test_what_is_malformed(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        details.read_person(data)

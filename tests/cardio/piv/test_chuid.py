"""The card's identifier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardio import tlv
from cardio.errors import ProtocolViolation
from cardio.piv import Chuid, chuid

GUID = bytes(range(16))


def test_what_is_written_is_read() -> None:
    written = Chuid(GUID, b"\xd4" * 25, date(2030, 12, 31))
    assert chuid.read(chuid.write(written)) == replace(written, signed=chuid.signed_part(written))


def test_the_signature_covers_the_rest() -> None:
    signed = Chuid(GUID, b"", None, signature=b"cms")
    found = chuid.read(chuid.write(signed))
    assert found.signature == b"cms"
    assert found.signed == chuid.signed_part(signed)
    assert b"cms" not in found.signed


@pytest.mark.parametrize("digits", [b"", b"20301301", b"2030-1-1", b"\xff" * 8])
def test_an_unreadable_date_is_no_date(digits: bytes) -> None:
    assert chuid.read(tlv.encode(0x34, GUID) + tlv.encode(0x35, digits)).expires is None


@pytest.mark.parametrize("content", [b"", tlv.encode(0x34, GUID[:15]), b"\x34\x10\x00"])
def test_without_identifier_it_is_refused(content: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        chuid.read(content)

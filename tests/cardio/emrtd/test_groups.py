"""Tags of data groups, and EF.COM."""

from __future__ import annotations

import pytest

from cardio.emrtd import groups
from cardio.errors import ProtocolViolation
from tests.support.virtual_documents import document


def test_d4_ef_com() -> None:
    assert groups.listed(bytes.fromhex("60145F0104303130365F36063034303030305C026175")) == (1, 2)
    assert set(groups.listed(document().listed)) == document().groups.keys()


def test_content_by_number() -> None:
    assert groups.content(14, b"\x6e\x01\x00") == b"\x00"
    with pytest.raises(ProtocolViolation):
        groups.content(1, b"\x6e\x01\x00")


def test_tags_of_other_files_are_passed_over() -> None:
    assert groups.listed(b"\x60\x05\x5c\x03\x61\x77\x75") == (1, 2)


@pytest.mark.parametrize("data", [b"", b"\x60\x00", b"\x60\x03\x5c\x02\x61"])
def test_what_is_no_ef_com(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        groups.listed(data)


def test_every_tag_once() -> None:
    assert len(groups.NUMBERS) == len(groups.TAGS) == 16
    assert {3, 4} == groups.CLOSED

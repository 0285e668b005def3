"""The document security object: which groups it covers, and what is none."""

from __future__ import annotations

import pytest

from cardio import tlv
from cardio.document_errors import SecurityObjectInvalid
from cardio.trust import lds, sod
from tests.support.virtual_documents import NOW, authority, document


def test_the_groups_it_covers() -> None:
    found = sod.read(document().security_object)
    assert found.groups == document().groups.keys()
    assert all(found.matches(number, data) for number, data in document().groups.items())
    assert not found.matches(1, document().groups[1] + b"\x00")
    assert not found.matches(7, b"")
    assert found.signed_at == NOW


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x77\x00",
        document().security_object[1:],
        tlv.encode(sod.TAG, authority().signed(b"\x30\x00", lds.CONTENT_TYPE, NOW)),
        authority().security_object({1: b"a"}, NOW)[:-3],
    ],
)
def test_what_is_none(data: bytes) -> None:
    with pytest.raises(SecurityObjectInvalid) as refusal:
        sod.read(data)
    assert refusal.value.reason == "malformed"

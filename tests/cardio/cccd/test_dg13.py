"""DG13: by number and not position, fields missing, some only on purpose."""

from __future__ import annotations

import pytest

from cardio import der, tlv
from cardio.cccd import dg13
from cardio.cccd.dg13 import ON_PURPOSE, Field
from cardio.errors import ProtocolViolation
from tests.support.virtual_documents import PERSON


def test_a_citizen() -> None:
    found = dg13.read(dg13.write(PERSON.fields()))
    assert found.text(Field.NAME) == PERSON.name
    assert found.text(Field.BIRTH) == "17/05/1999"
    assert found.text(Field.SPOUSE) is None
    assert PERSON.name not in repr(found)


def test_religion_parents_and_spouse_only_on_purpose() -> None:
    data = dg13.write({**PERSON.fields(), Field.SPOUSE: ("Chồng",)})
    assert not ON_PURPOSE & dg13.read(data).values.keys()
    asked = dg13.read(data, frozenset({Field.PARENTS}))
    assert asked.text(Field.PARENTS) == "Cha, Mẹ"
    assert asked.text(Field.RELIGION) is None
    assert dg13.read(data, ON_PURPOSE).values.keys() >= ON_PURPOSE


def test_the_order_does_not_matter() -> None:
    fields = PERSON.fields()
    backwards = dict(reversed(fields.items()))
    assert dg13.read(dg13.write(fields)).values == dg13.read(dg13.write(backwards)).values


def entry(number: int, *parts: bytes) -> bytes:
    """A data group of one field."""
    body = der.sequence(der.integer(number), *parts)
    return tlv.encode(0x6D, der.sequence(der.integer(1), der.oid(dg13.STRUCTURE), tlv.encode(der.SET, body)))


def test_other_strings_nested_ones_and_unknown_numbers() -> None:
    assert dg13.read(entry(2, tlv.encode(0x13, b"TRAN"))).text(Field.NAME) == "TRAN"
    assert dg13.read(entry(2, tlv.encode(0x1E, "Trần".encode("utf-16-be")))).text(Field.NAME) == "Trần"
    nested = der.sequence(tlv.encode(0x0C, b"A"), der.sequence(tlv.encode(0x0C, b"B")))
    assert dg13.read(entry(9, nested)).values[Field.RESIDENCE] == ("A", "B")
    assert dg13.read(entry(99, tlv.encode(0x0C, b"A"))).values == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x6d\x00",
        tlv.encode(0x6D, der.sequence(der.integer(1))),
        entry(2, b"\x0c\x01\xff"),
        entry(2, b"\x0c\x09"),
    ],
)
def test_what_is_malformed(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        dg13.read(data)

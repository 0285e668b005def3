"""Who called: sealed as bytes, and never in a repr."""

from __future__ import annotations

import pytest

from desktop_app.domain.caller import Caller, caller_bytes, plain_number, read_caller
from desktop_app.domain.payloads import PayloadInvalid

WHO = Caller("Bà Sáu", "0914 000 111", "gọi buổi tối")


def test_what_was_sealed_reads_as_it_was_written() -> None:
    assert read_caller(caller_bytes(WHO)) == WHO


def test_nothing_of_it_is_in_a_repr() -> None:
    assert repr(WHO) == "Caller()"


@pytest.mark.parametrize(
    ("who", "known"), [(Caller(), False), (Caller(note=" "), False), (Caller("A"), True)]
)
def test_anything_said_makes_a_caller(who: Caller, known: bool) -> None:
    assert who.is_known is known


def test_a_name_has_an_end() -> None:
    with pytest.raises(PayloadInvalid) as caught:
        caller_bytes(Caller(phone="0" * 201))
    assert (caught.value.field, caught.value.problem) == ("phone", "too_long")


@pytest.mark.parametrize("content", [b"", b"[]", b'{"name": 1}', b"\xff"])
def test_other_bytes_are_no_caller(content: bytes) -> None:
    with pytest.raises(ValueError, match="caller"):
        read_caller(content)


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("0914 000 111", "0914000111"),
        ("+84 914.000.111", "0914000111"),
        ("0084914000111", "0914000111"),
        ("(0234) 3822-111", "02343822111"),
        ("+49 89 1234567", "49891234567"),
        ("1022", ""),
        ("không có", ""),
        ("9" * 16, ""),
        ("٠٩١٤٠٠٠١١١", ""),
    ],
)
def test_a_number_is_its_digits_however_it_was_written(phone: str, number: str) -> None:
    assert plain_number(phone) == number

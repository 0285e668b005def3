"""Errors carry data and codes, and their text never carries a sentence."""

from __future__ import annotations

import inspect

import pytest

from cardio import errors
from cardio.errors import CardError, PinWrong, ReaderFault, Remedy

ALL = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, CardError) and kind is not CardError
]


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in ALL]
    assert len(set(codes)) == len(codes) > 20
    assert "card" not in codes, "a class without a code of its own"


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_code_is_the_name(kind: type[CardError]) -> None:
    assert kind.code.replace("_", "") == kind.__name__.lower()
    assert isinstance(kind.remedy, Remedy)


def test_text_is_code_and_data() -> None:
    assert str(PinWrong(2)) == "pin_wrong(tries_left=2)"
    assert str(ReaderFault("R", 0x8010002F)) == "reader_fault(reader='R', reason=2148532271)"


def test_errors_are_told_apart_by_identity() -> None:
    assert PinWrong(2) != PinWrong(2)

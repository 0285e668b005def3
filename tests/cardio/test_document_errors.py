"""Errors about documents follow the rules of all card errors."""

from __future__ import annotations

import pytest

from cardio import document_errors
from cardio.document_errors import DataGroupAltered
from cardio.errors import CardError, Remedy

ALL = [
    kind
    for kind in vars(document_errors).values()
    if isinstance(kind, type) and kind.__module__ == document_errors.__name__
]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_code_is_the_name(kind: type[CardError]) -> None:
    assert issubclass(kind, CardError)
    assert kind.code.replace("_", "") == kind.__name__.lower()
    assert isinstance(kind.remedy, Remedy)


def test_text_is_code_and_data() -> None:
    assert str(DataGroupAltered(13)) == "data_group_altered(group=13)"

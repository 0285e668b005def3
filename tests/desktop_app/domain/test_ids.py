"""Identifiers."""

from __future__ import annotations

import pytest

from desktop_app.domain.ids import is_id, new_id


def test_ids_are_version_seven_ordered_and_unique() -> None:
    made = [new_id() for _ in range(500)]
    assert len(set(made)) == 500
    assert {text[14] for text in made} == {"7"}
    assert [text[:13] for text in made] == sorted(text[:13] for text in made)
    assert all(map(is_id, made))


@pytest.mark.parametrize(
    "text", ["", "x", "0190AAAA-0000-7000-8000-000000000000", "0190aaaa000070008000000000000000"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)

"""Resources by name, and none from outside."""

from __future__ import annotations

import pytest

import resources


def test_a_resource_is_read_by_name() -> None:
    first = resources.names("migrations/account", ".sql")[0]
    text = resources.read_text(f"migrations/account/{first}")
    assert "CREATE TABLE report" in text
    assert resources.read_bytes(f"migrations/account/{first}").decode() == text


@pytest.mark.parametrize("name", ["no/such/thing", "../pyproject.toml", "migrations/../../README.md"])
def test_what_is_not_a_resource_is_refused(name: str) -> None:
    with pytest.raises(resources.ResourceMissing) as missing:
        resources.locate(name)
    assert missing.value.name == name


def test_names_are_sorted_and_filtered() -> None:
    assert resources.names("migrations/terminal", ".sql") == tuple(
        sorted(resources.names("migrations/terminal", ".sql"))
    )
    assert resources.names("migrations/terminal", ".nothing") == ()

"""The content hash."""

from __future__ import annotations

import hashlib

import pytest

from desktop_app.domain.content import content_sha256


def test_the_content_hash_is_that_of_the_canonical_json() -> None:
    canonical = '{"attachments":["aa"],"outcome":"fixed","publisher_unit":"u","text":"Đã xong"}'
    assert content_sha256("Đã xong", "fixed", "u", ["aa"]) == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    "other", [("Đã xong.", "fixed", "u", ()), ("Đã xong", "planned", "u", ()), ("Đã xong", "fixed", "v", ())]
)
def test_every_part_of_the_content_counts(other: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert content_sha256(*other) != content_sha256("Đã xong", "fixed", "u")


def test_the_order_of_attachments_counts() -> None:
    assert content_sha256("t", "fixed", "u", ["a", "b"]) != content_sha256("t", "fixed", "u", ["b", "a"])

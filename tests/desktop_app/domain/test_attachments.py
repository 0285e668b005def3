"""Files on a report: names, kinds by content, ids bound to the report."""

from __future__ import annotations

import pytest

from desktop_app.domain.attachments import (
    MAX_NAME,
    attachment_id,
    is_picture,
    is_sha256,
    media_type_of,
    plain_name,
)
from tests.support.pictures import JPEG, PNG, WEBP


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (WEBP, "image/webp"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"<html>", None),
        (b"", None),
        (b"XXXX0000WEBP", None),
        (b"MZ\x90\x00", None),
        (b" %PDF-1.7", None),
    ],
)
def test_a_file_is_what_its_content_shows(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type


def test_only_images_are_pictures() -> None:
    assert [is_picture(kind) for kind in ("image/png", "application/pdf")] == [True, False]


def test_an_id_is_bound_to_report_and_content() -> None:
    ids = {attachment_id(report, sha) for report in ("r-1", "r-2") for sha in ("a" * 64, "b" * 64)}
    assert len(ids) == 4
    assert attachment_id("r-1", "a" * 64) in ids


@pytest.mark.parametrize("text", ["", "a" * 63, "A" * 64, "g" * 64, "a" * 65, "a" * 64 + "\n"])
def test_what_is_no_hash(text: str) -> None:
    assert not is_sha256(text)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("ảnh.jpg", "ảnh.jpg"),
        ("../../etc/x.jpg", "x.jpg"),
        ("C:\\fakepath\\x.jpg", "x.jpg"),
        ("a\x00\nb", "ab"),
        ("", "file"),
        ("/", "file"),
        ("x" * 500, "x" * MAX_NAME),
    ],
)
def test_a_name_is_only_a_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain

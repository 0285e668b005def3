"""What is dropped is judged by its content, before anything of it is kept or sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.attachments import MAX_BYTES
from desktop_app.pictures.errors import DocumentCorrupt, PictureCorrupt
from desktop_app.pictures.intake import taken, taken_from
from desktop_app.triage.report_files import FileRefused
from tests.support.pdfs import pdf
from tests.support.photographs import PLACE, phone_photo, pixels


def test_a_picture_comes_with_a_small_one() -> None:
    file = taken("ảnh.jpg", phone_photo())
    assert file.thumbnail is not None
    assert pixels(file.thumbnail).size == (320, 213)
    assert PLACE not in file.thumbnail
    assert PLACE in file.content  # the original stays what it was


def test_a_document_comes_without(tmp_path: Path) -> None:
    path = tmp_path / "biên bản.pdf"
    path.write_bytes(pdf("1"))
    file = taken_from(path)
    assert (file.name, file.thumbnail) == ("biên bản.pdf", None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b"MZ\x90", "file_type"),
        (b"\xff\xd8\xff" + b"\x00" * MAX_BYTES, "file_too_large"),
    ],
)
def test_what_is_no_file_for_a_report_is_refused_by_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as refused:
        taken("ảnh.jpg", content)
    assert (refused.value.reason, refused.value.name) == (reason, "ảnh.jpg")


def test_a_name_deceives_nobody() -> None:
    assert taken("giấy.pdf", phone_photo(kind="WEBP")).thumbnail is not None
    with pytest.raises(PictureCorrupt):
        taken("ảnh.png", phone_photo()[:300])


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "video.jpg"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(FileRefused):
        taken_from(path)


def test_a_torn_document_is_refused_and_one_with_something_behind_its_end_is_not() -> None:
    whole = pdf("1", "2")
    assert taken("giấy.pdf", whole + b"\n" * 900).content
    for torn in (whole[: len(whole) // 2], b"%PDF-1.7\n..."):
        with pytest.raises(DocumentCorrupt):
            taken("giấy.pdf", torn)

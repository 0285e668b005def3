"""Files a person adds: checked before anything is kept, named without a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.attachments import MAX_BYTES
from desktop_app.report_files import FileRefused, FileToAttach
from tests.support.pictures import JPEG, photo


def test_a_file_is_read_from_disk_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "ảnh.jpg"
    path.write_bytes(photo())
    file = FileToAttach.read(path, thumbnail=JPEG)
    assert (file.name, file.content, file.thumbnail) == ("ảnh.jpg", photo(), JPEG)
    assert file.checked().media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "file_empty"), (b"<html>", "file_type"), (JPEG + b"\x00" * MAX_BYTES, "file_too_large")],
)
def test_what_cannot_be_attached_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as caught:
        FileToAttach("x", content).checked()
    assert (caught.value.reason, caught.value.name) == (reason, "x")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(FileRefused):
        FileToAttach.read(path)

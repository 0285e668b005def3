"""Files, pictures and nothing at all from a drop or the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from desktop_app.triage.report_files import FileRefused
from tests.support.photographs import phone_photo, pixels
from ui.photos.arrivals import from_mime, holds_files


def test_files_are_read_by_whoever_reads(tmp_path: Path) -> None:
    path = tmp_path / "ảnh.jpg"
    path.write_bytes(phone_photo())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x.jpg")])
    assert holds_files(data)
    [arrival] = from_mime(data)
    assert arrival.name == "ảnh.jpg"
    assert arrival.read().content == phone_photo()
    path.write_bytes(b"MZ")
    with pytest.raises(FileRefused):
        arrival.read()
    path.unlink()
    with pytest.raises(FileNotFoundError):
        arrival.read()


def test_a_pasted_picture_becomes_a_png(qapp: object) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    assert holds_files(data)
    [arrival] = from_mime(data)
    file = arrival.read()
    assert file.content.startswith(b"\x89PNG")
    assert pixels(file.content).getpixel((5, 5)) == (255, 0, 0)
    assert file.thumbnail is not None


def test_words_are_no_files() -> None:
    data = QMimeData()
    data.setText("duong ngap")
    assert not holds_files(data)
    assert from_mime(data) == []
    assert from_mime(None) == []

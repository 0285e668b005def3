"""A tile shows its photo or why not, and is named whole for a screen reader."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import Moment
from desktop_app.pictures.album import Photo, Standing
from desktop_app.pictures.under_way import Stage, UnderWay
from desktop_app.store.uploads import NoSuchContent
from desktop_app.triage.report_files import ReportFile
from ui.language import Language, install
from ui.photos.faults import fault_words
from ui.photos.tile import PhotoTile

NOW = datetime(2026, 11, 20, tzinfo=UTC)
FILE = ReportFile("a", "b", "duong.jpg", "image/jpeg", 9, "An", NOW, has_thumbnail=False)


WAY = UnderWay("b", "e", Stage.HALFWAY, 100, 50)


@pytest.fixture
def tile(qtbot: QtBot) -> PhotoTile:
    made = PhotoTile()
    qtbot.addWidget(made)
    made.show_photo(Photo(FILE, Moment.AFTER, Standing.UNDECIDED), 0, 2, WAY)
    return made


def test_it_is_named_with_its_standing_and_its_way(tile: PhotoTile) -> None:
    assert tile.accessibleName().startswith("Photo 1 of 2, duong.jpg, After the work, Internal")
    assert tile.accessibleName().endswith("On its way, goes on where it stopped")


def test_it_shows_the_picture(tile: PhotoTile) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.red)
    tile.show_picture(image)
    assert tile.has_picture()
    assert tile.grab().toImage().pixelColor(46, 32) == Qt.GlobalColor.red


def test_a_fault_is_told_in_the_language_in_force(tile: PhotoTile, qtbot: QtBot) -> None:
    tile.show_fault(lambda: fault_words(NoSuchContent())[0])
    assert tile.accessibleDescription() == "This photo is no longer there."
    assert not tile.has_picture()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: tile.accessibleName().startswith("Ảnh 1"), timeout=20_000)
    assert tile.accessibleDescription() == tile.toolTip() == "Ảnh này không còn nữa."


def test_another_photo_starts_without_the_old_picture(tile: PhotoTile) -> None:
    image = QImage(9, 9, QImage.Format.Format_RGB888)
    tile.show_picture(image)
    tile.show_photo(Photo(FILE, Moment.AFTER, Standing.READY), 0, 2, None)
    assert tile.has_picture()
    other = ReportFile("c", "d", "cau.jpg", "image/jpeg", 9, "An", NOW, has_thumbnail=False)
    tile.show_photo(Photo(other, Moment.BEFORE, Standing.PUBLIC), 1, 2, None)
    assert not tile.has_picture()

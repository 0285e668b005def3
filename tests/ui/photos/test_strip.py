"""The strip counts, says what waits, and tells what a person wants."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.album import Album, album_of
from desktop_app.pictures.under_way import Stage, UnderWay
from tests.support.widgets import child
from tests.ui.photos.conftest import Workplace
from ui.photos.strip import PhotoStrip


@pytest.fixture
def strip(qtbot: QtBot) -> PhotoStrip:
    made = PhotoStrip()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def album(workplace: Workplace, report: Report) -> Album:
    return album_of(report, workplace.session.files.of(report.id))


def test_photos_are_shown_and_chosen_by_their_place(strip: PhotoStrip, album: Album) -> None:
    told: list[int] = []
    strip.chosen.connect(told.append)
    strip.show_album(album, {}, may_add=True)
    assert [tile.isHidden() for tile in strip.tiles] == [False, False]
    assert strip.accessibleDescription() == "Internal, not decided: 2"
    strip.tiles[1].click()
    assert told == [1]


def test_without_photos_it_says_how_to_add_some(strip: PhotoStrip) -> None:
    strip.show_album(Album(), {}, may_add=False)
    assert strip.isHidden()
    strip.show_album(Album(), {}, may_add=True)
    assert "Drop files here" in strip.accessibleDescription()
    asked: list[bool] = []
    strip.add_asked.connect(lambda: asked.append(True))
    child(strip, QPushButton, "photos.add").click()
    assert asked == [True]


def test_what_waits_can_be_taken_back_or_sent_now(strip: PhotoStrip, album: Album) -> None:
    told: list[str] = []
    strip.take_back_asked.connect(told.append)
    first, second = (photo.file.sha256 for photo in album.photos)
    way = {
        sha: UnderWay(sha, "event-1", stage)
        for sha, stage in ((first, Stage.WAITING), (second, Stage.HALFWAY))
    }
    strip.show_album(album, way, may_add=True)
    assert strip.accessibleDescription().startswith("Partly sent, goes on where it stopped")
    child(strip, QPushButton, "photos.takeBack").click()
    assert told == ["event-1"]
    assert not child(strip, QPushButton, "photos.tryNow").isHidden()
    strip.show_album(album, {first: UnderWay(first, "event-1", Stage.ARRIVED)}, may_add=True)
    assert child(strip, QPushButton, "photos.takeBack").isHidden()


def test_fewer_photos_hide_the_tiles_that_are_left(strip: PhotoStrip, album: Album) -> None:
    strip.show_album(album, {}, may_add=True)
    strip.show_album(Album(album.photos[:1]), {}, may_add=True)
    assert [tile.isHidden() for tile in strip.tiles] == [False, True]
    strip.show_fault(album.photos[0].file.id, "gone")
    assert strip.tiles[0].accessibleDescription() == "gone"

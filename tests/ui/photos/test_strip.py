"""The strip counts, says what waits, and tells what a person wants."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.pictures.album import Album, album_of
from desktop_app.pictures.under_way import Stage, UnderWay
from desktop_app.triage.report_files import ReportFile
from tests.support.pdfs import pdf
from tests.support.widgets import child
from tests.ui.photos.conftest import lay
from tests.ui.seated import Workplace
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
    assert strip.accessibleDescription().startswith("On its way, goes on where it stopped")
    child(strip, QPushButton, "photos.takeBack").click()
    assert told == ["event-1"]
    assert not child(strip, QPushButton, "photos.tryNow").isHidden()
    strip.show_album(album, {first: UnderWay(first, "event-1", Stage.ARRIVED)}, may_add=True)
    assert child(strip, QPushButton, "photos.takeBack").isHidden()


def test_fewer_photos_hide_the_tiles_that_are_left(strip: PhotoStrip, album: Album) -> None:
    strip.show_album(album, {}, may_add=True)
    strip.show_album(Album(album.photos[:1]), {}, may_add=True)
    assert [tile.isHidden() for tile in strip.tiles] == [False, True]
    strip.show_fault(album.photos[0].file.id, lambda: "gone")
    assert strip.tiles[0].accessibleDescription() == "gone"


def test_how_much_has_arrived_is_told_in_percent_as_it_goes(strip: PhotoStrip, album: Album) -> None:
    first, second = (photo.file.sha256 for photo in album.photos)
    way = {
        first: UnderWay(first, "event-1", Stage.HALFWAY, 3_000_000, 1_000_000),
        second: UnderWay(second, "event-1", Stage.WAITING, 1_000_000),
    }
    strip.show_album(album, way, may_add=True)
    assert strip.accessibleDescription().startswith("Sent: 25 % (1.0 MB of 4.0 MB)")
    strip.show_moved(first, 2_500_000)
    assert strip.accessibleDescription().startswith("Sent: 62 % (2.5 MB of 4.0 MB)")
    strip.show_moved(second, 500_000)
    assert strip.accessibleDescription().startswith("Sent: 75 % (3.0 MB of 4.0 MB)")
    strip.show_moved("0" * 64, 9)  # of a file that is none of this report's


def test_a_refused_file_stays_refused_whatever_is_told_of_it(strip: PhotoStrip, album: Album) -> None:
    [first, *_] = (photo.file.sha256 for photo in album.photos)
    strip.show_album(album, {first: UnderWay(first, "event-1", Stage.REFUSED, 9)}, may_add=True)
    strip.show_moved(first, 5)
    assert strip.accessibleDescription().startswith("Not taken by the centre")


def test_documents_have_tiles_of_their_own(strip: PhotoStrip, workplace: Workplace, report: Report) -> None:
    lay(workplace, report, pdf("one"), 4, media_type="application/pdf", name="biên bản.pdf")
    album = album_of(report, workplace.session.files.of(report.id))
    told: list[ReportFile] = []
    strip.document_chosen.connect(told.append)
    strip.show_album(album, {}, may_add=True)
    [tile] = strip.documents
    assert tile.accessibleName() == "Document biên bản.pdf, 1 KB"
    tile.click()
    assert told == [album.documents[0]]
    sha256 = album.documents[0].sha256
    strip.show_album(album, {sha256: UnderWay(sha256, "e", Stage.HALFWAY, 100)}, may_add=True)
    before = tile.grab().toImage()
    strip.show_moved(sha256, 90)
    assert tile.grab().toImage() != before
    strip.show_album(Album(album.photos), {}, may_add=True)
    assert tile.isHidden()

"""The photos of the report that is read, at a real desk: looked at, decided about, added, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.news import ReportGone
from desktop_app.pictures.album import Standing, album_of
from desktop_app.pictures.covers import Cover
from desktop_app.triage.triage import CommandRefused
from tests.support import file_dialogs
from tests.support.photographs import PLACE, PLATE, phone_photo, pixels
from tests.support.widgets import child
from tests.ui.seated import Workplace
from ui.desk.desk import Desk
from ui.desk.photo_desk import PhotoDesk
from ui.detail.detail import Detail
from ui.photos.strip import PhotoStrip

Seat = Callable[[Workplace], Desk]


@pytest.fixture
def desk(seat: Seat, workplace: Workplace, report: Report) -> Desk:
    made = seat(workplace)
    made.open_report(report.id)
    return made


@pytest.fixture
def photos(desk: Desk) -> PhotoDesk:
    return child(desk, PhotoDesk)


def strip(desk: Desk) -> PhotoStrip:
    return child(desk, PhotoStrip, "detail.photos")


def test_the_photos_of_the_report_that_is_read_are_shown(
    desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: [tile.has_picture() for tile in strip(desk).tiles] == [True, True])
    other = next(each for each in workplace.reports if each.state == "distributed")
    desk.open_report(other.id)
    assert all(tile.isHidden() for tile in strip(desk).tiles)


def test_a_decision_burns_the_covers_into_a_copy_that_waits_to_be_sent(
    photos: PhotoDesk, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    photos.look()
    viewer = photos.viewer
    assert viewer is not None
    qtbot.waitUntil(lambda: viewer.bar.button("fit").isEnabled())
    viewer.bar.button("cover").click()
    assert viewer.canvas.painting is not None
    viewer.canvas.painting.add(Cover(*PLATE))
    viewer.bar.button("decide").click()
    files = workplace.session.files
    qtbot.waitUntil(lambda: any(one.redacts for one in files.of(report.id)))
    [made] = [one for one in files.of(report.id) if one.redacts]
    album = album_of(report, files.of(report.id))
    assert made.redacts == album.photos[0].file.sha256
    assert made.name == "ban-cong-khai.jpg"
    content = files.open(made, report.id)
    assert PLACE not in content
    raw = pixels(content).tobytes()
    assert max(red - green for red, green in zip(raw[0::3], raw[1::3], strict=True)) < 40  # no red plate
    qtbot.waitUntil(lambda: viewer.photo is not None and viewer.photo.standing is Standing.READY)
    viewer.close()


def dropped(detail: Detail, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, nothing = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(20, 20)
    enter = QDragEnterEvent(where.toPoint(), copy, data, left, nothing)
    QApplication.sendEvent(detail, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(detail, QDropEvent(where, copy, data, left, nothing))


def test_a_dropped_file_is_added_and_taken_back(
    desk: Desk, photos: PhotoDesk, workplace: Workplace, report: Report, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "hiện trường.png"
    path.write_bytes(phone_photo(kind="PNG"))
    dropped(child(desk, Detail), path)
    qtbot.waitUntil(lambda: len(photos.adding.ready) == 1)
    assert len(workplace.session.files.of(report.id)) == 2  # nothing is kept before the person says so
    photos.adding.confirm()
    qtbot.waitUntil(lambda: len(workplace.session.files.of(report.id)) == 3)
    qtbot.waitUntil(photos.adding.isHidden)
    qtbot.waitUntil(lambda: "Waits to be sent" in strip(desk).accessibleDescription())
    path.unlink()
    assert workplace.session.files.open(workplace.session.files.of(report.id)[2], report.id)
    strip(desk).take_back_asked.emit(workplace.store.outbox.pending(report.id)[-1].event.id)
    qtbot.waitUntil(lambda: len(workplace.session.files.of(report.id)) == 2)


def test_the_clipboard_is_pasted(photos: PhotoDesk, qtbot: QtBot) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QApplication.clipboard().setImage(image)
    photos.paste()
    qtbot.waitUntil(lambda: len(photos.adding.ready) == 1)
    QApplication.clipboard().clear()
    photos.paste()
    assert len(photos.adding.rows) == 1


def test_files_are_chosen_from_a_dialog(desk: Desk, photos: PhotoDesk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    path.write_bytes(phone_photo(kind="WEBP"))
    photos.choose_files()
    file_dialogs.answer("photos.choose", path)
    qtbot.waitUntil(lambda: len(photos.adding.ready) == 1)


def test_another_report_leaves_nothing_half_added(
    desk: Desk, photos: PhotoDesk, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(phone_photo())
    dropped(child(desk, Detail), path)
    qtbot.waitUntil(lambda: len(photos.adding.ready) == 1)
    desk.open_report(next(each for each in workplace.reports if each.state == "distributed").id)
    assert photos.adding.rows == []


def test_a_report_that_is_closed_takes_nothing(
    desk: Desk, photos: PhotoDesk, workplace: Workplace, qtbot: QtBot
) -> None:
    desk.open_report(workplace.first("published").id)
    photos.choose_files()
    photos.look()
    assert not photos.may_add
    assert file_dialogs.asked("photos.choose") is None
    assert photos.viewer is None


def test_a_report_that_leaves_the_desk_takes_its_photo_off_the_screen_even_from_under_the_pen(
    photos: PhotoDesk, workplace: Workplace, report: Report, qtbot: QtBot
) -> None:
    photos.look()
    viewer = photos.viewer
    assert viewer is not None
    qtbot.waitUntil(lambda: viewer.bar.button("fit").isEnabled(), timeout=20_000)
    viewer.bar.button("cover").click()
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, report.id)
    workplace.bridge.report_gone.emit(ReportGone(report.id))
    assert viewer.canvas.painting is None
    assert viewer.canvas.isHidden()
    said = " ".join(label.text() for label in viewer.findChildren(QLabel) if label.isVisible())
    assert "no longer here" in said
    assert ".jpg" not in said
    viewer.retranslate()
    assert viewer.canvas.isHidden()


@pytest.mark.parametrize("command", [None, Command.NOTE])
def test_what_is_to_be_added_is_in_sight_where_the_photos_gave_way(
    desk: Desk, photos: PhotoDesk, command: Command | None, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(phone_photo())
    detail = child(desk, Detail)
    desk.resize(960, 428)
    detail.show_refusal(CommandRefused("wrong_state"))
    if command is not None:
        detail.open_panel(command)
    dropped(detail, path)
    qtbot.waitUntil(lambda: len(photos.adding.ready) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not photos.adding.visibleRegion().isEmpty(), timeout=20_000)
    assert not strip(desk).isVisible()

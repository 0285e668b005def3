"""Files about to be added: looked into, refused with a reason, taken out, handed over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.pictures.errors import PictureCorrupt
from desktop_app.pictures.intake import taken
from desktop_app.triage.report_files import FileRefused, FileToAttach
from tests.support.photographs import phone_photo
from tests.support.widgets import child
from ui.language import Language, install
from ui.photos.adding_panel import AddingPanel, refusal
from ui.photos.arrivals import Arrival
from ui.tasks import Tasks
from ui.widgets.notice import Notice
from ui.wording import Wording, saying, sentence


@pytest.fixture
def panel(qtbot: QtBot, tasks: Tasks) -> AddingPanel:
    made = AddingPanel(tasks)
    qtbot.addWidget(made)
    return made


def good(name: str) -> Arrival:
    return Arrival(name, lambda: taken(name, phone_photo()))


def failing(name: str, error: Exception) -> Arrival:
    def read() -> FileToAttach:
        raise error

    return Arrival(name, read)


def looked_into(panel: AddingPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(row.is_looked_into for row in panel.rows))


def test_what_is_in_order_is_handed_over(panel: AddingPanel, qtbot: QtBot) -> None:
    told: list[list[FileToAttach]] = []
    panel.confirmed.connect(told.append)
    panel.take([good("a.jpg"), failing("b.jpg", PictureCorrupt())])
    assert not panel.isHidden()
    assert not child(panel, QPushButton, "photos.adding.confirm").isEnabled()  # still looked into
    looked_into(panel, qtbot)
    said = [row.words() for row in panel.rows]
    assert said[0].startswith("a.jpg · ")
    assert said[1].startswith("b.jpg: This picture is damaged")
    qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel.confirm()  # a second press while they are being kept
    assert [[file.name for file in files] for files in told] == [["a.jpg"]]
    panel.say(lambda: Wording("No room.", "Make some."))
    panel.confirm()
    assert len(told) == 2


def test_a_file_is_taken_out_again(panel: AddingPanel, qtbot: QtBot) -> None:
    panel.take([good("a.jpg"), good("b.jpg")])
    looked_into(panel, qtbot)
    child(panel.rows[0], QPushButton).click()
    assert [file.name for file in panel.ready] == ["b.jpg"]
    child(panel.rows[0], QPushButton).click()
    assert panel.isHidden()


def test_more_than_ten_are_not_taken(panel: AddingPanel, qtbot: QtBot) -> None:
    panel.take([good(f"{number}.jpg") for number in range(12)])
    looked_into(panel, qtbot)
    assert len(panel.ready) == 10


def test_esc_forgets_them_all(panel: AddingPanel, qtbot: QtBot) -> None:
    panel.take([good("a.jpg")])
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.rows == []
    assert panel.isHidden()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileRefused("file_too_large", "a.jpg"), "The file a.jpg is larger than 20 MB."),
        (FileRefused("file_type", "a.jpg"), "The file a.jpg is neither a picture nor a PDF."),
        (FileRefused("file_empty", "a.jpg"), "The file a.jpg is empty."),
        (PermissionError(), "The file a.jpg cannot be read."),
        (PictureCorrupt(), "This picture is damaged or not complete."),
    ],
)
def test_each_refusal_has_its_sentence(error: Exception, told: str) -> None:
    assert refusal(error, "a.jpg")().title == told


def test_what_is_refused_is_said_again_in_another_language(panel: AddingPanel, qtbot: QtBot) -> None:
    panel.take([failing("b.jpg", PictureCorrupt()), *(good(f"{number}.jpg") for number in range(10))])
    looked_into(panel, qtbot)
    notice = child(panel, Notice)
    before = panel.rows[0].words(), notice.title()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: panel.rows[0].words() != before[0], timeout=20_000)
    assert panel.rows[0].words() == f"b.jpg: {sentence(PictureCorrupt())}"
    assert notice.title() not in {"", before[1]}
    panel.say(saying(PictureCorrupt()).now)
    assert notice.title() == sentence(PictureCorrupt()).title
    panel.take([])
    assert notice.title() == ""

"""Asking for a file through Qt's own dialog: endings, replacing, missing files, cancel, a lock meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support import file_dialogs
from tests.support.widgets import child
from ui.language import Language, install
from ui.widgets.file_dialog import FileDialog
from ui.widgets.folders import FOLDERS

NAME, QUESTION = "test.file", "test.file.question"
KINDS = ("Workbook (*.xlsx)", "CSV (*.csv)")


@pytest.fixture
def pages(qtbot: QtBot) -> QStackedWidget:
    made = QStackedWidget()
    qtbot.addWidget(made)
    asker = QWidget()
    asker.setObjectName("asker")
    made.addWidget(asker)
    made.addWidget(QWidget())
    made.show()
    return made


class Asking(FileDialog):
    """Notes what is chosen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(NAME, page)
        self.saved: list[tuple[Path, str]] = []
        self.read: list[list[Path]] = []

    def to_save(self) -> None:
        self.save("Export", "list.xlsx", KINDS, lambda path, kind: self.saved.append((path, kind)))

    def to_read(self, *, several: bool = False) -> None:
        self.choose("Read", KINDS, self.read.append, several=several)


@pytest.fixture
def asking(pages: QStackedWidget, tmp_path: Path) -> Asking:
    FOLDERS.remember(NAME, tmp_path)
    return Asking(child(pages, QWidget, "asker"))


def proposed() -> str:
    return child(file_dialogs.asking(NAME), QLineEdit, "fileNameEdit").text()


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("danh sách", 0, "danh sách.xlsx"),
        ("danh sách", 1, "danh sách.csv"),
        ("list.csv", 0, "list.csv"),
        ("tuần 1.5", 0, "tuần 1.5.xlsx"),
    ],
)
def test_a_name_gets_the_ending_of_its_kind(
    asking: Asking, tmp_path: Path, typed: str, kind: int, written: str
) -> None:
    asking.to_save()
    assert proposed() == "list.xlsx"
    file_dialogs.answer(NAME, tmp_path / typed, KINDS[kind])
    assert asking.saved == [(tmp_path / written, KINDS[kind])]


def test_cancelled_nothing_happens_and_it_can_be_asked_again(asking: Asking) -> None:
    asking.to_save()
    asking.to_save()  # one at a time
    file_dialogs.refuse(NAME)
    assert file_dialogs.asked(NAME) is None
    assert asking.saved == []
    asking.to_save()
    file_dialogs.refuse(NAME)


def test_a_file_that_is_there_is_replaced_after_a_question(asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_text("before", encoding="utf-8")
    asking.to_save()
    file_dialogs.answer(NAME, tmp_path / "list")  # the name in full is what counts
    assert asking.saved == []
    box = file_dialogs.question(QUESTION)
    assert "list.xlsx" in box.text()
    file_dialogs.press(box, "goOn")
    assert asking.saved == [(tmp_path / "list.xlsx", KINDS[0])]


def test_or_another_name_is_chosen_where_one_was(asking: Asking, tmp_path: Path) -> None:
    folder = tmp_path / "tháng 11"
    folder.mkdir()
    (folder / "a.csv").write_text("before", encoding="utf-8")
    asking.to_save()
    file_dialogs.answer(NAME, folder / "a.csv")
    file_dialogs.press(file_dialogs.question(QUESTION), "stay")
    again = file_dialogs.asking(NAME)
    assert Path(again.directory().absolutePath()) == folder
    assert proposed() == "a.csv"
    file_dialogs.answer(NAME, folder / "b.csv")
    assert [path.name for path, _ in asking.saved] == ["b.csv"]


def test_the_next_question_begins_in_the_folder_of_the_last(asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    asking.to_save()
    file_dialogs.answer(NAME, tmp_path / "x" / "a.csv")
    asking.to_read()
    assert Path(file_dialogs.asking(NAME).directory().absolutePath()) == tmp_path / "x"
    file_dialogs.refuse(NAME)


def test_a_file_to_read_is_there_or_said_to_be_missing(asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a", encoding="utf-8")
    asking.to_read()
    file_dialogs.answer(NAME, tmp_path / "b.csv")
    box = file_dialogs.question(QUESTION)
    assert "b.csv" in box.text()
    file_dialogs.press(box, "stay")
    file_dialogs.answer(NAME, tmp_path / "a.csv")
    assert asking.read == [[tmp_path / "a.csv"]]


def test_several_files_at_once(asking: Asking, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("a", encoding="utf-8")
    asking.to_read(several=True)
    file_dialogs.answer(NAME, '"a.csv" "b.csv"')
    assert asking.read == [[tmp_path / "a.csv", tmp_path / "b.csv"]]


@pytest.mark.parametrize("phase", ["place", "question"])
def test_a_lock_takes_it_off_the_screen_and_nothing_is_written(
    asking: Asking, pages: QStackedWidget, tmp_path: Path, qtbot: QtBot, phase: str
) -> None:
    (tmp_path / "list.xlsx").write_text("before", encoding="utf-8")
    asking.to_save()
    dialog: QWidget = file_dialogs.asking(NAME)
    if phase == "question":
        file_dialogs.answer(NAME, tmp_path / "list.xlsx")
        dialog = file_dialogs.question(QUESTION)
    page = child(pages, QWidget, "asker")
    pages.removeWidget(page)  # as the desk goes: off the screen, then deleted
    page.hide()
    page.deleteLater()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [pages]
    qtbot.waitUntil(lambda: not shiboken6.isValid(page) and not shiboken6.isValid(dialog))
    assert (tmp_path / "list.xlsx").read_text(encoding="utf-8") == "before"


def spoken(dialog: QFileDialog) -> set[str]:
    """Every word of the program's on the dialog: labels, buttons, hints, headings."""
    labels = {each.text() for each in dialog.findChildren(QLabel)}
    buttons = {each.text() or each.toolTip() for each in dialog.findChildren(QAbstractButton)}
    hints = {each.toolTip() for each in dialog.findChildren(QAbstractButton)}
    header = child(dialog, QTreeView, "treeView").header()
    heads = {str(header.model().headerData(each, header.orientation())) for each in range(4)}
    return {text.replace("&", "") for text in labels | buttons | hints | heads if text}


def test_qts_own_dialog_speaks_vietnamese(asking: Asking) -> None:
    asking.to_save()
    english = spoken(file_dialogs.asking(NAME))
    file_dialogs.refuse(NAME)
    install(Language.VIETNAMESE)
    asking.to_save()
    vietnamese = spoken(file_dialogs.asking(NAME))
    file_dialogs.refuse(NAME)
    assert {"Tên tệp:", "Lưu", "Hủy", "Ngày sửa"} <= vietnamese
    assert not english & vietnamese

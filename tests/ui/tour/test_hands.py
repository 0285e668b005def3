"""Hands do what a person could do, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.tour import hands
from ui.widgets.file_dialog import FileDialog
from ui.widgets.folders import FOLDERS


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field, a button, a hidden one, a list and a box, each with its accessible name."""
    made = QWidget()
    layout = QVBoxLayout(made)
    box = QComboBox()
    box.addItems(["Đã khắc phục", "Có kế hoạch"])
    rows = QListWidget()
    rows.addItems(["PA-1", "PA-2"])
    named: dict[str, QWidget] = {
        "Ghi chú": QLineEdit(), "Gửi": QPushButton("Gửi"), "Ẩn": QPushButton("Ẩn"), "Kết quả": box,
        "Danh sách": rows, "Lời": QLabel("Xin chào"),
    }  # fmt: skip
    for name, widget in named.items():
        widget.setAccessibleName(name)
        layout.addWidget(widget)
    named["Ẩn"].hide()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made, timeout=20_000):
        made.show()
    return made


def test_text_arrives_with_its_diacritics(window: QWidget) -> None:
    hands.type_text("Ghi chú", "Đường ngập")
    assert hands.read("Ghi chú") == "Đường ngập"
    hands.type_text("Ghi chú", "mới", instead=True)
    assert hands.read("Ghi chú") == "mới"


def test_a_press_reaches_the_button_after_it_returned(window: QWidget, qtbot: QtBot) -> None:
    button = window.findChildren(QPushButton)[0]
    with qtbot.waitSignal(button.clicked):
        hands.press("Gửi")


def test_what_is_hidden_or_disabled_cannot_be_pressed(window: QWidget) -> None:
    with pytest.raises(hands.NotOnScreen) as caught:
        hands.press("Ẩn")
    assert "Gửi" in caught.value.there
    window.findChildren(QPushButton)[0].setEnabled(False)
    with pytest.raises(hands.NotOnScreen):
        hands.press("Gửi")


def test_rows_and_entries_are_chosen_by_what_they_say(window: QWidget, qtbot: QtBot) -> None:
    rows, box = window.findChildren(QListWidget)[0], window.findChildren(QComboBox)[0]
    with qtbot.waitSignal(rows.clicked):
        hands.choose("Danh sách", "PA-2")
    hands.choose("Kết quả", "Có kế")
    assert (rows.currentRow(), box.currentIndex()) == (1, 1)
    assert hands.rows("Danh sách") == ["PA-1", "PA-2"]
    with pytest.raises(hands.NotOnScreen):
        hands.choose("Danh sách", "PA-3")


def test_a_list_below_the_fold_is_scrolled_to(window: QWidget, qtbot: QtBot) -> None:
    rows = window.findChildren(QListWidget)[0]
    page, deep = QScrollArea(), QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(deep)
    layout.addSpacing(2000)
    layout.addWidget(rows)
    page.setWidget(deep)
    page.resize(300, 300)
    with qtbot.waitExposed(page, timeout=20_000):
        page.show()
    with qtbot.waitSignal(rows.currentRowChanged):
        hands.choose("Danh sách", "PA-2")
    assert page.viewport().rect().contains(rows.mapTo(page.viewport(), rows.rect().center()))


def test_a_menu_must_be_open(window: QWidget, qtbot: QtBot) -> None:
    with pytest.raises(hands.NotOnScreen):
        hands.choose_from_menu("Ghi chú")
    menu = QMenu(window)
    action = menu.addAction("Ghi chú\tAlt+3")
    menu.popup(window.mapToGlobal(window.rect().center()))
    with qtbot.waitSignal(action.triggered):
        hands.choose_from_menu("Ghi chú")


def test_the_screen_is_read_and_photographed(window: QWidget, tmp_path: Path) -> None:
    assert "Xin chào" in hands.screen()
    assert "Lời" in hands.names()
    assert hands.photograph(tmp_path, "now") == ["now.png"]
    assert (tmp_path / "now.png").stat().st_size > 0


def test_the_programs_own_window_is_the_first_picture_and_others_are_named(
    qtbot: QtBot, tmp_path: Path
) -> None:
    windows = [QWidget(objectName=name) for name in ("tray", hands.MAIN, "tray")]  # type: ignore[call-arg]
    for window in windows:
        qtbot.addWidget(window)
        window.resize(300 if window.objectName() == hands.MAIN else 100, 100)
        with qtbot.waitExposed(window, timeout=20_000):
            window.show()
    assert hands.photograph(tmp_path, "now") == ["now.png", "now-tray.png", "now-3.png"]
    assert QImage(str(tmp_path / "now.png")).width() == windows[1].grab().width()


def test_a_key_reaches_the_main_window_after_a_window_over_it_closed(qtbot: QtBot) -> None:
    main, over, heard = QMainWindow(), QDialog(), list[bool]()
    qtbot.addWidget(main)
    qtbot.addWidget(over)
    QShortcut("Ctrl+F9", main).activated.connect(lambda: heard.append(True))
    with qtbot.waitExposed(main, timeout=20_000):
        main.show()
    with qtbot.waitActive(over, timeout=20_000):
        over.show()
        over.activateWindow()
    over.close()
    qtbot.waitUntil(lambda: not over.isVisible())
    hands.shortcut("Ctrl+F9")
    qtbot.waitUntil(lambda: heard == [True])


def test_a_key_reaches_the_window_that_lies_over_the_main_one_where_none_is_active(qtbot: QtBot) -> None:
    main, asked = QMainWindow(), QDialog()
    over = QDialog(main)
    for each in (main, asked):
        qtbot.addWidget(each)
    heard: list[bool] = []
    QShortcut("Ctrl+F9", over).activated.connect(lambda: heard.append(True))
    for each in (main, over, asked):
        each.show()
        qtbot.waitUntil(each.isVisible)
    assert hands.foremost() is over
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    asked.close()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not asked)
    hands.shortcut("Ctrl+F9")
    qtbot.waitUntil(lambda: heard == [True])


def test_the_question_for_a_file_is_answered_by_typing(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.csv").write_text("before", encoding="utf-8")
    FOLDERS.remember("test.hands", tmp_path)
    files, chosen = FileDialog("test.hands", window), list[Path]()
    files.save("Xuất", "a.csv", ("CSV (*.csv)",), lambda path, _: chosen.append(path))
    assert hands.title() == "Xuất"
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.answer(str(tmp_path / "bản mới.csv"))
    qtbot.waitUntil(lambda: chosen == [tmp_path / "bản mới.csv"])
    assert hands.title() == window.windowTitle()
    with pytest.raises(hands.NotOnScreen):
        hands.answer("x")

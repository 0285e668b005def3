"""The guide, the palette and the state of the connection open over whichever page is up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.workbench import Workbench
from tests.support.widgets import child
from tests.ui.shell.windows import page, sign_in
from ui.guide import Guide
from ui.shell.beside import Beside
from ui.shell.ways import Ways
from ui.shell.window import MainWindow


def test_the_guide_opens_once(window: MainWindow) -> None:
    beside = child(window, Beside)
    beside.open_guide()
    first = child(window, Guide)
    beside.open_guide()
    assert window.findChildren(Guide) == [first]
    first.close()


def test_the_palette_opens_by_key_and_does_what_is_meant(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    sign_in(bench, window, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = child(window, QLineEdit, "palette.field")
    qtbot.waitUntil(field.isVisible)
    qtbot.keyClicks(field, "settings")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page(window) == "settings"
    child(window, Beside).open_palette()
    qtbot.keyClicks(field, "guide keys")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    child(window, Guide).close()


def test_without_a_person_the_palette_offers_no_lock(window: MainWindow, qtbot: QtBot) -> None:
    child(window, Beside).open_palette()
    model = child(window, QListView, "palette.list").model()
    lines = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert "Open the settings" in lines
    assert "Lock the desk" not in lines


def test_what_waits_is_shown_in_its_window(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    sign_in(bench, window, qtbot)
    child(window, Beside).show_sync()
    shown = child(window, QPushButton, "connection.waiting")
    assert not shown.isHidden()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    desk = window.desk()
    assert desk is not None
    assert desk._sync is not None


def test_each_page_has_its_chapter(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    ways, beside = child(window, Ways), child(window, Beside)
    beside.open_guide()
    guide = child(window, Guide)
    assert heading(guide) == "Getting started"
    guide.close()
    sign_in(bench, window, qtbot)
    chapters: tuple[tuple[Callable[[], object], str], ...] = (
        (window.activateWindow, "Handling reports"),
        (ways.open_settings, "What can be set"),
        (ways.open_doctor, "My card and the card doctor"),
    )
    for go, title in chapters:
        go()
        window.activateWindow()
        beside.open_guide()
        assert heading(guide) == title
        guide.close()


def test_a_public_screen_opens_no_guide(window: MainWindow, qtbot: QtBot) -> None:
    public = QWidget()
    qtbot.addWidget(public)
    public.show()
    public.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is public, timeout=20_000)
    child(window, Beside).open_guide()
    assert not window.findChildren(Guide)


def heading(guide: Guide) -> str:
    return child(guide, QTextBrowser).toPlainText().partition("\n")[0]

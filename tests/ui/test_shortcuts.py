"""One table: what it lists exists, nothing is listed twice, nothing an input method would eat."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import shortcuts
from ui.approvals.page import ApprovalsPage
from ui.counter.page import CounterPage
from ui.desk.photo_desk import PhotoDesk
from ui.exports.exporting import Exporting
from ui.hotline.caller_page import CallerPage
from ui.hotline.page import HotlinePage
from ui.hotline.shift_page import ShiftPage
from ui.kiosk.window import KioskWindow
from ui.language import Language, install
from ui.notices.page import NoticesPage
from ui.settings.page import SettingsPage
from ui.shell.beside import Beside
from ui.shell.rooms import Rooms
from ui.shell.ways import Ways
from ui.shell.window import MainWindow
from ui.shortcuts import Key
from ui.templates.page import TemplatesPage
from ui.widgets.side_page import SidePage

EATEN = {"Alt+Z", "Ctrl+Space", "Ctrl+`", "Backspace"}


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def act(self) -> None:
        self.heard.append("act")


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (shortcuts.BESIDE, Beside),
        (shortcuts.WAYS, Ways),
        (shortcuts.WINDOW, MainWindow),
        (shortcuts.ROOMS, Rooms),
        (shortcuts.SIDE_PAGE, SettingsPage),
        (shortcuts.SIDE_PAGE, SidePage),
        (shortcuts.COUNTER, CounterPage),
        (shortcuts.PHOTOS, PhotoDesk),
        (shortcuts.EXPORTS, Exporting),
        (shortcuts.APPROVALS, ApprovalsPage),
        (shortcuts.HOTLINE, HotlinePage),
        (shortcuts.CALLER, CallerPage),
        (shortcuts.SHIFT, ShiftPage),
        (shortcuts.NOTICES, NoticesPage),
        (shortcuts.TEMPLATES, TemplatesPage),
        (shortcuts.KIOSK, KioskWindow),
    ],
)
def test_every_key_has_its_method(keys: tuple[Key, ...], place: type[QObject]) -> None:
    assert all(callable(getattr(place, key.method)) for key in keys)


@pytest.mark.parametrize(
    "keys",
    [
        (*shortcuts.EVERYWHERE, *shortcuts.DESK, *shortcuts.EXPORTS, *shortcuts.PHOTOS),
        (*shortcuts.EVERYWHERE, *shortcuts.COUNTER),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.APPROVALS),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.HOTLINE),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.CALLER),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.SHIFT),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.NOTICES),
        (*shortcuts.EVERYWHERE, *shortcuts.SIDE_PAGE, *shortcuts.TEMPLATES),
        shortcuts.KIOSK,
    ],
)
def test_no_key_does_two_things_in_one_place(keys: tuple[Key, ...]) -> None:
    sequences = [key.sequence for key in keys]
    assert len(sequences) == len(set(sequences))


def test_no_single_letters_and_nothing_an_input_method_eats() -> None:
    every = {sequence for sequence, _ in shortcuts.cheat_sheet()} | {key.sequence for key in shortcuts.DESK}
    assert not {sequence for sequence in every if len(sequence) == 1}
    assert not EATEN & set(every)


def test_a_key_calls_the_method_it_names(qtbot: QtBot) -> None:
    place = Place()
    qtbot.addWidget(place)
    made = shortcuts.connect((Key("act", "Ctrl+F9", "Act", "act"),), place)
    assert made["act"].key() == QKeySequence("Ctrl+F9")
    assert shortcuts.find(place, "act") is made["act"]
    with qtbot.waitExposed(place, timeout=20_000):
        place.show()
    place.activateWindow()
    qtbot.keyClick(place, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: place.heard == ["act"])


def test_the_cheat_sheet_is_the_table() -> None:
    sheet = shortcuts.cheat_sheet()
    assert ("F1", "Open the guide") in sheet
    assert ("Ctrl+Enter", "Carry out the primary command") in sheet
    assert ("Ctrl+Enter", "Template: save it for everybody") in sheet
    assert not [sequence for sequence, _ in sheet if "Return" in sequence]
    install(Language.VIETNAMESE)
    assert dict(shortcuts.cheat_sheet())["F1"] == "Mở hướng dẫn"


def test_both_enter_keys_are_one() -> None:
    assert shortcuts.of_desk("primary") == [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
    assert shortcuts.of_desk("command", 7) == [QKeySequence("Alt+7")]


def test_a_tip_names_its_key() -> None:
    assert shortcuts.with_key("Guide", shortcuts.BESIDE[0]) == "Guide (F1)"

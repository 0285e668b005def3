"""The bar names the person, shows the ribbon where people train, and passes on what is asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.language import Language, install
from ui.shell.top_bar import TopBar
from ui.theme import Scheme, Theme
from ui.tour.pseudo_locale import PseudoLocale
from ui.tour.settling import settle


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar()
    qtbot.addWidget(made)
    made.resize(2400, 40)
    made.show()
    return made


def button(bar: TopBar, name: str) -> QPushButton:
    found = child(bar, QPushButton, f"topBar.{name}")
    assert found is not None
    return found


def test_nobody_then_somebody(bar: TopBar) -> None:
    assert button(bar, "person").isHidden()
    bar.show_person("Nguyễn Thị An", "Chuyên viên")
    assert not button(bar, "person").isHidden()
    assert "Nguyễn Thị An · Chuyên viên" in button(bar, "person").text()
    assert button(bar, "person").accessibleName() == "Signed in: Nguyễn Thị An"


def test_where_room_is_short_the_title_gives_way(bar: TopBar, qtbot: QtBot) -> None:
    bar.show_person("Nguyễn Thị An", "Công chức xử lý phản ánh của phường")
    qtbot.waitUntil(lambda: "Công chức" in button(bar, "person").text(), timeout=20_000)
    bar.resize(300, 40)
    qtbot.waitUntil(lambda: "Công chức" not in button(bar, "person").text(), timeout=20_000)
    assert "Nguyễn Thị An" in button(bar, "person").text()
    assert button(bar, "person").toolTip() == "Công chức xử lý phản ánh của phường"


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("kiosk", "kiosk_asked"),
        ("counter", "counter_asked"),
        ("settings", "settings_asked"),
        ("help", "guide_asked"),
        ("training", "training_asked"),
    ],
)
def test_a_click_asks(bar: TopBar, qtbot: QtBot, name: str, signal: str) -> None:
    bar.show_training(True, tray=True)
    bar.show_counter(on=True)
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "signal"), [("hotline", "hotline_asked"), ("notices", "notices_asked")])
def test_calls_and_notifications_are_a_click_away(bar: TopBar, qtbot: QtBot, name: str, signal: str) -> None:
    assert button(bar, name).isHidden()
    bar.show_hotline(on=True)
    bar.show_notices(0)
    assert not button(bar, name).isHidden()
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


def test_what_is_unread_is_counted_and_said(bar: TopBar) -> None:
    bell = button(bar, "notices")
    bar.show_notices(3)
    assert (bell.text(), bell.accessibleName()) == ("3", "Notifications, unread: 3")
    bar.show_notices(0)
    assert (bell.text(), bell.accessibleName()) == ("", "Notifications")
    bar.show_notices(None)
    assert bell.isHidden()


@pytest.mark.parametrize(("action", "signal"), [("lock", "lock_asked"), ("signOut", "sign_out_asked")])
def test_the_menu_asks(bar: TopBar, qtbot: QtBot, action: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        child(bar, QAction, f"topBar.{action}").trigger()


def test_the_ribbon_is_for_training_only(bar: TopBar) -> None:
    ribbon = next(frame for frame in bar.findChildren(QFrame) if frame.property("role") == "ribbon")
    assert ribbon.isHidden()
    bar.show_training(True, tray=False)
    assert not ribbon.isHidden()
    assert button(bar, "training").isHidden()


def test_tips_and_names_follow_the_language(bar: TopBar, qtbot: QtBot) -> None:
    assert button(bar, "help").toolTip() == "Guide (F1)"
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: button(bar, "help").toolTip() == "Hướng dẫn (F1)")


def test_where_even_the_name_has_no_room_the_icons_stand_closer(qtbot: QtBot) -> None:
    window = QWidget()  # a bar that is a window itself would not become so narrow
    qtbot.addWidget(window)
    bar = TopBar(window)
    bar.show_person("Nguyễn Thị An", "")
    window.show()
    told = []
    for width in (2400, 100, 2400):
        bar.setGeometry(0, 0, width, 40)
        told.append(button(bar, "help").property("snug"))
    assert told == [False, True, False]


def test_the_air_of_the_icons_holds_no_window_wider(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp, Scheme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    beside = QVBoxLayout(window)
    beside.setContentsMargins(0, 0, 0, 0)
    bar = TopBar(window)
    beside.addWidget(bar)
    bar.show_person("Nguyễn Thị An", "")
    window.show()
    window.resize(1, 100)  # as narrow as its layout lets it be
    qtbot.waitUntil(lambda: button(bar, "help").property("snug") is True)
    narrowest = window.width()
    assert narrowest == bar.minimumSizeHint().width()
    window.resize(2400, 100)
    qtbot.waitUntil(lambda: button(bar, "help").property("snug") is False)
    assert bar.minimumSizeHint().width() == narrowest


def test_a_title_gives_way_to_what_has_become_wider_beside_it(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp, Scheme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(window)
    bar.show_training(True, tray=False)
    bar.show_person("Nguyễn Thị An", "Công chức xử lý phản ánh")
    window.show()
    bar.setGeometry(0, 0, 2400, 40)
    whole, person = button(bar, "person").text(), button(bar, "person")
    assert "Công chức" in whole
    settle()
    bar.setGeometry(0, 0, bar.sizeHint().width() + 2, 40)
    settle()
    assert person.text() == whole
    try:
        install(Language.ENGLISH, PseudoLocale())
        settle()
        assert person.text() == " Nguyễn Thị An  ▾"
        assert person.width() >= person.sizeHint().width()
    finally:
        install(Language.ENGLISH)
    bar.setGeometry(0, 0, 2400, 40)
    assert person.text() == whole

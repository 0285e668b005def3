"""A page beside the desk: its actions stand before *Back*, and Esc leaves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.language import Language, install
from ui.widgets.side_page import SidePage, WholePage, say


def test_actions_stand_before_the_way_back(qtbot: QtBot) -> None:
    page = SidePage("page")
    qtbot.addWidget(page)
    first, second = page.add_action("first"), page.add_action("second")
    say(first, "First")
    page.retranslate()
    page.resize(700, 300)
    page.show()
    back = child(page, QPushButton, "page.back")
    qtbot.waitUntil(lambda: first.x() < second.x() < back.x())
    assert (first.text(), first.accessibleName()) == ("First", "First")
    assert back.accessibleName() == "Back"
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: back.text() != "Back")


def test_the_button_and_esc_lead_back(qtbot: QtBot) -> None:
    page = SidePage("page")
    qtbot.addWidget(page)
    with qtbot.waitExposed(page, timeout=20_000):
        page.show()
    page.activateWindow()
    page.take_focus()
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.back_asked):
        qtbot.mouseClick(child(page, QPushButton, "page.back"), Qt.MouseButton.LeftButton)


def _long_page(qtbot: QtBot) -> tuple[SidePage, list[QLabel]]:
    """A page that shows a few of its sixty lines."""
    page = SidePage("page")
    qtbot.addWidget(page)
    parts = [QLabel(str(number)) for number in range(60)]
    for part in parts:
        page.column.addWidget(part)
    page.resize(400, 200)
    page.show()
    return page, parts


def test_a_part_far_below_is_brought_into_view(qtbot: QtBot) -> None:
    page, parts = _long_page(qtbot)
    assert parts[-1].visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: parts[-1].y() > 200)
    page.bring(parts[-1])
    assert not parts[-1].visibleRegion().isEmpty()


def test_a_whole_page_gives_its_column_all_the_height(qtbot: QtBot) -> None:
    page = WholePage("page")
    qtbot.addWidget(page)
    part = QLabel("all")
    page.column.addWidget(part)
    page.resize(500, 400)
    page.show()
    qtbot.waitUntil(lambda: part.height() > 300)
    assert page.findChild(QScrollArea) is None


def test_heading_and_actions_stay_in_sight_over_what_scrolls(qtbot: QtBot) -> None:
    page, parts = _long_page(qtbot)
    qtbot.waitUntil(lambda: parts[-1].y() > 200, timeout=20_000)
    back = child(page, QPushButton, "page.back")
    before = back.mapTo(page, back.rect().topLeft())
    line = next(each for each in page.findChildren(QFrame) if each.height() == 1)
    assert line.property("role") == ""
    page.bring(parts[-1])
    assert back.mapTo(page, back.rect().topLeft()) == before
    assert not back.visibleRegion().isEmpty()
    assert line.property("role") == "line"


def test_the_head_ends_where_the_column_ends_beside_a_scroll_bar(qtbot: QtBot) -> None:
    page = SidePage("page")
    qtbot.addWidget(page)
    parts = [QPushButton(str(number)) for number in range(60)]
    for part in parts:
        page.column.addWidget(part)
    page.resize(400, 200)
    page.show()
    back = child(page, QPushButton, "page.back")

    def right_end(widget: QPushButton) -> int:
        return widget.mapTo(page, widget.rect().topRight()).x()

    qtbot.waitUntil(lambda: right_end(back) == right_end(parts[0]), timeout=20_000)

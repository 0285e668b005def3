"""Three panes, a rail and two, one with Back: by the design's widths, and nothing holds the window open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.desk.panes import Arrangement, Panes, arrangement
from ui.inbox.filters import NARROW, WIDE, Filters
from ui.theme import Scheme, Theme


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (1920, Arrangement.THREE),
        (1200, Arrangement.THREE),
        (1199, Arrangement.RAIL),
        (800, Arrangement.RAIL),
        (799, Arrangement.ONE),
        (400, Arrangement.ONE),
    ],
)
def test_the_breakpoints_are_the_design_s(width: int, expected: Arrangement) -> None:
    assert arrangement(width) is expected


class Placed:
    """The panes with their parts at hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.filters, self.listing, self.reading = Filters(), QWidget(), QWidget()
        self.reading.setMinimumWidth(460)
        self.panes = Panes(self.filters, self.listing, self.reading)
        qtbot.addWidget(self.panes)
        self.panes.show()

    def widths(self, width: int) -> tuple[int, int, int]:
        """Return the widths of filters, list and report at ``width``; 0 for a pane out of sight."""
        self.panes.resize(width, 688)
        QApplication.processEvents()
        parts = (self.filters, self.listing, self.reading)
        return tuple(part.width() if part.isVisible() else 0 for part in parts)  # type: ignore[return-value]


def test_three_panes_at_the_commonest_office_screen(qtbot: QtBot) -> None:
    filters, listing, reading = Placed(qtbot).widths(1366)
    assert WIDE <= filters < 1.5 * WIDE, "as wide as its longest name asks for, within bounds"
    assert (listing, filters + listing + reading) == (400, 1366 - 2)


def test_a_rail_and_two_panes(qtbot: QtBot) -> None:
    filters, listing, reading = Placed(qtbot).widths(1000)
    assert filters == 48
    assert listing + reading == 1000 - 48 - 2


def test_one_pane_and_the_way_back(qtbot: QtBot) -> None:
    placed = Placed(qtbot)
    _, listing, reading = placed.widths(700)
    assert listing > 600
    assert reading == 0
    placed.panes.open_reading()
    assert not placed.listing.isVisible()
    assert placed.reading.isVisible()
    back = placed.panes.findChild(QPushButton, "desk.back")
    assert back is not None
    with qtbot.waitSignal(placed.panes.went_back):
        back.click()
    assert placed.listing.isVisible()


def test_the_panes_never_hold_the_window_open(qtbot: QtBot) -> None:
    placed = Placed(qtbot)
    placed.widths(1366)
    assert placed.panes.minimumSizeHint().width() <= 480


def test_a_front_stands_before_list_and_report_and_goes_again(qtbot: QtBot) -> None:
    placed, front = Placed(qtbot), QWidget()
    placed.panes.add_front(front)
    assert not front.isVisible()
    placed.panes.show_front(shown=True)
    for width, least in ((1366, WIDE), (1000, NARROW), (700, NARROW)):
        beside, *others = placed.widths(width)
        assert least <= beside < 1.5 * least
        assert others == [0, 0]
        assert front.isVisible()
    placed.panes.show_front(shown=False)
    filters, listing, reading = placed.widths(1366)
    assert (listing, filters + listing + reading) == (400, 1366 - 2)


def test_growing_wide_shows_everything_again(qtbot: QtBot) -> None:
    placed = Placed(qtbot)
    placed.widths(700)
    placed.panes.open_reading()
    assert placed.widths(1300)[1] == 400
    assert placed.panes.arrangement is Arrangement.THREE
    placed.widths(700)
    placed.panes.show_list()
    assert placed.listing.isVisible()


def test_larger_letters_need_more_room_for_as_many_panes(qapp: QApplication) -> None:
    theme = Theme(qapp, Scheme.LIGHT, 2.0)
    assert arrangement(2 * 1200) is Arrangement.THREE
    assert arrangement(1920) is Arrangement.RAIL
    assert arrangement(1366) is Arrangement.ONE
    theme.choose(Scheme.LIGHT, 1.0)
    assert arrangement(1366) is Arrangement.THREE

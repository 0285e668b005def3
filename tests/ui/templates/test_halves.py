"""Both beside each other where there is room; else one of them, and the wish of a person says which."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.templates.halves import Halves
from ui.theme import Scheme, Theme


class Placed:
    """The halves with what stands in them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.listing, self.opened = QWidget(), QWidget()
        self.halves = Halves(self.listing, self.opened)
        qtbot.addWidget(self.halves)
        self.told: list[bool] = []
        self.halves.arranged.connect(self.told.append)
        self.halves.show()

    def shown(self, width: int) -> tuple[bool, bool]:
        """Return which of list and opened is in sight at ``width``."""
        self.halves.resize(width, 400)
        QApplication.processEvents()
        return self.listing.isVisible(), self.opened.isVisible()


@pytest.fixture
def placed(qtbot: QtBot) -> Placed:
    return Placed(qtbot)


def test_with_room_both_are_there(placed: Placed) -> None:
    assert placed.shown(1366) == (True, True)
    assert placed.told[-1] is False
    assert placed.listing.width() < placed.opened.width()
    placed.halves.show_opened()
    assert placed.shown(1366) == (True, True)


def test_without_room_the_list_comes_first_and_what_is_open_when_asked_for(placed: Placed) -> None:
    assert placed.shown(960) == (True, False)
    assert placed.told[-1] is True
    assert placed.listing.width() == 960
    placed.halves.show_opened()
    assert placed.shown(960) == (False, True)
    assert placed.opened.width() == 960
    placed.halves.show_list()
    assert placed.shown(960) == (True, False)
    assert placed.shown(1366) == (True, True)


def test_larger_letters_need_more_room(placed: Placed, qapp: QApplication) -> None:
    assert placed.shown(1366) == (True, True)
    theme = Theme(qapp, Scheme.LIGHT, 2.0)
    assert placed.shown(1366) == (True, False)
    theme.choose(Scheme.LIGHT, 1.0)
    assert placed.shown(1366) == (True, True)

"""The theme is applied, changes while the program runs, and its font has the letters of Vietnamese."""

import pytest
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import Scheme, Theme


@pytest.fixture
def switch(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


def test_choosing_a_scheme_changes_the_application(switch: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.changed):
        switch.choose(Scheme.DARK)
    assert theme.current().scheme is Scheme.DARK
    assert (
        qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.current().colours.background
    )
    switch.choose(Scheme.LIGHT)
    assert theme.current().scheme is Scheme.LIGHT


def test_the_same_choice_again_changes_nothing(switch: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.changed):
        switch.choose(Scheme.LIGHT, 1.0)


def test_text_scale_changes_the_font(switch: Theme, qapp: QApplication) -> None:
    switch.choose(Scheme.LIGHT, 1.5)
    assert qapp.font().pixelSize() == 21
    switch.choose(Scheme.LIGHT, 1.0)
    assert qapp.font().pixelSize() == 14


def test_the_font_has_stacked_diacritics(qapp: QApplication) -> None:
    metrics = QFontMetrics(theme.interface_font(14))
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ếộẴẶđĐưƠỹ")


def test_what_stands_beside_text_grows_with_it(switch: Theme) -> None:
    assert theme.beside_text(18) == 18
    switch.choose(Scheme.LIGHT, 1.25)
    assert theme.beside_text(18) == 22
    switch.choose(Scheme.LIGHT, 9.0)
    assert theme.beside_text(18) == 36, "no scale beyond 200 %"

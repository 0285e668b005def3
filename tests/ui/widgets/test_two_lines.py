"""A row tells what it is and, quieter, what else there is; it grows with the letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from ui.theme import Scheme, Theme, current
from ui.widgets.two_lines import FRESH, TwoLines, row_height


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.choose(Scheme.LIGHT, 1.0)


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> QListWidget:
    made = QListWidget()
    made.setItemDelegate(TwoLines(made))
    qtbot.addWidget(made)
    made.resize(300, 200)
    for words, fresh in (("Đốt rác\nPA-1 · Phường Thuận Hóa", True), ("Đốt rác\nPA-1", False)):
        item = QListWidgetItem(words)
        item.setData(FRESH, fresh)
        made.addItem(item)
    return made


def inked(picture: QImage, colour: str) -> int:
    """How many pixels are of this colour."""
    wanted = QColor(colour).rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


def row_picture(rows: QListWidget, row: int) -> QImage:
    return rows.viewport().grab(rows.visualItemRect(rows.item(row))).toImage()


def test_both_lines_are_written(rows: QListWidget) -> None:
    picture = row_picture(rows, 0)
    assert inked(picture, current().colours.text) > 20
    assert inked(picture, current().colours.muted) > 20


def test_what_nobody_looked_at_is_bolder(rows: QListWidget) -> None:
    ink = current().colours.text
    assert inked(row_picture(rows, 0), ink) > inked(row_picture(rows, 1), ink)


def test_the_chosen_row_has_the_accents_ground(rows: QListWidget) -> None:
    rows.setCurrentRow(1)
    assert inked(row_picture(rows, 1), current().colours.accent_soft) > 1000
    assert inked(row_picture(rows, 0), current().colours.accent_soft) == 0


def test_rows_grow_with_the_letters(rows: QListWidget, theme: Theme) -> None:
    before = row_height()
    assert rows.visualItemRect(rows.item(0)).height() == before
    theme.choose(Scheme.LIGHT, 2.0)
    assert row_height() > 1.6 * before

"""A line is painted with its words, on the accent's ground where it is chosen."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.ui.palette.lines import line
from ui.palette.entry_delegate import EntryDelegate
from ui.palette.entry_model import EntryModel
from ui.theme import TARGET, current


def listed(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    model = EntryModel(view)
    model.show([line("Accept", key="Ctrl+Enter"), line("Return")])
    view.setModel(model)
    view.setItemDelegate(EntryDelegate(view))
    view.setCurrentIndex(model.index(0))
    view.resize(400, 100)
    return view


def painted(view: QListView, row: int) -> QImage:
    return view.grab(view.visualRect(view.model().index(row, 0))).toImage()


def test_a_line_is_a_comfortable_target(qtbot: QtBot) -> None:
    assert listed(qtbot).sizeHintForRow(0) >= TARGET


def test_the_chosen_line_stands_out_and_lines_differ(qtbot: QtBot) -> None:
    view = listed(qtbot)
    chosen, other = painted(view, 0), painted(view, 1)
    assert chosen.pixelColor(200, 3) == QColor(current().colours.accent_soft)
    assert other.pixelColor(200, 3) != chosen.pixelColor(200, 3)

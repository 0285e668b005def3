"""A table without branches; one column takes the room that the others leave."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ui.widgets.flat_tree import FlatTree


def test_the_column_without_a_width_takes_what_is_left(qtbot: QtBot) -> None:
    tree = FlatTree("rows")
    qtbot.addWidget(tree)
    tree.set_widths((80, None, 60))
    tree.addTopLevelItem(QTreeWidgetItem(["1", "Đường ngập", "07:15"]))
    tree.resize(400, 200)
    with qtbot.waitExposed(tree, timeout=20_000):
        tree.show()
    qtbot.waitUntil(lambda: tree.columnWidth(1) == tree.viewport().width() - 140, timeout=20_000)
    assert [tree.columnWidth(column) for column in (0, 2)] == [80, 60]
    assert (tree.objectName(), tree.rootIsDecorated(), tree.uniformRowHeights()) == ("rows", False, True)


def test_a_column_that_grows_has_room_for_its_words_and_its_heading(qtbot: QtBot) -> None:
    tree = FlatTree("rows")
    qtbot.addWidget(tree)
    tree.set_widths((20, None, 60), growing=(0, 2))
    tree.setHeaderLabels(["Number of the row", "What", "At"])
    tree.resize(600, 200)
    with qtbot.waitExposed(tree, timeout=20_000):
        tree.show()
    metrics = tree.fontMetrics()
    qtbot.waitUntil(
        lambda: tree.columnWidth(0) > metrics.horizontalAdvance("Number of the row"), timeout=20_000
    )
    assert tree.columnWidth(2) == 60
    words = "three quarters of an hour ago"
    tree.addTopLevelItem(QTreeWidgetItem(["1", "Đường ngập", words]))
    qtbot.waitUntil(lambda: tree.columnWidth(2) >= metrics.horizontalAdvance(words), timeout=20_000)

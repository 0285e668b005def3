"""However deep a label stands, everything around it has made room when one looks."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.tour.settling import settle
from ui.widgets.scroll_page import ScrollPage

_DEPTH = 12
LONG = "Kính gửi: Quý Ông/Bà. " * 30


def nested(label: QLabel) -> QWidget:
    """Return a page with the label many levels down."""
    inner: QWidget = label
    for _ in range(_DEPTH):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    return inner


def test_a_page_has_grown_with_what_stands_deep_in_it(qtbot: QtBot) -> None:
    label, scroll = QLabel("Ngắn"), ScrollPage("scroll")
    label.setWordWrap(True)
    qtbot.addWidget(scroll)
    scroll.show_page(nested(label))
    scroll.resize(600, 300)
    scroll.show()
    settle()
    for text in (LONG, "Ngắn", LONG):
        label.setText(text)
        settle()
        assert label.height() >= label.heightForWidth(label.width())


def test_what_never_rests_is_not_waited_for(qtbot: QtBot) -> None:
    restless, page = QTimer(), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("Ngắn"))
    page.show()
    restless.timeout.connect(page.adjustSize)
    restless.timeout.connect(column.invalidate)
    restless.start(0)
    settle()
    assert page.isVisible()
    restless.stop()

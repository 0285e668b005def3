"""What changes inside an island moves nothing around it, and is laid out and painted once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.island import Island, settle
from ui.widgets.wrapped_text import WrappedText

LONG = "một hai ba bốn năm sáu bảy tám chín mười " * 8


class Asked(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def around(content: QWidget, qtbot: QtBot) -> QWidget:
    outer = QWidget()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(content)
    outer.resize(300, 400)
    outer.show()
    qtbot.waitUntil(lambda: content.width() > 100, timeout=20_000)
    return outer


def test_a_text_that_grows_asks_nothing_of_what_is_around(qtbot: QtBot) -> None:
    content, label = QWidget(), QLabel("ngắn")
    QVBoxLayout(content).addWidget(label)
    island = Island(content)
    outer = around(island, qtbot)
    qtbot.wait(1)
    asked, inside = Asked(outer), Asked(content)
    label.setText(LONG)
    qtbot.waitUntil(lambda: inside.times > 0, timeout=20_000)
    qtbot.wait(1)
    assert asked.times == 0
    assert outer.minimumSizeHint().width() < 100
    outer.resize(333, 222)
    assert content.geometry() == island.rect()


def test_what_is_settled_stands_where_it_stays(qtbot: QtBot) -> None:
    """The inner layout is older than its parts, the outer one younger: both orders are right at once."""
    page, card = QWidget(), QWidget()
    text, below = WrappedText(parent=card), QLabel("dưới", page)
    QVBoxLayout(card).addWidget(text)
    column = QVBoxLayout(page)
    column.addWidget(card)
    column.addWidget(below)
    column.addStretch(1)
    outer = around(page, qtbot)
    before = below.y()
    text.setText(LONG)
    settle(page)
    assert text.height() >= text.heightForWidth(text.width())
    assert below.y() > before
    stands = below.y()
    qtbot.wait(1)
    assert below.y() == stands
    assert outer.isVisible()

"""The card stands in the middle and grows with its texts."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.middle_card import MiddleCard


def test_it_stands_in_the_middle_and_grows_with_a_wrapped_text(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card, words = MiddleCard(page, 8), QLabel("Đưa thẻ vào đầu đọc.")
    card.centre(words)
    card.column.addWidget(words)
    page.resize(1000, 700)
    page.show()
    assert abs(card.geometry().center().x() - 500) <= 1
    assert card.geometry().center().y() < 350
    before = card.height()
    words.setText("Đưa thẻ vào đầu đọc. " * 12)
    qtbot.waitUntil(lambda: card.height() > before + 2 * words.fontMetrics().height())
    assert page.rect().contains(card.geometry())

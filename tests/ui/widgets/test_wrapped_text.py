"""Outside text is never markup, and takes the height its lines need at the width there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.wrapped_text import WrappedLabel, WrappedText, wrap


def test_markup_in_outside_text_stays_text(qtbot: QtBot) -> None:
    label = WrappedText("muted")
    qtbot.addWidget(label)
    label.setText("<b>bold</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.property("role") == "muted"


def test_a_narrow_text_is_a_high_one(qtbot: QtBot) -> None:
    label = WrappedText()
    qtbot.addWidget(label)
    label.setText("một hai ba bốn năm sáu bảy tám chín mười " * 5)
    assert label.sizePolicy().hasHeightForWidth()
    assert label.heightForWidth(150) > label.heightForWidth(600) > 0


def test_what_is_remembered_of_heights_goes_with_the_text_and_the_letters(qtbot: QtBot) -> None:
    label = WrappedText()
    qtbot.addWidget(label)
    label.setText("một hai ba bốn năm sáu bảy tám chín mười " * 5)
    high = label.heightForWidth(150)
    label.setText("một")
    assert label.heightForWidth(150) < high
    low, large = label.heightForWidth(150), label.font()
    large.setPixelSize(40)
    label.setFont(large)
    assert label.heightForWidth(150) > low
    assert label.minimumSizeHint().height() >= label.fontMetrics().height()


@pytest.mark.parametrize(
    "text", ["", "một", "một hai ba bốn năm sáu", "một\nhai", "một\u2028hai", "x " * 200]
)
@pytest.mark.parametrize("width", [40, 160, 900])
def test_a_line_that_is_not_laid_out_is_as_high_as_qts(qtbot: QtBot, text: str, width: int) -> None:
    ours, qts = WrappedLabel(), QLabel()
    for label in (ours, qts):
        qtbot.addWidget(label)
        label.setTextFormat(Qt.TextFormat.PlainText)
        wrap(label)
        label.setText(text)
    assert ours.heightForWidth(width) == qts.heightForWidth(width)

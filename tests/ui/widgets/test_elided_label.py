"""A line that is too long stays narrow, and is whole in its tip and for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.elided_label import ElidedLabel

LONG = "Đường Nguyễn Sinh Cung ngập sâu sau mưa lớn kéo dài"


def test_the_view_may_be_narrower_than_the_text(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(LONG)
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(LONG) / 4
    assert label.toolTip() == label.accessibleName() == LONG


def test_a_narrow_label_paints_another_picture_than_a_cut_one(qtbot: QtBot) -> None:
    label, cut = ElidedLabel(), ElidedLabel()
    for each in (label, cut):
        qtbot.addWidget(each)
        each.resize(120, 24)
    label.setText(LONG)
    cut.setText(label.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, 120))
    assert label.grab().toImage() == cut.grab().toImage()

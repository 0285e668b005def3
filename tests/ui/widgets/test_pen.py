"""One font for a size and weight, measured as Qt measures it."""

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from ui.widgets.pen import pen


def test_a_pen_is_found_once_and_measures_its_own_font(qtbot: QtBot) -> None:
    bold = pen(13, QFont.Weight.DemiBold)
    assert pen(13, QFont.Weight.DemiBold) is bold
    assert (bold.font.pixelSize(), bold.font.weight()) == (13, QFont.Weight.DemiBold)
    assert bold.metrics.height() == QFontMetrics(bold.font).height()
    assert pen(26).metrics.height() > pen(13).metrics.height()

"""A check box whose frame and tick have the theme's contrast."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from ui.theme import current

_RADIUS = 3
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The tick's corners as fractions of the box."""


class TickBox(QCheckBox):
    """Paints its own indicator over the native one, whose frame is too faint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then frame and tick."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        colours = current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if marked else colours.control_border), 1.5))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.on_accent), 2))
            side = box.width()
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK])

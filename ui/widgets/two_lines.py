"""Paints a row of a short list: what it is, and under it, smaller and quieter, what else there is to tell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import SPACING, current
from ui.widgets.pen import Pen, pen
from ui.widgets.row_ground import paint_row_ground

FRESH: Final = Qt.ItemDataRole.UserRole + 1
"""Data of a row: true while nobody has looked at what it tells."""
_INDENT = SPACING.normal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def row_height() -> int:
    """Return the height of a row at the text scale in force, in pixels."""
    first, second = _pens(fresh=True)
    return first.metrics.height() + second.metrics.height() + SPACING.normal + SPACING.tight


class TwoLines(QStyledItemDelegate):
    """The first line of a row's text in the base size, the rest in one dense muted line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high."""
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_row_ground(painter, rect, state)
        head, _, rest = str(index.data() or "").partition("\n")
        first, second = _pens(fresh=bool(index.data(FRESH)))
        line = rect.adjusted(_INDENT, SPACING.small, -_INDENT, 0)
        line.setHeight(first.metrics.height())
        colours = current().colours
        _write(painter, line, first, head, colours.text)
        line.translate(0, first.metrics.height())
        line.setHeight(second.metrics.height())
        _write(painter, line, second, rest.replace("\n", " · "), colours.muted)
        painter.restore()


def _pens(*, fresh: bool) -> tuple[Pen, Pen]:
    sizes = current().type
    weight = QFont.Weight.DemiBold if fresh else QFont.Weight.Normal
    return pen(sizes.base, weight), pen(sizes.dense)


def _write(painter: QPainter, rect: QRect, inked: Pen, text: str, colour: str) -> None:
    painter.setFont(inked.font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, _LEFT, inked.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

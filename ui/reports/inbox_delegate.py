"""Paints a row of the inbox: title; place, field, marks; at the right the deadline, coloured and worded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.reports.inbox_model import ROW_TEXT
from ui.reports.row_text import RowText
from ui.theme import SPACING, current
from ui.widgets.pen import Pen, pen
from ui.widgets.tone import Tone, colour

_GUTTER = 22
"""Pixels at the left for the mark of a new, unsent or conflicting row."""
_ICON = 14
_DOT_RADIUS = 4
_SELECTION_BAR = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class InboxDelegate(QStyledItemDelegate):
    """Two lines a row; asks the model for one finished ``RowText`` and formats nothing."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text with air around them; every row is as high."""
        (_, bold), (_, dense) = _title(QFont.Weight.DemiBold), _dense()
        height = bold.height() + dense.height()
        return QSize(0, height + SPACING.normal + SPACING.tight)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: RowText | None = index.data(ROW_TEXT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        _paint_ground(painter, rect, state)
        if row is not None:
            _paint_gutter(painter, rect, row)
            _paint_words(painter, rect.adjusted(_GUTTER, 0, -SPACING.normal, 0), row)
        painter.restore()


def _title(weight: QFont.Weight = QFont.Weight.Normal) -> Pen:
    return pen(current().type.base, weight)


def _dense(weight: QFont.Weight = QFont.Weight.Normal) -> Pen:
    return pen(current().type.dense, weight)


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    colours = current().colours
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.accent_soft))
        painter.fillRect(QRect(rect.x(), rect.y(), _SELECTION_BAR, rect.height()), QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.background))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(colours.border))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(colours.accent))
        painter.drawRect(QRectF(rect).adjusted(_SELECTION_BAR + 0.5, 0.5, -1.5, -2.5))


def _paint_gutter(painter: QPainter, rect: QRect, row: RowText) -> None:
    top = rect.y() + SPACING.small
    if row.conflict or row.unsent:
        name, tone = ("conflict", "danger") if row.conflict else ("unsent", "info")
        painter.drawPixmap(rect.x() + _SELECTION_BAR + 2, top + 2, pixmap(name, tone, _ICON))
    elif row.new:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().colours.accent))
        painter.drawEllipse(QPointF(rect.x() + _GUTTER / 2 + 1, top + 9), _DOT_RADIUS, _DOT_RADIUS)


def _paint_words(painter: QPainter, rect: QRect, row: RowText) -> None:
    title = _title(QFont.Weight.DemiBold if row.new else QFont.Weight.Normal)
    head = QRect(rect.x(), rect.y() + SPACING.small, rect.width(), title[1].height())
    painter.setPen(QColor(current().colours.text))
    _write(painter, head, title, row.title)
    foot = QRect(rect.x(), head.bottom() + 1, rect.width(), _dense()[1].height())
    if row.deadline is not None:
        foot.setRight(_paint_deadline(painter, foot, row.deadline.short, row.deadline.tone))
    painter.setPen(colour(Tone.NEUTRAL))
    _write(painter, foot, _dense(), row.detail)


def _paint_deadline(painter: QPainter, foot: QRect, words: str, tone: Tone) -> int:
    """Paint the deadline at the right end of ``foot``; return where the rest of the line must end."""
    font, metrics = _dense(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour(tone))
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return foot.right() - metrics.horizontalAdvance(words) - SPACING.small


def _write(painter: QPainter, rect: QRect, inked: Pen, text: str) -> None:
    font, metrics = inked
    painter.setFont(font)
    painter.drawText(rect, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

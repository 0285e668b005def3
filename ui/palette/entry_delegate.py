"""Paints a line of the palette: words at the left, kind and key at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.palette.entry import Entry, kind_word
from ui.palette.entry_model import ENTRY
from ui.theme import RADIUS, SPACING, TARGET, current, interface_font

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """One line a row, the chosen one on the accent's ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A comfortable target, higher for large text."""
        return QSize(
            0, max(TARGET, QFontMetrics(interface_font(current().type.base)).height()) + SPACING.tight
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current().colours.accent_soft))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        _write(painter, rect.adjusted(SPACING.normal, 0, -SPACING.normal, 0), entry)
        painter.restore()


def _write(painter: QPainter, area: QRect, entry: Entry) -> None:
    colours, sizes = current().colours, current().type
    kind = "  ".join(part for part in (kind_word(entry.kind), entry.key) if part)
    painter.setFont(interface_font(sizes.dense))
    painter.setPen(QColor(colours.muted))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, kind)
    room = area.width() - painter.fontMetrics().horizontalAdvance(kind) - SPACING.wide
    painter.setFont(interface_font(sizes.base))
    painter.setPen(QColor(colours.text))
    words = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _MIDDLE, words)

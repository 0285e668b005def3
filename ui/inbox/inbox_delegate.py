"""Paints a row of the inbox: title; place, field, marks; at the right the deadline, coloured and worded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.inbox.inbox_model import ROW_TEXT
from ui.theme import RADIUS, SPACING, beside_text, current
from ui.vocabulary.due_groups import group_word
from ui.vocabulary.highlight import spans
from ui.vocabulary.row_text import RowText
from ui.widgets.pen import advance, cut, pen
from ui.widgets.row_ground import SELECTION_BAR, paint_row_ground
from ui.widgets.tone import Tone, colour, ink

_GUTTER = 22
"""Pixels at the left for the mark of a new, unsent or conflicting row."""
_ICON = 14
_CONFLICT, _UNSENT = ("conflict", "danger"), ("unsent", "info")
"""Icon and tone of a row's mark."""
_DOT_RADIUS = 4
_GROUP_LINE = 2
_BOLD, _NORMAL = QFont.Weight.DemiBold, QFont.Weight.Normal
Style = tuple[int, QFont.Weight]
"""Size in pixels and weight of letters, as ``pen`` takes them."""
_LEAST_DETAIL = 60
"""Pixels below which a dense row tells its title only."""


class InboxDelegate(QStyledItemDelegate):
    """Two lines a row, or one; asks the model for one finished ``RowText`` and formats nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dense, self.grouped = False, False
        self.terms: tuple[str, ...] = ()
        """Folded words to be marked in the titles and below them."""
        for name, tone in (_CONFLICT, _UNSENT):
            pixmap(name, tone, _ICON)  # drawn once; not between a command and its paint

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One or two lines of text with air around them; every row is as high."""
        bold, dense = pen(*_title(bold=True)).metrics, pen(*_dense()).metrics
        height = bold.height() + (0 if self.dense else dense.height())
        return QSize(0, height + SPACING.normal + SPACING.tight)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row; pen, brush and font are whatever the last row left."""
        row: RowText | None = index.data(ROW_TEXT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        paint_row_ground(painter, rect, state)
        if row is not None:
            _paint_gutter(painter, rect, row)
            words = rect.adjusted(beside_text(_GUTTER), 0, -SPACING.normal, 0)
            room = words.right()
            if self.grouped and _begins_group(index, row):
                room = _paint_group(painter, rect, row)
            if self.dense:
                words.setRight(room)
                _paint_line(painter, words, row, self.terms)
            else:
                _paint_words(painter, words, room, row, self.terms)


def _title(*, bold: bool) -> Style:
    return current().type.base, _BOLD if bold else _NORMAL


def _dense(*, bold: bool = False) -> Style:
    return current().type.dense, _BOLD if bold else _NORMAL


def _paint_gutter(painter: QPainter, rect: QRect, row: RowText) -> None:
    middle = rect.y() + SPACING.small + pen(*_title(bold=False)).metrics.height() // 2
    if row.conflict or row.unsent:
        name, tone = _CONFLICT if row.conflict else _UNSENT
        top = middle - beside_text(_ICON) // 2
        painter.drawPixmap(rect.x() + SELECTION_BAR + 2, top, pixmap(name, tone, _ICON))
    elif row.new:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(current().colours.accent))
        radius = beside_text(_DOT_RADIUS)
        painter.drawEllipse(QPointF(rect.x() + beside_text(_GUTTER) / 2 + 1, middle), radius, radius)


def _paint_words(painter: QPainter, rect: QRect, room: int, row: RowText, terms: tuple[str, ...]) -> None:
    """Paint the title as far right as ``room``, under it what else there is to tell, and the deadline."""
    title = _title(bold=row.new)
    head = QRect(rect.x(), rect.y() + SPACING.small, rect.width(), pen(*title).metrics.height())
    head.setRight(room)
    painter.setPen(ink(current().colours.text))
    _write(painter, head, title, row.title, terms)
    foot = QRect(rect.x(), head.bottom() + 1, rect.width(), pen(*_dense()).metrics.height())
    if row.deadline is not None:
        foot.setRight(_paint_deadline(painter, foot, row.deadline.short, row.deadline.tone))
    painter.setPen(colour(Tone.NEUTRAL))
    _write(painter, foot, _dense(), row.detail, terms)


def _paint_line(painter: QPainter, rect: QRect, row: RowText, terms: tuple[str, ...]) -> None:
    """Title, then what else there is to tell as far as there is room, and the deadline."""
    line = rect.adjusted(0, SPACING.small, 0, -SPACING.small)
    if row.deadline is not None:
        line.setRight(_paint_deadline(painter, line, row.deadline.short, row.deadline.tone))
    title = _title(bold=row.new)
    painter.setPen(ink(current().colours.text))
    _write(painter, line, title, row.title, terms)
    line.setLeft(line.left() + advance(row.title, *title) + SPACING.normal)
    if line.width() > _LEAST_DETAIL:
        painter.setPen(colour(Tone.NEUTRAL))
        _write(painter, line, _dense(), row.detail, terms)


def _begins_group(index: QModelIndex | QPersistentModelIndex, row: RowText) -> bool:
    above: RowText | None = index.sibling(index.row() - 1, 0).data(ROW_TEXT) if index.row() else None
    return above is None or above.group is not row.group


def _paint_group(painter: QPainter, rect: QRect, row: RowText) -> int:
    """Paint the group's name at the right end of its first row, under a line; return where words end."""
    colours, (font, metrics) = current().colours, pen(*_dense(bold=True))
    painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), _GROUP_LINE), ink(colours.control_border))
    words = group_word(row.group)
    width = advance(words, *_dense(bold=True)) + 2 * SPACING.small
    label = QRect(rect.right() - width - SPACING.tight, rect.y() + SPACING.small, width, metrics.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(colours.border))
    painter.drawRoundedRect(label, RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(ink(colours.text))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
    return label.left() - SPACING.small


def _paint_deadline(painter: QPainter, foot: QRect, words: str, tone: Tone) -> int:
    """Paint the deadline at the right end of ``foot``; return where the rest of the line must end."""
    font, metrics = pen(*_dense(bold=True))
    painter.setFont(font)
    painter.setPen(colour(tone))
    left = foot.right() + 1 - advance(words, *_dense(bold=True))
    painter.drawText(left, _base_line(foot, metrics), words)
    return left - 1 - SPACING.small


def _write(painter: QPainter, rect: QRect, style: Style, text: str, terms: tuple[str, ...]) -> None:
    """Write one line, cut with an ellipsis where it finds no room; the words searched for are marked."""
    font, metrics = pen(*style)
    shown = cut(text, rect.width(), *style)
    for start, end in spans(shown, terms):
        left = metrics.horizontalAdvance(shown[:start]) if start else 0
        width = metrics.horizontalAdvance(shown[:end]) - left
        top = rect.center().y() - metrics.height() // 2
        mark = QRect(rect.left() + left - 1, top, width + 2, metrics.height())
        painter.fillRect(mark, ink(current().colours.accent_soft))
        painter.fillRect(QRect(mark.left(), mark.bottom(), mark.width(), 1), ink(current().colours.accent))
    painter.setFont(font)
    painter.drawText(rect.left(), _base_line(rect, metrics), shown)


def _base_line(rect: QRect, metrics: QFontMetrics) -> int:
    """Where letters stand in the middle of ``rect``: text at a point takes half the time of text in a box."""
    return rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()

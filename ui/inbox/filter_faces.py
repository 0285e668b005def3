"""How a filter looks: a line of the sidebar, an icon of its rail, or a lane of *Hôm nay*."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui.icons import pixmap
from ui.theme import RADIUS, SPACING, TARGET, beside_text, current
from ui.widgets.pen import Pen, pen

_BOLD = QFont.Weight.DemiBold
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LARGE_COUNT = "000"
_CROWDED = 100
"""From here on the rail says ``99+``."""
_LEAST_COUNTER = 8
_EDGE = 3
"""Pixels between what the rail paints and its edges."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a face paints; ``count`` is None where nothing is counted, ``hint`` and ``key`` are a lane's."""

    words: str
    icon: str
    count: str | None = None
    alarming: bool = False
    checked: bool = False
    hovered: bool = False
    focused: bool = False
    hint: str = ""
    key: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return self.count in (None, "", "0")


class Face(ABC):
    """Paints one ``Look`` into a rectangle."""

    @property
    @abstractmethod
    def height(self) -> int:
        """Pixels that it needs from top to bottom."""

    def wanted_width(self, look: Look) -> int:
        """Return the pixels at which the words of ``look`` are whole; 0: as wide as its pane."""
        return 0

    @abstractmethod
    def paint(self, painter: QPainter, area: QRect, look: Look) -> None:
        """Paint ``look``; antialiasing is on."""


class LineFace(Face):
    """Icon, name, and the count at the right end."""

    _ICON = 18

    @property
    def height(self) -> int:
        """A comfortable target, and never less than a line of its letters."""
        return max(TARGET, pen(current().type.dense).metrics.height()) + SPACING.tight

    def wanted_width(self, look: Look) -> int:
        """Room for icon, name and a large count, the name as bold as when it is chosen."""
        metrics = pen(current().type.dense, _BOLD).metrics
        words = metrics.horizontalAdvance(look.words) + metrics.horizontalAdvance(_LARGE_COUNT)
        return beside_text(self._ICON) + words + 4 * SPACING.small

    def paint(self, painter: QPainter, area: QRect, look: Look) -> None:
        """Paint ground, icon, name and count."""
        _paint_ground(painter, area, look)
        _paint_icon(painter, SPACING.small, area.height(), look, self._ICON)
        font, metrics = pen(current().type.dense, _BOLD if look.checked else QFont.Weight.Normal)
        words = area.adjusted(beside_text(self._ICON) + 2 * SPACING.small, 0, -SPACING.small, 0)
        painter.setFont(font)
        painter.setPen(_count_colour(look))
        painter.drawText(words, _RIGHT, look.count or "")
        words.setRight(words.right() - metrics.horizontalAdvance(look.count or "") - SPACING.small)
        painter.setPen(QColor(current().colours.text))
        elided = metrics.elidedText(look.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, elided)


class RailFace(LineFace):
    """The icon and beside it the count; the icons stand below each other with a count or without."""

    _ICON = 16

    def paint(self, painter: QPainter, area: QRect, look: Look) -> None:
        """Paint ground, icon and count."""
        _paint_ground(painter, area, look)
        _paint_icon(painter, _EDGE, area.height(), look, self._ICON)
        if look.count is None or look.empty:
            return
        crowded = not look.count.isdecimal() or int(look.count) >= _CROWDED
        count = f"{_CROWDED - 1}+" if crowded else look.count
        left = _EDGE + beside_text(self._ICON)
        painter.setFont(_largest_pen(count, area.width() - left - 1).font)
        painter.setPen(_count_colour(look))
        painter.drawText(area.adjusted(left, 0, -1, 0), Qt.AlignmentFlag.AlignCenter, count)


def _largest_pen(count: str, room: int) -> Pen:
    """Return the pen of counters, a smaller one where ``count`` is wider than ``room`` pixels."""
    size = current().type.counter
    while pen(size).metrics.horizontalAdvance(count) > room and size > _LEAST_COUNTER:
        size -= 1
    return pen(size)


class LaneFace(Face):
    """Two lines of words between a large count and the key."""

    _ICON, _COUNT_WIDTH = 24, 56

    @property
    def height(self) -> int:
        """Two lines of text with air around them."""
        sizes = current().type
        lines = sum(pen(size).metrics.height() for size in (sizes.heading, sizes.dense))
        return lines + SPACING.wide

    def paint(self, painter: QPainter, area: QRect, look: Look) -> None:
        """Paint the frame, icon, count, words and key."""
        colours = current().colours
        live = look.hovered or look.focused
        painter.setPen(QColor(colours.accent if look.focused else colours.border))
        painter.setBrush(QColor(colours.accent_soft if live else colours.surface))
        painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), RADIUS, RADIUS)
        tone = "muted" if look.empty else "danger" if look.alarming else "accent"
        side, room = beside_text(self._ICON), beside_text(self._COUNT_WIDTH)
        top = (area.height() - side) // 2
        painter.drawPixmap(SPACING.wide, top, pixmap(look.icon, tone, self._ICON))
        painter.setFont(pen(current().type.title, _BOLD).font)
        painter.setPen(QColor(getattr(colours, tone)))
        count = QRect(side + 2 * SPACING.wide, 0, room, area.height())
        painter.drawText(count, _RIGHT, look.count or "")
        self._paint_words(painter, area, look)

    def _paint_words(self, painter: QPainter, area: QRect, look: Look) -> None:
        colours, sizes = current().colours, current().type
        left = beside_text(self._ICON + self._COUNT_WIDTH) + 4 * SPACING.wide - SPACING.tight
        words = area.adjusted(left, SPACING.small, -SPACING.wide, -SPACING.small)
        dense = pen(sizes.dense)
        painter.setFont(dense.font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(words, _RIGHT, look.key)
        words.setRight(words.right() - dense.metrics.horizontalAdvance(look.key) - SPACING.wide)
        hint = dense.metrics.elidedText(look.hint, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, hint)
        painter.setFont(pen(sizes.heading, _BOLD).font)
        painter.setPen(QColor(colours.muted if look.empty else colours.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, look.words)


def _paint_ground(painter: QPainter, area: QRect, look: Look) -> None:
    colours = current().colours
    painter.setPen(QColor(colours.accent) if look.focused else Qt.PenStyle.NoPen)
    live = look.checked or look.hovered
    painter.setBrush(QColor(colours.accent_soft) if live else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _paint_icon(painter: QPainter, left: int, height: int, look: Look, size: int) -> None:
    tone = "accent" if look.checked else "muted"
    painter.drawPixmap(left, (height - beside_text(size)) // 2, pixmap(look.icon, tone, size))


def _count_colour(look: Look) -> QColor:
    colours = current().colours
    return QColor(colours.danger if look.alarming and not look.empty else colours.muted)

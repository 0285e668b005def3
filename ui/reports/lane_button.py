"""One lane of *Hôm nay*: icon, name, what to do about it, how many, and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.store.inbox_query import QuickFilter
from ui.icons import pixmap
from ui.language import Translated, translate
from ui.reports.query_words import ALARMING, ICONS, filter_word, lane_hint
from ui.theme import RADIUS, SPACING, current, interface_font

_ICON = 24
_COUNT_WIDTH = 72
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MOVES = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class LaneButton(Translated, QAbstractButton):
    """A large target; Enter or its key begins the lane, arrows go to the neighbour."""

    def __init__(self, lane: QuickFilter, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane, self._key, self._count = lane, f"Alt+{number}", 0
        self.setObjectName(f"today.{lane.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def set_count(self, count: int) -> None:
        """Show how many reports the lane holds."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    def retranslate(self) -> None:
        """Name the lane."""
        self.setText(filter_word(self.lane))
        self.setAccessibleName(translate("Today", "{lane}, go through").format(lane=self.text()))
        self.setAccessibleDescription(f"{self._count}, {lane_hint(self.lane)}, {self._key}")

    def sizeHint(self) -> QSize:
        """Two lines of text with air around them."""
        sizes = current().type
        lines = sum(QFontMetrics(interface_font(size)).height() for size in (sizes.heading, sizes.dense))
        return QSize(0, lines + SPACING.section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins as Space does; Up and Down step to the neighbouring lane."""
        key = Qt.Key(event.key())
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.click()
        elif key in _MOVES:
            self.focusNextPrevChild(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, icon, words, count and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current().colours
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.border))
        painter.setBrush(
            QColor(colours.accent_soft if self.underMouse() or self.hasFocus() else colours.surface)
        )
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), RADIUS, RADIUS)
        tone = "muted" if not self._count else "danger" if self.lane in ALARMING else "accent"
        painter.drawPixmap(SPACING.wide, (self.height() - _ICON) // 2, pixmap(ICONS[self.lane], tone, _ICON))
        self._paint_count(painter, QColor(getattr(colours, tone)))
        self._paint_words(painter)

    def _paint_count(self, painter: QPainter, ink: QColor) -> None:
        area = QRect(_ICON + 2 * SPACING.wide, 0, _COUNT_WIDTH, self.height())
        painter.setFont(_bold(current().type.title))
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, f"{self._count}")

    def _paint_words(self, painter: QPainter) -> None:
        colours, sizes = current().colours, current().type
        left = _ICON + _COUNT_WIDTH + 4 * SPACING.wide
        area = self.rect().adjusted(left, SPACING.normal, -SPACING.wide, -SPACING.normal)
        painter.setFont(interface_font(sizes.dense))
        painter.setPen(QColor(colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, self._key)
        area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(self._key) - SPACING.wide)
        hint = painter.fontMetrics().elidedText(
            lane_hint(self.lane), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, hint)
        painter.setFont(_bold(sizes.heading))
        painter.setPen(QColor(colours.text if self._count else colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.text())


def _bold(size: int) -> QFont:
    font = interface_font(size)
    font.setWeight(QFont.Weight.DemiBold)
    return font

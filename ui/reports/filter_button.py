"""One quick filter: icon, name and count; on the narrow rail the icon with a small count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.icons import pixmap
from ui.language import Translated, translate
from ui.reports.query_words import ALARMING, ICONS, Listed, Overview, filter_word
from ui.theme import RADIUS, SPACING, TARGET, current, interface_font

_ICON = 18


class FilterButton(Translated, QAbstractButton):
    """Checkable; the sidebar keeps exactly one of them checked."""

    def __init__(self, chosen: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = chosen
        self._count = 0
        self._narrow = False
        self.setCheckable(True)
        self.setObjectName(f"filter.{chosen.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def set_count(self, count: int) -> None:
        """Show how many reports the filter holds."""
        if count != self._count:
            self._count = count
            self.retranslate()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Name the button; the tip serves the rail and large text."""
        self.setText(filter_word(self.chosen))
        spoken = translate("Filter", "{name}, {count}").format(name=self.text(), count=self._count)
        self.setAccessibleName(self.text())
        counted = not isinstance(self.chosen, Overview)
        self.setAccessibleDescription(spoken if counted else "")
        self.setToolTip(spoken if counted else self.text())

    def sizeHint(self) -> QSize:
        """As wide as its pane makes it, a comfortable target high."""
        return QSize(0, TARGET + SPACING.tight)

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, name and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = (self.width() - _ICON) // 2 if self._narrow else SPACING.small
        if self._narrow and self._count:
            left -= SPACING.tight
        tone = "accent" if self.isChecked() else "muted"
        painter.drawPixmap(left, (self.height() - _ICON) // 2, pixmap(ICONS[self.chosen], tone, _ICON))
        if self._narrow:
            self._paint_small_count(painter)
        else:
            self._paint_words(painter, QRect(left + _ICON + SPACING.small, 0, 0, self.height()))

    def _paint_ground(self, painter: QPainter) -> None:
        colours = current().colours
        rect = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        checked_or_hovered = self.isChecked() or self.underMouse()
        painter.setBrush(QColor(colours.accent_soft) if checked_or_hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        count = "" if isinstance(self.chosen, Overview) else str(self._count)
        font = interface_font(current().type.dense)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        area.setRight(self.width() - SPACING.small)
        painter.setFont(font)
        painter.setPen(self._count_colour())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        area.setRight(area.right() - metrics.horizontalAdvance(count) - SPACING.small)
        painter.setPen(QColor(current().colours.text))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_small_count(self, painter: QPainter) -> None:
        if not self._count:
            return
        painter.setFont(interface_font(current().type.counter - 2))
        painter.setPen(self._count_colour())
        words = str(self._count) if self._count < 100 else "99+"
        area = self.rect().adjusted(0, 2, -3, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)

    def _count_colour(self) -> QColor:
        colours = current().colours
        return QColor(colours.danger if self.chosen in ALARMING and self._count else colours.muted)

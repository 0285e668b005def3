"""A layout that sets its widgets side by side and goes on in the next line where room ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def flowing(sizes: Sequence[QSize], width: int, gap: int) -> list[QRect]:
    """Return the place of each, left to right, then down; one wider than ``width`` has a line of its own."""
    left, top, line = 0, 0, 0
    places = []
    for size in sizes:
        if left and left + size.width() > width:
            left, top, line = 0, top + line + gap, 0
        places.append(QRect(QPoint(left, top), size))
        left += size.width() + gap
        line = max(line, size.height())
    return places


class FlowLayout(QLayout):
    """Left to right, then down; its height depends on its width. ``at_end``: lines end at the right edge."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None

    def addItem(self, item: QLayoutItem) -> None:
        """Take ``item`` in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def insertWidget(self, index: int, widget: QWidget) -> None:
        """Add ``widget`` before the item at ``index``."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def line_width(self) -> int:
        """Return the width at which everything shown stands in one line."""
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(shown) + self._gap * max(0, len(shown) - 1)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item, or None past the end (as Qt asks it)."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than its items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: a narrow flow is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take at ``width``."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: an item has changed."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place every item inside ``rect``."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """The least size is enough."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            margins = self.contentsMargins()
            self._least = size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return self._least

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        widgets = ((item, item.widget()) for item in self._items)
        shown = [item for item, widget in widgets if widget is None or not widget.isHidden()]
        places = flowing([item.sizeHint() for item in shown], area.width(), self._gap)
        if place:
            ends = {at.top(): at.right() for at in places}  # the last one's of each line
            for item, at in zip(shown, places, strict=True):
                aside = area.width() - 1 - ends[at.top()] if self._at_end else 0
                item.setGeometry(at.translated(area.topLeft() + QPoint(max(0, aside), 0)))
        height = max((at.bottom() + 1 for at in places), default=0)
        return area.y() - rect.y() + height + margins.bottom()

"""What is said and asked above a report's text: who else has it open, a refusal, an offer, files to add.

Head, commands and the first lines of the text have room before all of it does: it scrolls then, whole.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACING
from ui.widgets.fitting_scroll import FittingScroll

_CHANGES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class SaidAbove(FittingScroll):
    """There only while one of its ``parts`` is."""

    changed = Signal()
    """A part came or went."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__("detail.said")
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.small)
        self._column = column
        self._parts: list[QWidget] = []
        self._newest: QWidget | None = None
        self.show_page(page)
        for part in parts:
            self.add(part)
        self._appear()

    def add(self, part: QWidget) -> None:
        """Have one part more, under the others."""
        self._parts.append(part)
        self._column.addWidget(part)
        part.installEventFilter(self)

    def left_out(self, width: int) -> int:
        """Return the pixels of height that, so wide, are to be scrolled to where room is shortest."""
        return 0 if self.isHidden() else self._high(width) - self.minimumSizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what is said; what was said last is in sight."""
        if event.type() in _CHANGES and watched in self._parts:
            self._newest = next(
                (part for part in self._parts if part is watched and not part.isHidden()), None
            )
            self._appear()
            self.changed.emit()
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and watched is self.widget():
            self._follow(self._newest)
        return done

    def _appear(self) -> None:
        self.setVisible(any(not part.isHidden() for part in self._parts))

    def _wanted(self) -> int:
        """At the width there is words that wrap may need less height than they ask for of themselves."""
        return self._high(max(1, self.viewport().width()))

    def _high(self, width: int) -> int:
        page = self.widget()
        return max(0, page.heightForWidth(width)) if page is not None else 0

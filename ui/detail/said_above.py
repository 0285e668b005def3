"""What is said of the report above its text: who else has it open, a refusal, what is offered in time.

Head, commands and the first lines of the text have room before all of it does: it scrolls then, whole.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACING, TARGET
from ui.widgets.fitting_scroll import FittingScroll

_CHANGES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class SaidAbove(FittingScroll):
    """There only while one of its ``parts`` is."""

    least: ClassVar[int] = 2 * TARGET

    def __init__(self, *parts: QWidget) -> None:
        super().__init__("detail.said")
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.small)
        self._parts = parts
        for part in parts:
            column.addWidget(part)
            part.installEventFilter(self)
        self.show_page(page)
        self._appear()

    def left_out(self, width: int) -> int:
        """Return the pixels of height that, so wide, are to be scrolled to where room is shortest."""
        return 0 if self.isHidden() else self._high(width) - self.minimumSizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what is said."""
        if event.type() in _CHANGES and watched in self._parts:
            self._appear()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        self.setVisible(any(not part.isHidden() for part in self._parts))

    def _wanted(self) -> int:
        """At the width there is words that wrap may need less height than they ask for of themselves."""
        return self._high(max(1, self.viewport().width()))

    def _high(self, width: int) -> int:
        page = self.widget()
        return max(0, page.heightForWidth(width)) if page is not None else 0

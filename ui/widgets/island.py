"""A place whose content is laid out within it and never moves anything around it.

Without it each text that changes in a pane is followed upwards: every layout as far as the window asks all of
its parts anew how large they want to be, one turn of the event loop and one paint for each.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Island(QWidget):
    """As large as its surroundings make it; so is what stands in it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        content.setParent(self)
        content.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content all the room there is."""
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())


def settle(page: QWidget) -> None:
    """Lay out all that changed in ``page`` now, the innermost first: it is painted once, where it stays.

    Left to the event loop an outer layout may come before an inner one, and is then done and painted again.
    """
    for child in page.children():
        if isinstance(child, QWidget) and not child.isHidden():
            settle(child)
    layout = page.layout()
    if layout is not None:
        layout.activate()

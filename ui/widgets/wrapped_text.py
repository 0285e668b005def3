"""Text in paragraphs as a person wrote it: wrapped, selectable, never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def wrap(label: QLabel) -> None:
    """Let ``label`` be as narrow as its view makes it, and as high as its lines then need."""
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)


class WrappedText(QLabel):
    """A label for outside text; plain format keeps a citizen's ``<b>`` a ``<b>``."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        wrap(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

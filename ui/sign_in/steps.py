"""The three steps under the picture: reader, card, PIN; done ones carry a tick."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.role import set_role

_ICON = 16


class Steps(Translated, QWidget):
    """Shows how many of the steps are done and which is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signIn.steps")
        self._done = 0
        self._marks = [QLabel(self) for _ in range(3)]
        self._words = [QLabel(self) for _ in range(3)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        layout.addStretch()
        for mark, word in zip(self._marks, self._words, strict=True):
            if mark is not self._marks[0]:
                layout.addSpacing(SPACING.wide)
            layout.addWidget(mark)
            layout.addWidget(word)
        layout.addStretch()
        self.retranslate()

    def show_done(self, done: int) -> None:
        """Tick the first ``done`` steps; the next one stands out."""
        self._done = done
        for index, (mark, word) in enumerate(zip(self._marks, self._words, strict=True)):
            tone = "good" if index < done else "accent" if index == done else "muted"
            mark.setFixedSize(QSize(1, 1) * beside_text(_ICON))
            mark.setPixmap(icons.pixmap(_ICONS[index] if index >= done else "check", tone, _ICON))
            set_role(word, "good" if index < done else "strong" if index == done else "muted")
        self.setAccessibleDescription(translate("SignIn", "Step {step} of 3").format(step=min(done + 1, 3)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.show_done(self._done)

    def retranslate(self) -> None:
        """Set the words of the steps."""
        texts = (translate("SignIn", "Reader"), translate("SignIn", "Card"), translate("SignIn", "PIN"))
        for word, text in zip(self._words, texts, strict=True):
            word.setText(text)
            word.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(translate("SignIn", "Steps of signing in"))
        self.show_done(self._done)


_ICONS = ("reader", "card", "key")

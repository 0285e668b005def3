"""A sentence at the foot of a view with *Undo*, gone by itself when the hold is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING

_FOOT = 72
"""Pixels between the toast and the foot of its view: above the command bar."""


class Toast(Translated, QFrame):
    """Lies over ``parent``, never takes the focus; a second toast takes the first one's place."""

    def __init__(self, parent: QWidget) -> None:
        # ground without a layout: a child that comes into a view with one has the whole view laid out anew
        self._ground = QWidget(parent)
        super().__init__(self._ground)
        self._ground.resize(0, 0)
        self._ground.show()
        self._view = parent
        self.setObjectName("toast")
        self.setProperty("role", "popup")
        self._undo: Callable[[], None] | None = None
        self._label = QLabel(self)
        self._label.setObjectName("toast.text")
        self._button = QPushButton(self)
        self._button.setObjectName("toast.undo")
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._undone)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.small, SPACING.small, SPACING.small)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()
        self._label.ensurePolished()
        self._button.ensurePolished()  # not between a command and its paint

    def say(self, text: str, milliseconds: int, undo: Callable[[], None] | None = None) -> None:
        """Show ``text`` for so long; ``undo`` is called at most once, by the button."""
        self._undo = undo
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(undo is not None)
        self._timer.start(milliseconds)
        self.show()
        self._place()
        self._ground.raise_()

    def can_undo(self) -> bool:
        """Tell whether *Undo* is on offer now."""
        return self._undo is not None and self._timer.isActive()

    def undo(self) -> None:
        """Do what the button does, for the keyboard."""
        if self.can_undo():
            self._undone()

    def retranslate(self) -> None:
        """Name the button."""
        self._button.setText(translate("Toast", "Undo (Ctrl+Z)"))
        self._button.setAccessibleName(translate("Toast", "Undo"))
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing that a pointer could meet."""
        super().hideEvent(event)
        self._ground.resize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the view when it grows or shrinks."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.isHidden():
            return
        area = self._view.rect()
        room = area.width() - 2 * SPACING.wide
        self._label.setWordWrap(False)
        self._label.setWordWrap(self.sizeHint().width() > room)
        width = min(self.sizeHint().width(), room) if not self._label.wordWrap() else room
        height = self.heightForWidth(width) if self._label.wordWrap() else self.sizeHint().height()
        self.resize(width, height)
        self._ground.setGeometry((area.width() - width) // 2, area.height() - height - _FOOT, width, height)

    @Slot()
    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()

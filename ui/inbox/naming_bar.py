"""A line in which a list gets its name: Enter keeps it, Esc leaves everything as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.store.saved_filters import LONGEST_NAME
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.form import Said
from ui.widgets.role import set_role


class NamingBar(Translated, QFrame):
    """Emits the name; whoever hears it calls ``close_up`` or ``show_problem``."""

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.naming")
        self._field, self._problem = QLineEdit(self), QLabel(self)
        self._said: Said | None = None
        self._field.setObjectName("inbox.naming.name")
        self._field.setMaxLength(LONGEST_NAME)
        self._field.returnPressed.connect(self._keep)
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._save, self._cancel = QPushButton(self), QPushButton(self)
        self._save.setObjectName("inbox.naming.save")
        self._save.setProperty("kind", "primary")
        self._save.clicked.connect(self._keep)
        self._cancel.setObjectName("inbox.naming.cancel")
        self._cancel.clicked.connect(self.close_up)
        line = QHBoxLayout()
        line.setSpacing(SPACING.small)
        for part, stretch in ((self._field, 1), (self._save, 0), (self._cancel, 0)):
            line.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.small, 0, SPACING.small, SPACING.small)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(line)
        layout.addWidget(self._problem)
        self.hide()
        self.retranslate()

    def ask(self, name: str) -> None:
        """Come up with ``name`` to begin from."""
        self._field.setText(name[:LONGEST_NAME])
        self.show_problem(None)
        self.show()
        self._field.setFocus()
        self._field.selectAll()

    def show_problem(self, said: Said | None) -> None:
        """Say why the name cannot be taken, None that it can; what was typed stays."""
        self._said = said
        self._say()

    def _say(self) -> None:
        sentence = self._said() if self._said is not None else ""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._field.setAccessibleDescription(sentence)
        set_role(self._field, bool(sentence), "problem")

    @Slot()
    def close_up(self) -> None:
        """Go away; the keyboard goes back to the list."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Name field and buttons."""
        self._field.setAccessibleName(translate("Saved", "Name of the list"))
        self._field.setPlaceholderText(translate("Saved", "Name of the list"))
        self._save.setText(translate("Saved", "Keep"))
        self._cancel.setText(translate("Saved", "Cancel"))
        for button in (self._save, self._cancel):
            button.setAccessibleName(button.text())
        self._say()

    @Slot()
    def _keep(self) -> None:
        self.named.emit(self._field.text())

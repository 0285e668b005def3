"""One labelled line of a short form, with what is wrong with it written under it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import SPACING
from ui.widgets.plain_line import PlainLine
from ui.widgets.role import set_role
from ui.wording import Wording


class Entry(QWidget):
    """A label, a line, and its problem; typing takes the problem away.

    Addresses and codes are plain ASCII: an input method would make ``FS`` of a code a letter with a tone.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = PlainLine(self)
        self.line.setObjectName(name)
        self._label, self._problem = QLabel(self), QLabel(self)
        self._label.setBuddy(self.line)
        self._label.setProperty("role", "strong")
        self._problem.setObjectName(f"{name}.problem")
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        for part in (self._label, self.line, self._problem):
            layout.addWidget(part)
        self.line.textEdited.connect(self.clear_problem)

    def name(self, label: str, example: str) -> None:
        """Set label and example in the language in force."""
        self._label.setText(label)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(example)

    def text(self) -> str:
        """Return what was typed, without the white space around it."""
        return self.line.text().strip()

    def show_problem(self, told: Wording) -> None:
        """Write what is wrong under the line and put the cursor into it; what was typed stays."""
        self._problem.setText(str(told))
        self._problem.show()
        self.line.setAccessibleDescription(str(told))
        self._mark(problem=True)
        self.line.setFocus()

    def clear_problem(self) -> None:
        """Take the problem away."""
        self._problem.hide()
        self.line.setAccessibleDescription("")
        self._mark(problem=False)

    def problem(self) -> str:
        """Return what is written under the line; empty when nothing is wrong."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _mark(self, *, problem: bool) -> None:
        set_role(self.line, problem, "problem")

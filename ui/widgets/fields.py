"""The fields of a form: a label, an editor, and beneath it what is wrong with the entry.

A field's ``name`` is the payload's own field name, so a refused payload finds its field again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import SPACING, current
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_box import DayBox
from ui.widgets.role import set_role
from ui.widgets.tick_box import TickBox
from ui.widgets.wrapped_text import wrap

_LINE_PADDING = 14
_LEAST_LINES = 5
"""Of a text that may be long: room to write in, whatever stands around it; the form scrolls instead."""


class Field(QWidget):
    """Label above, editor, problem below; each kind of field adds ``value`` and ``restore``."""

    edited = Signal()
    is_wide: ClassVar[bool] = False
    """Takes a form's whole width."""

    def __init__(self, name: str, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.editor = editor
        editor.setObjectName(f"field.{name}")
        editor.setAccessibleName(label)
        self._label = QLabel(label, self)
        self._label.setProperty("role", "dense")
        self._label.setBuddy(editor)
        wrap(self._label)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight // 2)
        for part in (self._label, editor, self._problem):
            layout.addWidget(part)

    def rename(self, label: str) -> None:
        """Say what the field is for in other words (another language)."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong under the editor; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        set_role(self.editor, bool(sentence), "problem")

    def problem(self) -> str:
        """Return what is said under the editor now."""
        return self._problem.text()


class LineField(Field):
    """One line of text."""

    editor: QLineEdit

    def __init__(self, name: str, label: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, QLineEdit(text), parent)
        self.editor.textEdited.connect(self.edited)

    def value(self) -> str:
        """Return the text without the white space around it."""
        return self.editor.text().strip()

    def restore(self, value: str) -> None:
        """Put the text back."""
        self.editor.setText(value)


class SentenceField(LineField):
    """One line for a name or a sentence: it has the width of the form to itself."""

    is_wide = True


class TextField(Field):
    """Several lines of text; Tab leaves it."""

    editor: QPlainTextEdit
    is_wide = True

    def __init__(
        self, name: str, label: str, lines: int = 3, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, QPlainTextEdit(text), parent)
        self.editor.setTabChangesFocus(True)
        self.editor.setMinimumHeight(self._height(min(lines, _LEAST_LINES)))
        self.editor.setMaximumHeight(self._height(lines))
        self.editor.textChanged.connect(self.edited)

    def _height(self, lines: int) -> int:
        return round(current().type.base * current().type.line_height) * lines + _LINE_PADDING

    def value(self) -> str:
        """Return the text without the white space around it."""
        return self.editor.toPlainText().strip()

    def restore(self, value: str) -> None:
        """Put the text back."""
        self.editor.setPlainText(value)


class ChoiceField(Field):
    """One of several coded choices; nothing is chosen until a person does, unless ``chosen`` is given."""

    editor: ChoiceBox

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        chosen: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, ChoiceBox(), parent)
        self.editor.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.editor.setMinimumContentsLength(12)
        self.offer(choices, chosen)
        self.editor.currentIndexChanged.connect(self.edited)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str | None = None) -> None:
        """Offer other choices, each a code and its words."""
        self.editor.clear()
        for code, words in choices:
            self.editor.addItem(words, code)
        self.restore(chosen)

    def value(self) -> str:
        """Return the code chosen; empty when there is none."""
        chosen = self.editor.currentData()
        return chosen if isinstance(chosen, str) else ""

    def restore(self, value: str | None) -> None:
        """Choose ``value`` again; an unknown code chooses nothing."""
        self.editor.setCurrentIndex(self.editor.findData(value))


class DayField(Field):
    """A day of the calendar."""

    editor: DayBox

    def __init__(self, name: str, label: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(name, label, DayBox(), parent)
        self.restore(day)
        self.editor.dateChanged.connect(self.edited)

    def value(self) -> date:
        """Return the day."""
        chosen = self.editor.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def restore(self, value: date) -> None:
        """Choose the day again."""
        self.editor.setDate(QDate(value.year, value.month, value.day))


class CheckField(Field):
    """A word given: yes or no."""

    editor: TickBox
    is_wide = True

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, TickBox(label), parent)
        self._label.hide()
        self.editor.toggled.connect(self.edited)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.editor.isChecked()

    def restore(self, value: bool) -> None:
        """Tick or untick."""
        self.editor.setChecked(value)


class OwnField(Field):
    """A field with an editor of its own kind, across the whole form; subclasses say what it holds."""

    is_wide = True

    def value(self) -> object:
        """Return what the field holds."""
        raise TypeError(type(self))  # a subclass without a value is a defect of the program

    def restore(self, value: object) -> None:
        """Put back what ``value`` returned."""
        raise TypeError(type(self), value)


AnyField = LineField | TextField | ChoiceField | DayField | CheckField | OwnField

"""Fields one under the other, two side by side where they are short and there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.language import Translated
from ui.theme import SPACING
from ui.widgets.composing import finish_composing
from ui.widgets.fields import AnyField

_COLUMNS = 2
Said = Callable[[], str]
"""A sentence in the language in force whenever it is asked for."""


def _cursor_of(editor: QWidget) -> int:
    if isinstance(editor, QLineEdit):
        return editor.cursorPosition()
    return editor.textCursor().position() if isinstance(editor, QPlainTextEdit) else 0


def _set_cursor(editor: QWidget, place: int) -> None:
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(place)
    elif isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        cursor.setPosition(min(place, editor.document().characterCount() - 1))
        editor.setTextCursor(cursor)


class Form(Translated, QWidget):
    """Holds fields by name; knows nothing of what they are for."""

    edited = Signal()

    def __init__(self, fields: Sequence[AnyField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {field.name: field for field in fields}
        self._problem: tuple[str, Said] | None = None
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACING.normal)
        layout.setVerticalSpacing(SPACING.tight)
        cell = 0
        for field in fields:
            wide = field.is_wide or len(fields) == 1
            cell += cell % _COLUMNS if wide else 0
            align = Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignTop
            layout.addWidget(field, cell // _COLUMNS, cell % _COLUMNS, 1, _COLUMNS if wide else 1, align)
            cell += _COLUMNS if wide else 1
            field.edited.connect(self.edited)
        for column in range(_COLUMNS):
            layout.setColumnStretch(column, 1)

    def finish_composing(self) -> None:
        """End the word that is being composed: it belongs to its field. Not for a look while one writes."""
        finish_composing()

    def values(self) -> dict[str, object]:
        """Return what every field holds."""
        return {name: field.value() for name, field in self._fields.items()}

    def restore(self, values: Mapping[str, object]) -> None:
        """Put values back into the fields that still exist."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].restore(value)  # type: ignore[arg-type]  # what the field itself gave

    def place(self) -> tuple[str, int] | None:
        """Return the field that the window's keyboard is in, and its cursor's place; None where in none."""
        at = self.window().focusWidget()
        here = (name for name, field in self._fields.items() if field.isAncestorOf(at))
        name = next(here, None)
        return None if name is None else (name, _cursor_of(self._fields[name].editor))

    def go_to(self, name: str, cursor: int) -> None:
        """Go back to a place in a field; a field that is gone leaves the keyboard where it is."""
        if (field := self._fields.get(name)) is not None:
            field.editor.setFocus()
            _set_cursor(field.editor, cursor)

    def show_problem(self, name: str, said: Said) -> bool:
        """Say what is wrong beside the field ``name`` and go there; False when there is no such field."""
        if not self.say_problem(name, said):
            return False
        self._fields[name].editor.setFocus()
        return True

    def say_problem(self, name: str, said: Said) -> bool:
        """Say what is wrong beside the field ``name``; the keyboard stays where it is."""
        self.clear_problems()
        if name not in self._fields:
            return False
        self._problem = (name, said)
        self._fields[name].show_problem(said())
        return True

    def take_problem_of(self, before: Form) -> None:
        """Say what the form says in whose place this one comes (another language)."""
        if before._problem is not None:
            self.say_problem(*before._problem)

    def retranslate(self) -> None:
        """Say in the language in force what is wrong."""
        if self._problem is not None:
            name, said = self._problem
            self._fields[name].show_problem(said())

    def clear_problems(self) -> None:
        """Take every problem away."""
        self._problem = None
        for field in self._fields.values():
            field.show_problem("")

    def field(self, name: str) -> AnyField:
        """Return the field ``name``; raise ``KeyError`` when there is none."""
        return self._fields[name]

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.first().editor.setFocus()

    def first(self) -> AnyField:
        """Return the first field."""
        return next(iter(self._fields.values()))

"""One field of the identity: its text, where it came from, and beside it what contradicts it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.reception.fields import Field, Line, Text
from ui import theme
from ui.counter import texts
from ui.language import Language, current, translate
from ui.theme import SPACING
from ui.theme.tokens import TYPE
from ui.widgets.chip import Chip
from ui.widgets.role import set_role
from ui.widgets.wrapped_text import WrappedText

_LABEL_WIDTH = 124
_UNEQUAL = "≠"


class FieldRow(QWidget):
    """Made once for each field, hidden while nobody fills it."""

    def __init__(self, name: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"counter.field.{name.value}")
        self._field = name
        self._shown: tuple[Line | None, Language, theme.Tokens] | None = None
        self._label = QLabel(self)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._value, self._other = WrappedText("strong", self), WrappedText("caution", self)
        self._where, self._other_where = Chip(self), Chip(self)
        self._unequal = QLabel(_UNEQUAL, self)
        self._unequal.setProperty("role", "caution")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._label)
        layout.addWidget(self._value, 3)
        layout.addWidget(self._where)
        layout.addWidget(self._unequal)
        layout.addWidget(self._other, 3)
        layout.addWidget(self._other_where)
        self.hide()

    def show_line(self, line: Line | None) -> None:
        """Show a line, or nothing; the same line again costs nothing."""
        if self._shown == (line, current(), theme.current()):
            return
        self._shown = (line, current(), theme.current())
        self.setVisible(line is not None)
        if line is None:
            self._value.clear()
            self._other.clear()
            self.setAccessibleName("")
            return
        name = texts.field_name(self._field)
        self._label.setFixedWidth(round(_LABEL_WIDTH * theme.current().type.base / TYPE.base))
        self._label.setText(name)
        spoken = [self._show(line.value, self._value, self._where)]
        other = line.contradicting[0] if line.contradicting else None
        for part in (self._unequal, self._other, self._other_where):
            part.setVisible(other is not None)
        if other is not None:
            spoken.append(translate("Counter", "contradicted by"))
            spoken.append(self._show(other, self._other, self._other_where))
        set_role(self._value, "caution" if other is not None else "strong")
        self.setAccessibleName(f"{name}: {' '.join(spoken)}")

    def _show(self, text: Text, label: WrappedText, chip: Chip) -> str:
        tone, where = texts.provenance(text.provenance)
        shown = texts.field_text(self._field, text.text)
        label.setText(shown)
        chip.show_mark(where, tone)
        return f"{shown} ({where})"

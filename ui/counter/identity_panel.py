"""Who the citizen is: photo, name, badge, and a row for each field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cardio.cccd.dg13 import Field as ChipField
from desktop_app.reception.fields import PRIVATE, Field
from desktop_app.reception.view import View
from ui.counter import texts
from ui.counter.face import FaceFrame
from ui.counter.field_row import FieldRow
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText

_HEADLINE = (Field.NUMBER, Field.DOCUMENT)


class IdentityPanel(Translated, QFrame):
    """Emits ``private_asked`` with the ``dg13.Field`` that the clerk wants to see once."""

    private_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.identity")
        self.setProperty("role", "card")
        self._view = View()
        self._private: tuple[ChipField, str] | None = None
        self._face = FaceFrame(self)
        self._name = WrappedText("title", self)
        self._name.setObjectName("counter.name")
        self._number = QLabel(self)
        self._number.setObjectName("counter.number")
        self._number.setProperty("role", "heading")
        self._badge = Chip(self)
        self._badge.setObjectName("counter.badge")
        self._incomplete = WrappedText("caution", self)
        self._incomplete.setObjectName("counter.incomplete")
        self._more = QPushButton(self)
        self._more.setObjectName("counter.private")
        self._more.setProperty("kind", "link")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._shown_once = Notice("counter.private.notice", self)
        self.beside = QVBoxLayout()
        """Room beside the name, which the page gives to the verdict where the window is too narrow."""
        self._rows = {name: FieldRow(name, self) for name in Field}
        self._actions = {wanted: self._action(wanted) for wanted in PRIVATE}
        self._lay_out()
        self.retranslate()

    def _action(self, wanted: ChipField) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(lambda _checked: self.private_asked.emit(wanted))
        return action

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACING.tight)
        words.addWidget(self._name)
        words.addWidget(self._number)
        words.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._incomplete)
        words.addStretch()
        words.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(SPACING.wide)
        head.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addLayout(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.wide, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.small)
        layout.addLayout(head)
        layout.addWidget(self._shown_once)
        layout.addSpacing(SPACING.tight)
        for row in self._rows.values():
            layout.addWidget(row)

    # --- showing ------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Show the fields as far as they are known."""
        self._view = view
        lines = {line.field: line for line in view.lines}
        for name, row in self._rows.items():
            row.show_line(lines.get(name))
        self._name.setText(lines[Field.NAME].value.text if Field.NAME in lines else "")
        number = next((name for name in _HEADLINE if name in lines), None)
        self._number.setText(texts.field_text(number, lines[number].value.text) if number else "")
        tone, badge = texts.badge(view)
        self._badge.show_mark(badge if view.lines else "", tone)
        self._incomplete.setText(texts.interrupted() if view.interrupted else "")
        self._incomplete.setVisible(view.interrupted)
        self._more.setVisible(view.has_private)
        if view.face is None:
            self._face.forget()
        if not view.has_private:
            self.forget_private()
        self.setVisible(bool(view.lines))

    def show_picture(self, picture: QImage) -> None:
        """Show the photo."""
        self._face.show_picture(picture)

    def show_private(self, wanted: ChipField, text: str) -> None:
        """Show a field that was asked for on purpose, until it is cleared."""
        self._private = (wanted, text)
        remark = translate("Counter", "Shown because you asked; it is kept nowhere.")
        self._shown_once.say(Tone.INFO, f"{texts.private_name(wanted)}: {text}", remark)

    def forget_private(self) -> None:
        """Take it away again."""
        self._private = None
        self._shown_once.clear()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self.setAccessibleName(translate("Counter", "Identity"))
        self._more.setText(translate("Counter", "Show once …"))
        self._more.setAccessibleName(translate("Counter", "Show a private field once"))
        for wanted, action in self._actions.items():
            action.setText(texts.private_name(wanted))
        self.show_view(self._view)
        if self._private is not None:
            self.show_private(*self._private)

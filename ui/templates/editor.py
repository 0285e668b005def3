"""What a template is for and what it says, with the slots one key away and how it reads beneath."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.templates import LANGUAGES, SLOTS, USES, WriteTemplate, states_of
from desktop_app.domain.workflow import Command
from ui.language import translate
from ui.templates.words import language_word, slot_word, whose
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.vocabulary.words import command_word, state_word
from ui.widgets.fields import AnyField, ChoiceField, LineField, TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form, Said
from ui.widgets.wrapped_text import wrap

_LINES = 9
_ANY = ""


class Editor(QWidget):
    """Shows and returns a ``WriteTemplate``; ``edited`` tells that a person changed something."""

    edited = Signal()

    def __init__(self, names: Names, keeps: Sequence[str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._keeps = names, tuple(keeps)
        self._seen, self._showing = 0, False
        self._heading, self._reading = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "strong")
        self._reading.setObjectName("templates.reading")
        self._reading.setProperty("role", "card")
        self._reading.setMargin(SPACING.small)
        for label in (self._heading, self._reading):
            wrap(label)
        self._slots = QWidget(self)
        self._slot_row = FlowLayout(self._slots, SPACING.tight)
        self._slot_row.setContentsMargins(0, 0, 0, 0)
        self._buttons = {slot: self._slot_button(slot) for slot in SLOTS}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING.small)
        self._form = self._new_form()
        for part in (self._form, self._slots, self._heading, self._reading):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def retranslate(self) -> None:
        """Build the form in the language in force; what it holds stays."""
        held, old, writable = self.draft(), self._form, self._form.isEnabled()
        writing = next((name for name in held.__slots__ if _has_focus(old, name)), "")
        self._form = self._new_form()
        self._form.setEnabled(writable)
        self._column.replaceWidget(old, self._form)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.show_draft(held)
        self._form.take_problem_of(old)
        if writing:
            self._form.field(writing).editor.setFocus()
        for slot, button in self._buttons.items():
            button.setText(f"+ {slot_word(slot)}")
            button.setAccessibleName(translate("Templates", "Insert: {slot}").format(slot=slot_word(slot)))
            button.setToolTip(f"{{{slot}}}")

    def show_draft(self, draft: WriteTemplate) -> None:
        """Show a template, or what was being written."""
        self._showing, self._seen = True, draft.seen
        self._offer_whose(draft.unit)
        self._command.restore(draft.command)
        self._offer_states(draft.state)
        self._category.restore(draft.category or _ANY)
        self._language.restore(draft.language)
        self._title.restore(draft.title)
        self._text.restore(draft.text)
        self._form.clear_problems()
        self._showing = False

    def saved_as(self, version: int) -> None:
        """What stands in the form is this version now."""
        self._seen = version

    def draft(self) -> WriteTemplate:
        """Return what stands in the form."""
        return WriteTemplate(
            unit=self._unit.value() or None,
            command=self._command.value(),
            state=self._state.value() or None,
            language=self._language.value(),
            title=self._title.value(),
            text=self._text.value(),
            category=self._category.value() or None,
            seen=self._seen,
        )

    def set_writable(self, writable: bool) -> None:
        """Let the template be changed, or only be read."""
        self._form.setEnabled(writable)
        self._slots.setVisible(writable)

    def say(self, title: str, text: str) -> None:
        """Put other words in, as if they were written."""
        self._title.restore(title)
        self._text.restore(text)
        self._tell()

    def rehearse(self, heading: str, markup: str) -> None:
        """Show how the template reads."""
        self._heading.setText(heading)
        self._reading.setText(markup)
        self._reading.setAccessibleName(heading)

    def show_problem(self, field: str, said: Said) -> bool:
        """Say what is wrong beside a field; tell whether there is such a field."""
        return self._form.show_problem(field, said)

    def finish_composing(self) -> None:
        """End the word that is being composed, and take problems away."""
        self._form.finish_composing()
        self._form.clear_problems()

    def start(self) -> None:
        """Put the keyboard where writing begins."""
        self._title.editor.setFocus()

    def _new_form(self) -> Form:
        form = Form(self._fields(), self)
        form.edited.connect(self._tell)
        self._command.edited.connect(self._command_chosen)
        return form

    def _fields(self) -> list[AnyField]:
        self._unit = ChoiceField("unit", translate("Templates", "Whose"), ())
        self._command = ChoiceField(
            "command", translate("Templates", "For"), [(each.value, command_word(each)) for each in USES]
        )
        self._state = ChoiceField("state", translate("Templates", "While the report is"), ())
        every = (_ANY, translate("Templates", "Every field"))
        self._category = ChoiceField(
            "category",
            translate("Templates", "Field of reports"),
            [every, *self._names.categories(private=True)],
            _ANY,
        )
        self._language = ChoiceField(
            "language",
            translate("Templates", "Language"),
            [(each, language_word(each)) for each in LANGUAGES],
            LANGUAGES[0],
        )
        self._title = LineField("title", translate("Templates", "Name, by which it is found"))
        self._text = TextField(
            "text", translate("Templates", "Words; … standing alone is left for the official to fill"), _LINES
        )
        self._offer_whose(None)
        return [
            self._unit, self._command, self._state, self._category, self._language, self._title, self._text,
        ]  # fmt: skip

    def _offer_whose(self, unit: str | None) -> None:
        """Whose one writes, and whose this one is."""
        every = tuple(dict.fromkeys((*self._keeps, unit)))
        self._unit.offer([(each or _ANY, whose(each, self._names)) for each in every], unit or _ANY)

    def _offer_states(self, state: str | None) -> None:
        command = self._command.value()
        legal = states_of(Command(command)) if command else ()
        choices = [
            (_ANY, translate("Templates", "Any state")),
            *((one.value, state_word(one)) for one in legal),
        ]
        known = {code for code, _ in choices}
        self._state.offer(choices, state if state in known else _ANY)

    def _slot_button(self, slot: str) -> QPushButton:
        button = QPushButton(self._slots)
        button.setObjectName(f"templates.slot.{slot}")
        button.clicked.connect(partial(self._insert, slot))
        self._slot_row.addWidget(button)
        return button

    def _insert(self, slot: str, _checked: bool = False) -> None:
        self._text.editor.insertPlainText(f"{{{slot}}}")
        self._text.editor.setFocus()

    @Slot()
    def _command_chosen(self) -> None:
        """Another use has other states."""
        if not self._showing:
            self._offer_states(self._state.value() or None)

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()


def _has_focus(form: Form, name: str) -> bool:
    return name in form.values() and form.field(name).editor.hasFocus()

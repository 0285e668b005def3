"""The frame of a command's panel: what it asks, what is wrong, confirm and cancel.

A refused command leaves everything typed in place and says beside the field what is missing.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.payloads import Payload, PayloadInvalid
from desktop_app.domain.templates import Unfilled, require_filled
from desktop_app.domain.workflow import Command
from desktop_app.triage.templates import UnknownSlot
from ui.commands.template_field import TemplateField, select_open_place
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.vocabulary.words import command_word
from ui.widgets.fields import AnyField, Field, TextField
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.wording import Saying, saying


@dataclass(frozen=True, slots=True)
class Held:
    """What a panel holds of a person: the words, where they write, and what they were told."""

    form: Form
    values: Mapping[str, object]
    place: tuple[str, int] | None
    said_above: Saying | None


class CommandPanel(Translated, QFrame):
    """Asks for what one command must carry; subclasses build the payload from the fields' values."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, command: Command, fields: list[AnyField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.command = command
        self._filled: TextField | None = None
        self._said_above: Saying | None = None
        self.setObjectName(f"panel.{command.value}")
        self.setProperty("role", "card")
        self.setAccessibleName(command_word(command))
        self.form = Form(fields, self)
        self.notice = Notice(f"panel.{command.value}.notice", self)
        self.foot = FlowLayout()
        self._confirm = QPushButton(
            translate("Panel", "{command} (Ctrl+Enter)").format(command=self.confirm_word())
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        self._layout.setSpacing(SPACING.small)
        self._layout.addWidget(self._heading())
        self._layout.addWidget(self._scrolled(), 1)
        self._layout.addWidget(self.notice)
        self._add_buttons()

    @abstractmethod
    def payload(self, values: Mapping[str, object]) -> Payload:
        """Return what the command carries, from the fields' values."""

    def confirm_word(self) -> str:
        """Return the word on the button that carries the command out."""
        return command_word(self.command)

    def built(self) -> Payload:
        """Return the payload as the fields stand now, the word being composed included."""
        self.form.finish_composing()
        payload = self.payload(self.form.values())
        if self._filled is not None:
            require_filled(self._filled.name, self._filled.value())
        return payload

    def offer_templates(self, target: TextField, templates: TemplateField | None) -> None:
        """Let no place of ``target`` go out unfilled; say what is the matter with a template."""
        self._filled = target
        if templates is not None:
            templates.unusable.connect(self._say_unusable)
            templates.inserted.connect(self._stop_saying)

    def show_refusal(self, error: Exception) -> None:
        """Say why the command was not taken: beside the field where there is one, else above the buttons."""
        field = error.field if isinstance(error, PayloadInvalid) else ""
        told = saying(error)
        if not self.form.show_problem(field, told.title):
            self._say_above(told)
            return
        self._stop_saying()
        QTimer.singleShot(0, self._show_problem)
        if isinstance(error, Unfilled) and self._filled is not None:
            select_open_place(self._filled)

    def held(self) -> Held:
        """Return what the panel holds, for one that comes in its place."""
        return Held(self.form, self.form.values(), self.form.place(), self._said_above)

    def hold(self, held: Held) -> None:
        """Hold what another panel held (another language): the words, where one writes, what was refused."""
        self.form.restore(held.values)
        self.form.take_problem_of(held.form)
        if held.said_above is not None:
            self._say_above(held.said_above)
        self.form.go_to(*held.place or ("", 0))

    def retranslate(self) -> None:
        """Say in the language in force why the command was not taken; a panel made anew says the rest."""
        if self._said_above is not None:
            self._say_above(self._said_above)

    def _say_above(self, told: Saying) -> None:
        self._said_above = told
        wording = told.now()
        self.notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    @Slot()
    def _stop_saying(self) -> None:
        self._said_above = None
        self.notice.clear()

    @Slot()
    def _show_problem(self) -> None:
        """Bring the sentence beside the field into view, once it has its place."""
        for field in filter(Field.problem, self.findChildren(Field)):
            self._scroll.ensureWidgetVisible(field, 0, SPACING.small)

    @Slot(object)
    def _say_unusable(self, error: UnknownSlot) -> None:
        self._say_above(saying(error))

    def insert(self, widget: QWidget) -> None:
        """Put something to read between the heading and the form."""
        self._column.insertWidget(0, widget)

    def start(self) -> None:
        """Put the cursor where writing begins: a line for templates over it is a step back."""
        if self._filled is not None and isinstance(self.form.first(), TemplateField):
            self._filled.editor.setFocus()
        else:
            self.form.focus_first()

    def close_down(self) -> None:
        """Save what should outlive the panel; called before it goes for whatever reason."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _scrolled(self) -> FittingScroll:
        """The form and what is read with it: where room is short they scroll; heading and buttons stay."""
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING.small)
        self._column.addWidget(self.form)
        scroll = FittingScroll(f"panel.{self.command.value}.scroll", self)
        scroll.show_page(page)
        self._scroll = scroll
        return scroll

    def _heading(self) -> QLabel:
        heading = QLabel(command_word(self.command), self)
        heading.setProperty("role", "strong")
        return heading

    def _add_buttons(self) -> None:
        cancel = QPushButton(translate("Panel", "Cancel (Esc)"), self)
        cancel.setObjectName(f"panel.{self.command.value}.cancel")
        cancel.setAccessibleName(translate("Panel", "Cancel"))
        cancel.clicked.connect(self.cancelled)
        self._confirm.setObjectName(f"panel.{self.command.value}.confirm")
        self._confirm.setAccessibleName(
            translate("Panel", "Confirm: {command}").format(command=self.confirm_word())
        )
        self._confirm.setProperty("kind", "primary")
        self._confirm.clicked.connect(self.confirmed)
        self.foot.addWidget(self._confirm)
        self.foot.addWidget(cancel)
        self._layout.addLayout(self.foot)


def text(values: Mapping[str, object], name: str) -> str:
    """Return a field's value as the text it is."""
    return cast("str", values.get(name, ""))

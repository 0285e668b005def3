"""A section of the page: a heading, what is arranged now line by line, and the form for something new."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.matters import MatterCommand, Payload
from desktop_app.domain.payloads import PayloadInvalid
from ui.language import translate
from ui.theme import SPACING
from ui.widgets.fields import AnyField
from ui.widgets.form import Form
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.session import Session
    from ui.tasks import Tasks
    from ui.vocabulary.names import Names


@dataclass(frozen=True, slots=True)
class Desk:
    """What a section works with."""

    session: Session
    names: Names
    clock: Clock
    tasks: Tasks


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of a line: its word, and what it asks of the centre."""

    word: str
    command: MatterCommand
    payload: Payload


@dataclass(frozen=True, slots=True)
class Line:
    """One thing arranged: its id, its words, and what this person may do about it."""

    id: str
    words: str
    deeds: tuple[Deed, ...] = ()


class Arrangement(QFrame):
    """Subclasses tell heading, lines, fields, and what the form asks for."""

    arranged = Signal(str, object)
    """The centre took something: the id of what it concerns, and the payload."""

    def __init__(self, name: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"arranging.{name}")
        self.setProperty("role", "card")
        self._name, self._desk = name, desk
        self._heading, self._empty = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        self._empty.setProperty("role", "muted")
        self._lines = QVBoxLayout()
        self._notice = Notice(f"arranging.{name}.notice", self)
        self._form: Form | None = None
        self._send = QPushButton(self)
        self._send.setObjectName(f"arranging.{name}.send")
        self._send.clicked.connect(self.ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.wide)
        self._column.setSpacing(SPACING.small)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._empty)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._notice)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._send)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)

    @abstractmethod
    def heading(self) -> str:
        """Return what the section is called."""

    @abstractmethod
    def nothing(self) -> str:
        """Return what is said while nothing is arranged."""

    @abstractmethod
    def lines(self) -> list[Line]:
        """Return what is arranged now."""

    @abstractmethod
    def fields(self) -> Sequence[AnyField]:
        """Return fresh fields for something new; none where this person arranges nothing here."""

    @abstractmethod
    def wanted(self, values: dict[str, object]) -> tuple[MatterCommand, Payload]:
        """Return what the form asks for; raise ``PayloadInvalid``."""

    @abstractmethod
    def send_word(self) -> str:
        """Return the word of the form's button."""

    def show_all(self) -> None:
        """Say everything anew; what was typed stays."""
        self._heading.setText(self.heading())
        self.setAccessibleName(self.heading())
        self._send.setText(self.send_word())
        self._send.setAccessibleName(self.send_word())
        self.show_lines()
        before = self._form
        self._build_form()
        if self._form is not None and before is not None:
            self._form.restore(before.values())
            self._form.take_problem_of(before)

    def show_lines(self) -> None:
        """Show what is arranged now."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        told = self.lines()
        for line in told:
            self._lines.addWidget(self._row(line))
        self._empty.setText(self.nothing())
        self._empty.setVisible(not told)

    @Slot()
    def ask(self) -> None:
        """Ask the centre for what the form says."""
        if self._form is None:
            return
        self._form.finish_composing()
        self._form.clear_problems()
        try:
            command, payload = self.wanted(self._form.values())
        except PayloadInvalid as error:
            self._refuse(error)
            return
        self._carry_out(command, payload, None)

    def _build_form(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.setParent(None)
            self._form.deleteLater()
        fields = self.fields()
        self._form = Form(fields, self) if fields else None
        self._send.setVisible(bool(fields))
        if self._form is not None:
            self._column.insertWidget(self._column.count() - 1, self._form)

    def _row(self, line: Line) -> QWidget:
        row = QWidget(self)
        label = QLabel(line.words, row)
        wrap(label)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 1)
        for deed in line.deeds:
            button = QPushButton(deed.word, row)
            button.setObjectName(f"arranging.{self._name}.{deed.command.value}")
            button.setAccessibleName(f"{deed.word}: {line.words}")
            button.clicked.connect(partial(self._carry_out, deed.command, deed.payload, line.id))
            layout.addWidget(button)
        return row

    def _carry_out(
        self, command: MatterCommand, payload: Payload, entity_id: str | None, _checked: bool = False
    ) -> None:
        arranging = self._desk.session.arranging
        if arranging is None:
            return
        self._send.setEnabled(False)
        self._notice.say(Tone.NEUTRAL, translate("Arranging", "Asking the centre …"))
        work: Callable[[], str] = partial(arranging.send, command, payload, entity_id)
        self._desk.tasks.run(work, partial(self._done, payload), self._refuse)

    def _done(self, payload: Payload, concerned: str) -> None:
        self._send.setEnabled(True)
        self._notice.say(Tone.GOOD, translate("Arranging", "The centre has it; everybody concerned is told."))
        if self._form is not None:
            self._build_form()
        self.arranged.emit(concerned, payload)

    def _refuse(self, error: Exception) -> None:
        self._send.setEnabled(True)
        told, field = saying(error), getattr(error, "field", None)
        if self._form is not None and field and self._form.show_problem(field, told.title):
            self._notice.clear()
        else:
            wording = told.now()
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

"""The buttons of a round: what can be done with the answer shown, and the way to the summary and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.language import translate
from ui.widgets.side_page import say


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a round stands, as far as its buttons depend on it."""

    reading: bool
    """An answer is on the screen."""

    summing_up: bool
    writing: bool
    """The reason why an answer goes back is being written: its panel has buttons of its own."""

    was_read: bool
    number: int
    """Which answer of the round it is, counted from 1."""

    decided: bool
    """Something was decided already."""


class ActionBar(QWidget):
    """Tells what was pressed; shows what ``Standing`` leaves to do."""

    approve_asked = Signal()
    send_back_asked = Signal()
    later_asked = Signal()
    before_asked = Signal()
    finish_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._approve = self._button("approve", self.approve_asked)
        self._approve.setProperty("kind", "primary")
        self._back_to_unit = self._button("sendBack", self.send_back_asked)
        self._later = self._button("later", self.later_asked)
        self._before = self._button("before", self.before_asked)
        self._finish = self._button("finish", self.finish_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._approve, self._back_to_unit, self._later, self._before):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._finish)

    def _button(self, name: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"approvals.{name}")
        button.clicked.connect(asked)
        return button

    def show_for(self, standing: Standing) -> None:
        """Show the buttons that have something to do, in the language in force."""
        reading = standing.reading
        self.setVisible(not standing.writing and (reading or standing.summing_up))
        for button in (self._approve, self._back_to_unit, self._later):
            button.setVisible(reading)
        self._finish.setVisible(reading and standing.decided)
        self._before.setVisible(standing.number > 1 or not reading)
        approve = translate("Approvals", "Approve (Ctrl+Enter)")
        if not standing.was_read:
            approve = translate("Approvals", "Read on (Ctrl+Enter)")
        say(self._approve, approve)
        say(self._back_to_unit, translate("Approvals", "Send back (Alt+1)"))
        say(self._later, translate("Approvals", "Later (Alt+2)"))
        say(self._before, translate("Approvals", "Answer before (Alt+←)"))
        say(self._finish, translate("Approvals", "To the summary (Alt+Enter)"))

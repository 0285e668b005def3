"""The section on this terminal's journal: which epoch it is in, and a new one by a supervisor's card.

A journal that was lost or rolled back cannot go on under its old numbers. What the centre has stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.language import translate
from ui.settings.section import Section
from ui.sign_in.officer_entry import OfficerEntry
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.side_page import say
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LONGEST_REASON = 200


class EpochSection(Section):
    """Folded until somebody asks for it: it is needed once in the life of a computer, if ever."""

    unfolded = Signal()
    """There is more to see now."""

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("epoch", parent)
        self._core = core
        self._present, self._begin = QLabel(self), QPushButton(self)
        self._present.setObjectName("settings.epoch.present")
        wrap(self._present)
        self._begin.setObjectName("settings.epoch.begin")
        self._begin.clicked.connect(self.unfold)
        self._present_label = self.add_row(self._present)
        self._begin_label = self.add_row(self._begin)
        self._outcome = Notice("settings.epoch.outcome", self)
        self._form, self._hint, self._reason = QWidget(self), QLabel(self), QLineEdit(self)
        wrap(self._hint)
        self._reason.setObjectName("settings.epoch.reason")
        self._reason.setMaxLength(_LONGEST_REASON)
        self._reason.textChanged.connect(self._look)
        self._entry = OfficerEntry("settings.epoch", core, tasks, self._carry_out, self._form)
        self._entry.acted.connect(self._begun)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACING.small)
        for part in (self._hint, self._reason, self._entry):
            form.addWidget(part)
        self._form.hide()
        self.add_wide(self._form)
        self.add_wide(self._outcome)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the epoch of now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the epoch of now."""
        enrolment = self._core.enrolment
        self._begin.setEnabled(enrolment is not None)
        self._present.setText(self._words(enrolment.epoch) if enrolment else "–")

    def _words(self, epoch: int) -> str:
        workplace = self._core.workplace
        fault = workplace.journal_fault if workplace else None
        if fault is None:
            return str(epoch)
        return translate("Settings", "{epoch}: the end of the journal does not hold").format(epoch=epoch)

    @Slot()
    def unfold(self) -> None:
        """Ask for the reason and the supervisor's card; a second press folds it away."""
        folded = self._form.isHidden()
        self._form.setVisible(folded)
        self._outcome.clear()
        self._entry.forget()
        self._reason.clear()
        self._look()
        if folded:
            self._reason.setFocus()
            self.unfolded.emit()

    @Slot()
    def _look(self) -> None:
        """Nothing is signed without a reason."""
        self._entry.enable(on=bool(self._reason.text().strip()))

    def _carry_out(self, reader: str, pin: bytearray) -> object:
        from desktop_app.ceremonies import new_epoch

        return new_epoch.carry_out(self._core, reader, pin, self._said)

    @property
    def _said(self) -> str:
        return self._reason.text().strip()

    @Slot(object)
    def _begun(self, _enrolment: object) -> None:
        self._form.hide()
        self.refresh()
        told = translate("Settings", "The journal goes on in a new epoch. The day is marked at the centre.")
        self._outcome.say(Tone.GOOD, told)

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Journal of this terminal"))
        self._present_label.setText(translate("Settings", "Epoch"))
        self._begin_label.setText(translate("Settings", "Journal lost or damaged"))
        say(self._begin, translate("Settings", "Begin a new epoch…"))
        self._hint.setText(
            translate(
                "Settings",
                "For a terminal whose journal was lost or taken back from an old copy. What the centre has "
                "stays; the new rows follow its last one. A supervisor signs, and the reason is recorded.",
            )
        )
        reason = translate("Settings", "Reason, as it shall stand in the record")
        self._reason.setPlaceholderText(reason)
        self._reason.setAccessibleName(reason)
        self._entry.ask(
            translate("Settings", "Supervisor's PIN (card in the slot)"),
            translate("Settings", "Sign and begin"),
        )
        self.refresh()

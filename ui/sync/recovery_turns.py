"""Two site admins at the person's only reader: whose card is next, its PIN, and at the end the person's own.

Nothing else of the program can be used meanwhile; closing the window before the own card is back locks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop_app.ceremonies.recovery_turns import RecoveryTurns
from ui.language import Translated, translate
from ui.sign_in.officer_entry import OfficerEntry
from ui.theme import SPACING, beside_text
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LOOK_MS = 5_000
_WIDTH = 520


class RecoveryTurnsDialog(Translated, QDialog):
    """Lends the reader when it is made; ``brought_back`` carries how many items are back."""

    brought_back = Signal(int)

    def __init__(self, core: Core, tasks: Tasks, sealed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sync.turns")
        self.setModal(True)
        self.setMinimumWidth(beside_text(_WIDTH))
        self._tasks = tasks
        self.turns = RecoveryTurns(core, sealed)
        self._back: int | None = None
        self._heading, self._step, self._time = QLabel(self), QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        self._step.setObjectName("sync.turns.step")
        self._time.setObjectName("sync.turns.time")
        self._time.setProperty("role", "caution")
        for label in (self._heading, self._step, self._time):
            wrap(label)
        self._entry = OfficerEntry("sync.turns", core, tasks, self._act, self)
        self._entry.acted.connect(self._acted)
        self._outcome = Notice("sync.turns.outcome", self)
        self._outcome.asked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACING.normal)
        for part in (self._heading, self._step, self._time, self._entry, self._outcome):
            layout.addWidget(part)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._say)
        self._look.start()
        self.destroyed.connect(self.turns.close)
        self.retranslate()

    def _act(self, _reader: str, pin: bytearray) -> None:
        """An admin's signature, or the person's own card: by turns, off the main thread."""
        if self.turns.is_approved:
            self.turns.take_back(pin)
        else:
            self.turns.approve(pin)

    @Slot(object)
    def _acted(self, _nothing: object) -> None:
        if not self.turns.minutes_left:  # the own card ended the loan
            self._look.stop()
            self.accept()
            return
        self._entry.forget()
        self._entry.take_focus()
        self._say()
        if self.turns.is_approved:
            self._open()

    @Slot()
    def _open(self) -> None:
        """Have the centre open it; the person's card may come back meanwhile."""
        self._outcome.say(Tone.NEUTRAL, translate("Recovery", "The centre is asked to open it…"))
        self._tasks.run(self.turns.bring_back, self._opened, self._refused)

    @Slot(object)
    def _opened(self, items: int) -> None:
        self._back = items
        told = translate("Recovery", "Brought back: {count}. It waits for your decision; nothing was sent.")
        self._outcome.say(Tone.GOOD, told.format(count=items))
        self.brought_back.emit(items)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        words = sentence(error)
        self._outcome.say(
            Tone.DANGER, words.title, words.what_to_do, translate("Recovery", "Ask the centre again")
        )

    def reject(self) -> None:
        """Closed before the own card is back: the desk locks, unless that card never left."""
        self._look.stop()
        super().reject()
        self.turns.give_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same by the window's own cross."""
        super().closeEvent(event)
        self.turns.give_up()

    # --- showing ------------------------------------------------------------------------------------

    @Slot()
    def _say(self) -> None:
        left = self.turns.minutes_left
        told = translate("Recovery", "Your reader is lent for {minutes} minutes more; then the desk locks.")
        self._time.setText(told.format(minutes=left))
        if self.turns.is_approved:
            self._step.setText(translate("Recovery", "3 of 3: your own card again, and its PIN."))
            self._entry.ask(
                translate("Recovery", "Your own PIN"), translate("Recovery", "Take the reader back")
            )
            return
        step = translate(
            "Recovery",
            "{number} of 3: take the card in the reader out, put a site admin's in, and let them type its "
            "PIN.",
        )
        self._step.setText(step.format(number=len(self.turns.approvals) + 1))
        self._entry.ask(
            translate("Recovery", "Site admin's PIN (card in this reader)"), translate("Recovery", "Sign")
        )

    def retranslate(self) -> None:
        """Set the texts."""
        title = translate("Recovery", "Two site admins at this reader")
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._say()

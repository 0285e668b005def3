"""An officer's word by card and PIN for an act that takes no more than that; the PIN goes nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.sign_in.card_entry import CardEntry

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.tasks import Tasks

Act = Callable[[str, bytearray], object]
"""What is done with the reader's name and the PIN, off the main thread; it wipes the PIN."""


class OfficerEntry(CardEntry):
    """``acted`` carries what the act returned; a refusal is said here, and the next try is the person's."""

    acted = Signal(object)

    def __init__(self, name: str, core: Core, tasks: Tasks, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(name, core, parent, cancellable=False)
        self._tasks, self._act = tasks, act
        self.confirmed.connect(self._do)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _do(self) -> None:
        held = self.begin()
        if held is not None:
            act, (reader, pin) = self._act, held
            self._tasks.run(lambda: act(reader, pin), self._done, self.refuse)

    @Slot(object)
    def _done(self, result: object) -> None:
        self.enable(on=True)
        self.acted.emit(result)

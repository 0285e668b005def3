"""An officer's card and PIN for one act: field, button, one notice.

Used wherever somebody must agree who is not the person signed in: their card lies in a slot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cardio.readers import Condition
from ui.language import Translated, translate
from ui.sign_in.pin_field import PinField
from ui.sign_in.stage import staff_readers
from ui.sign_in.texts import letters
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.wording import Wording, sentence

if TYPE_CHECKING:
    from desktop_app.core import Core

Words = Callable[[], Wording]


class CardEntry(Translated, QWidget):
    """Its owner hears ``confirmed``, may say what it ``lacks``, and ``begin``s; ``refuse`` ends in vain.

    Its parts are named after it: ``NAME.pin``, ``NAME.submit``, ``NAME.cancel``, ``NAME.notice``.
    """

    confirmed = Signal()
    """The person pressed Enter or the button over a PIN; nothing was taken yet."""
    cancelled = Signal()
    told = Signal()
    """The notice came, went or changed: there may be more or less to show."""

    def __init__(
        self, name: str, core: Core, parent: QWidget | None = None, *, cancellable: bool = True
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._problem: Exception | Words | None = None
        self.pin, self.notice = PinField(self), Notice(f"{name}.notice", self)
        self.pin.setObjectName(f"{name}.pin")
        self.pin.entered.connect(self._confirm)
        self.pin.letter_refused.connect(self._refuse_letter)
        self.submit, self._cancel = QPushButton(self), QPushButton(self)
        self.submit.setObjectName(f"{name}.submit")
        self.submit.setProperty("kind", "primary")
        self.submit.clicked.connect(self._confirm)
        self._cancel.setObjectName(f"{name}.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.setVisible(cancellable)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.pin, 1)
        row.addWidget(self.submit)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.normal)
        layout.addWidget(self.notice)
        layout.addWidget(self._row)

    def ask(self, pin: str, submit: str) -> None:
        """Name whose PIN it is and what the button does, in the language in force."""
        self.pin.setPlaceholderText(pin)
        self.pin.setAccessibleName(pin)
        self.submit.setText(submit)
        self.submit.setAccessibleName(submit)

    def forget(self) -> None:
        """Wait for a PIN anew: nothing was typed, and nothing went wrong."""
        self.pin.clear()
        self._row.show()
        self.enable(on=True)
        self._tell(None)

    def begin(self) -> tuple[str, bytearray] | None:
        """Return reader and PIN (the receiver wipes it) and take no more; None, told, where no card is."""
        reader = officer_reader(self._core)
        if reader is None:
            self.lack(_no_card)
            return None
        self.enable(on=False)
        self._tell(None)
        return reader, self.pin.take()

    def lack(self, words: Words) -> None:
        """Say what is missing; the PIN stays typed."""
        self._tell(words)

    @Slot(object)
    def refuse(self, error: Exception) -> None:
        """Say why it was in vain, and wait for the PIN again."""
        self.enable(on=True)
        self._tell(error)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def conclude(self) -> None:
        """Ask for nothing more; the notice is its owner's."""
        self._row.hide()

    @Slot()
    def _confirm(self) -> None:
        if self.pin.text() and self.submit.isEnabled():
            self.confirmed.emit()

    @Slot()
    def _refuse_letter(self) -> None:
        self._tell(_plain_pin)

    def enable(self, *, on: bool) -> None:
        """Take a PIN, or none."""
        self.pin.setEnabled(on)
        self.submit.setEnabled(on)

    def _tell(self, problem: Exception | Words | None) -> None:
        self._problem = problem
        if problem is None:
            self.notice.clear()
        elif isinstance(problem, Exception):
            words = sentence(problem)
            self.notice.say(Tone.DANGER, words.title, words.what_to_do)
        else:
            words = problem()
            self.notice.say(Tone.CAUTION, words.title, words.what_to_do)
        self.told.emit()

    def retranslate(self) -> None:
        """Say again what was told; whose PIN it is, the owner says."""
        cancel = translate("CardEntry", "Cancel")
        self._cancel.setText(cancel)
        self._cancel.setAccessibleName(cancel)
        if self._problem is not None:
            self._tell(self._problem)


def officer_reader(core: Core) -> str | None:
    """Return the reader with a slot that holds an officer's card: never the one that people tap at.

    While somebody is signed in, another reader than theirs comes first.
    """
    readers = staff_readers(core.readers.readers(), core.settings.reader_roles)
    held = [one.name for one in readers if one.condition is Condition.CARD and not one.contactless]
    own = core.session.reader if core.session else None
    return next((name for name in held if name != own), next(iter(held), None))


def _no_card() -> Wording:
    return Wording(
        translate("CardEntry", "Put your card into a reader with a slot first."),
        translate("CardEntry", "Over the air a card takes no PIN."),
    )


def _plain_pin() -> Wording:
    return letters(taken=False)

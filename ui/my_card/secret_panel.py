"""Changing the PIN, or unblocking it by the PUK, in place: what is known, the new PIN, the new PIN again.

The card is asked once per press of the button and never by itself; what was typed is wiped.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ceremonies import my_card
from ui.language import Translated, translate
from ui.sign_in.pin_field import PinField
from ui.sign_in.texts import letters
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.tasks import Tasks

_FIELD_WIDTH = 180


class Outcome(StrEnum):
    """What came of an entry, apart from the card's refusals."""

    DONE = "done"
    NOT_ALIKE = "not_alike"
    LETTER = "letter"
    ON_READER = "on_reader"


class Errand(StrEnum):
    """What the panel is open for."""

    CHANGE = "change"
    UNBLOCK = "unblock"


_ACTS: Final[dict[Errand, Callable[[Core, str, bytearray, bytearray], None]]] = {
    Errand.CHANGE: my_card.change_pin,
    Errand.UNBLOCK: my_card.unblock,
}
_ON_PAD: Final[dict[Errand, Callable[[Core, str], None]]] = {
    Errand.CHANGE: my_card.change_pin_on_pad,
    Errand.UNBLOCK: my_card.unblock_on_pad,
}


class SecretPanel(Translated, QFrame):
    """``settled`` after the card has answered: the tries may have changed."""

    settled = Signal()

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("myCard.secret")
        self.setProperty("role", "card")
        self._core, self._tasks = core, tasks
        self._errand, self._reader, self._by_pad = Errand.CHANGE, "", False
        self._outcome: Outcome | Exception | None = None
        self._heading = QLabel(self)
        self._heading.setProperty("role", "strong")
        self._fields = tuple(PinField(self) for _ in range(3))
        self._labels = tuple(QLabel(self) for _ in range(3))
        self._notice = Notice("myCard.secret.notice", self)
        self._go, self._cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.retranslate()
        self.close_panel()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACING.wide)
        grid.setVerticalSpacing(SPACING.tight)
        names = ("known", "new", "repeat")
        for column, (name, label, field) in enumerate(zip(names, self._labels, self._fields, strict=True)):
            field.setObjectName(f"myCard.secret.{name}")
            field.setFixedWidth(_FIELD_WIDTH)
            field.letter_refused.connect(self._refuse_letter)
            field.entered.connect(self.submit)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        self._go.setObjectName("myCard.secret.submit")
        self._go.setProperty("kind", "primary")
        self._go.clicked.connect(self.submit)
        self._cancel.setObjectName("myCard.secret.cancel")
        self._cancel.clicked.connect(self.close_panel)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._cancel)
        buttons.addStretch()
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._heading)
        layout.addLayout(grid)
        layout.addWidget(self._notice)
        layout.addLayout(buttons)

    def open_for(self, errand: Errand, reader: str, *, by_pad: bool = False) -> None:
        """Ask for what ``errand`` needs on the card in ``reader``, here or on the reader's own keys."""
        self._errand, self._reader, self._by_pad = errand, reader, by_pad
        self._forget()
        for part in (*self._fields, *self._labels):
            part.setVisible(not by_pad)
        self._outcome = None
        self.retranslate()
        self._enable(on=True)
        self.show()
        (self._go if by_pad else self._fields[0]).setFocus()

    @Slot()
    def close_panel(self) -> None:
        """Forget what was typed and go away."""
        self._forget()
        self.hide()

    def _forget(self) -> None:
        for field in self._fields:
            field.clear()

    @Slot()
    def submit(self) -> None:
        """Send what was typed to the card, once; a new PIN that was not repeated alike is not sent."""
        if not self._go.isEnabled():
            return
        if self._by_pad:
            self._have_it_typed()
            return
        if not all(field.text() for field in self._fields):
            return
        known, new, again = (field.take() for field in self._fields)
        alike = new == again
        again[:] = bytes(len(again))
        if not alike:
            for secret in (known, new):
                secret[:] = bytes(len(secret))
            self._tell(Outcome.NOT_ALIKE)
            return
        self._enable(on=False)
        act, core, reader = _ACTS[self._errand], self._core, self._reader
        self._tasks.run(lambda: act(core, reader, known, new), self._done, self._refused)

    def _have_it_typed(self) -> None:
        """Have everything typed on the reader's keys, once."""
        self._enable(on=False)
        self._tell(Outcome.ON_READER)
        act, core, reader = _ON_PAD[self._errand], self._core, self._reader
        self._tasks.run(lambda: act(core, reader), self._done, self._refused)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        self._enable(on=True)
        self._tell(Outcome.DONE)
        self.settled.emit()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._enable(on=True)
        self._tell(error)
        self.settled.emit()

    @Slot()
    def _refuse_letter(self) -> None:
        self._tell(Outcome.LETTER)

    def _tell(self, outcome: Outcome | Exception) -> None:
        self._outcome = outcome
        self._say_outcome()
        if outcome is not Outcome.DONE and not self._by_pad:
            self._fields[0].setFocus()

    def _say_outcome(self) -> None:
        match self._outcome:
            case None if self._by_pad:
                self._notice.say(Tone.NEUTRAL, self._pad_order())
            case None:
                self._notice.clear()
            case Outcome.ON_READER:
                self._notice.say(
                    Tone.NEUTRAL, translate("MyCard", "Type on the reader now."), self._pad_order()
                )
            case Outcome.DONE:
                self._notice.say(Tone.GOOD, translate("MyCard", "The card has its new PIN."))
            case Outcome.NOT_ALIKE:
                text = translate(
                    "MyCard", "The new PIN was not repeated alike; nothing was sent to the card."
                )
                self._notice.say(Tone.CAUTION, text)
            case Outcome.LETTER:
                words = letters(taken=False)
                self._notice.say(Tone.CAUTION, words.title, words.what_to_do)
            case error:
                words = sentence(error)
                self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    def _pad_order(self) -> str:
        if self._errand is Errand.CHANGE:
            return translate(
                "MyCard", "On the reader's keys: the PIN until now, then the new PIN, then the new PIN again."
            )
        return translate("MyCard", "On the reader's keys: the PUK, then the new PIN, then the new PIN again.")

    def _enable(self, *, on: bool) -> None:
        for part in (*self._fields, self._go):
            part.setEnabled(on)

    def retranslate(self) -> None:
        """Set the texts of the errand at hand."""
        change = self._errand is Errand.CHANGE
        known = translate("MyCard", "PIN until now") if change else translate("MyCard", "PUK")
        texts = (
            known,
            translate("MyCard", "New PIN (6 to 8 characters)"),
            translate("MyCard", "New PIN again"),
        )
        for label, field, text in zip(self._labels, self._fields, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        title = translate("MyCard", "Change the PIN") if change else translate("MyCard", "Unblock by PUK")
        self._heading.setText(title)
        for button, text in ((self._go, title), (self._cancel, translate("MyCard", "Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._say_outcome()

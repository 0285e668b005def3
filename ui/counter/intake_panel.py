"""What the clerk enters: one field for everything that can be scanned, and a form for what cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardio.cccd.provenance import Source
from cardio.errors import CardError
from desktop_app.reception.intake import Entry, understand
from ui.counter import texts
from ui.counter.intake_field import IntakeField
from ui.counter.passport_form import PassportForm
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap


class IntakePanel(Translated, QFrame):
    """Emits ``entered`` with an ``Entry``; what cannot be right is named beneath the field."""

    entered = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._today = today
        self._refused: CardError | None = None
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "strong")
        self._hint.setProperty("role", "muted")
        self._field = IntakeField(self)
        self._field.setObjectName("counter.intake")
        self._field.entered.connect(self.take)
        self._submit = QPushButton(self)
        self._submit.setObjectName("counter.submit")
        self._submit.setProperty("kind", "primary")
        self._submit.clicked.connect(self._field.hand_over)
        self._notice = Notice("counter.intake.notice", self)
        self._by_hand = QPushButton(self)
        self._by_hand.setObjectName("counter.byHand")
        self._by_hand.setProperty("kind", "link")
        self._by_hand.clicked.connect(self._fold)
        self._passport = PassportForm(self)
        self._passport.entered.connect(self._taken)
        self._passport.refused.connect(self._refuse)
        self._passport.hide()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self._heading, self._hint):
            wrap(label)
        entry = QHBoxLayout()
        entry.setSpacing(SPACING.small)
        entry.addWidget(self._field, 1)
        entry.addWidget(self._submit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._heading)
        layout.addLayout(entry)
        for part in (self._notice, self._hint):
            layout.addWidget(part)
        layout.addWidget(self._by_hand, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._passport)

    @Slot(str, object)
    def take(self, text: str, source: Source) -> None:
        """Understand what was scanned or typed, or say which part of it is wrong."""
        try:
            entry = understand(text, source, self._today())
        except CardError as error:
            self._refuse(error)
        else:
            self._taken(entry)

    @Slot(object)
    def _taken(self, entry: Entry) -> None:
        self._refused = None
        self._notice.clear()
        self.entered.emit(entry)

    @Slot(object)
    def _refuse(self, error: CardError) -> None:
        self._refused = error
        words = texts.refusal(error)
        self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    @Slot()
    def _fold(self) -> None:
        shown = self._passport.isHidden()
        self._passport.setVisible(shown)
        if shown:
            self._passport.take_focus()

    def clear(self) -> None:
        """Empty everything that was entered."""
        self._refused = None
        self._notice.clear()
        self._field.setText("")  # unlike clear(), it leaves nothing to undo
        self._passport.clear()
        self._passport.hide()

    def take_focus(self) -> None:
        """Let the next scan land here."""
        self._field.setFocus()
        self._field.selectAll()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._heading.setText(translate("Counter", "Scan the code on the card, or type its 12 digits"))
        name = translate("Counter", "Code, number or lines of the document")
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(translate("Counter", "Scan or type"))
        self._submit.setText(translate("Counter", "Read"))
        self._submit.setAccessibleName(translate("Counter", "Read"))
        self._hint.setText(
            translate("Counter", "The lines with < at the foot of a card or passport are taken here as well.")
        )
        self._by_hand.setText(translate("Counter", "Enter a passport by hand"))
        self._by_hand.setAccessibleName(self._by_hand.text())
        if self._refused is not None:
            self._refuse(self._refused)

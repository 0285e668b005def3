"""The band over the counter while the clerk's reader is lent: how long still, and the PIN that ends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from ui.language import Translated, translate
from ui.sign_in.pin_field import PinField
from ui.theme import SPACING
from ui.widgets.role import set_role
from ui.widgets.wrapped_text import wrap
from ui.wording import sentence

_PIN_WIDTH = 160


class LendingPanel(Translated, QFrame):
    """``reopen`` receives the PIN, as an argument and never by a signal."""

    def __init__(self, reopen: Callable[[bytearray], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.lending")
        self.setProperty("role", "card")
        self._reopen = reopen
        self._minutes = 0
        self._problem: Exception | None = None
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setObjectName("counter.lending.heading")
        self._heading.setProperty("role", "caution")
        self._hint.setObjectName("counter.lending.hint")
        self._pin = PinField(self)
        self._pin.setObjectName("counter.lending.pin")
        self._pin.setFixedWidth(_PIN_WIDTH)
        self._pin.entered.connect(self._submit)
        self._button = QPushButton(self)
        self._button.setObjectName("counter.lending.submit")
        self._button.clicked.connect(self._submit)
        layout = QGridLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.small, SPACING.wide, SPACING.small)
        layout.setHorizontalSpacing(SPACING.small)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(0, 1)
        for row, label in enumerate((self._heading, self._hint)):
            wrap(label)
            layout.addWidget(label, row, 0)
        layout.addWidget(self._pin, 0, 1, 2, 1)
        layout.addWidget(self._button, 0, 2, 2, 1)
        self.hide()
        self.retranslate()

    def show_minutes(self, minutes: int) -> None:
        """Show how long the reader is lent still; 0 takes the band away, and what was typed."""
        self._minutes = minutes
        if not minutes:
            self._pin.clear()
            self._problem = None
            self._pin.setEnabled(True)
            self._button.setEnabled(True)
        self.setVisible(bool(minutes))
        self.retranslate()

    def wait(self) -> None:
        """The card is being asked: nothing more is taken meanwhile."""
        self._problem = None
        self._pin.setEnabled(False)
        self._button.setEnabled(False)
        self.retranslate()

    def refuse(self, error: Exception) -> None:
        """Say why the desk does not open again, and let the clerk try once more."""
        self._problem = error
        self._pin.setEnabled(True)
        self._button.setEnabled(True)
        self.retranslate()

    @Slot()
    def _submit(self) -> None:
        if self._pin.text():
            self._reopen(self._pin.take())

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        heading = translate(
            "Counter", "Your reader is lent to the citizen, for {minutes} minutes more. Only intake works."
        )
        self._heading.setText(heading.format(minutes=self._minutes))
        if self._problem is None:
            hint = translate("Counter", "To go on with anything else, put your card in and type its PIN.")
        else:
            hint = str(sentence(self._problem))
        set_role(self._hint, "dense" if self._problem is None else "error")
        self._hint.setText(hint)
        self._pin.setAccessibleName(translate("Counter", "Your PIN"))
        self._pin.setPlaceholderText(translate("Counter", "Your PIN"))
        self._button.setText(translate("Counter", "Take it back"))
        self._button.setAccessibleName(translate("Counter", "Take it back"))

"""Number, birth and expiry of a document, for one whose lines cannot be scanned."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cardio.errors import CardError
from desktop_app.reception.intake import from_document, typed_day
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.plain_line import PlainLine

_NAMES = ("number", "birth", "expiry")


class PassportForm(Translated, QWidget):
    """Emits ``entered`` with an ``Entry``, or ``refused`` with the ``CardError`` that names the field."""

    entered = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {name: QLabel(self) for name in _NAMES}
        self._fields = {name: PlainLine(self) for name in _NAMES}
        self._submit = QPushButton(self)
        self._submit.setObjectName("counter.passport.submit")
        self._submit.clicked.connect(self._hand_over)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACING.small)
        layout.setVerticalSpacing(SPACING.tight)
        places = {"number": (0, 0, 2), "birth": (2, 0, 1), "expiry": (2, 1, 1)}
        for name, (row, column, span) in places.items():
            label, field = self._labels[name], self._fields[name]
            label.setProperty("role", "dense")
            label.setBuddy(field)
            field.setObjectName(f"counter.passport.{name}")
            field.setMinimumWidth(0)
            field.returnPressed.connect(self._hand_over)
            layout.addWidget(label, row, column, 1, span)
            layout.addWidget(field, row + 1, column, 1, span)
        layout.addWidget(self._submit, 4, 0, 1, 2)
        self.retranslate()

    @Slot()
    def _hand_over(self) -> None:
        number, birth, expiry = (self._fields[name].text() for name in _NAMES)
        try:
            entry = from_document(number, typed_day(birth, "birth"), typed_day(expiry, "expiry"))
        except CardError as error:
            self.refused.emit(error)
        else:
            self.entered.emit(entry)

    def clear(self) -> None:
        """Empty the fields."""
        for field in self._fields.values():
            field.setText("")  # unlike clear(), it leaves nothing to undo

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self._fields["number"].setFocus()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        texts = {
            "number": translate("Counter", "Document number"),
            "birth": translate("Counter", "Date of birth"),
            "expiry": translate("Counter", "Valid until"),
        }
        for name, text in texts.items():
            self._labels[name].setText(text)
            self._fields[name].setAccessibleName(text)
        for name in ("birth", "expiry"):
            self._fields[name].setPlaceholderText(translate("Counter", "dd/mm/yyyy"))
        self._submit.setText(translate("Counter", "Read the document"))
        self._submit.setAccessibleName(translate("Counter", "Read the document"))

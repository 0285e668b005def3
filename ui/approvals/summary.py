"""The summary of a round: every decision in its line, the capacity, and the one PIN that signs them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.approvals.round import Decided, Verdict
from ui.approvals.texts import capacities, counts, sign_word, verdict_word
from ui.language import Translated, translate
from ui.sign_in.pin_field import PinField
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.two_lines import TwoLines, row_height

_FRAME = 2


class Summary(Translated, QWidget):
    """``confirmed`` when all is to be carried out; the PIN is taken once, by ``take_pin``."""

    confirmed = Signal()
    letter_refused = Signal()
    pin_missed = Signal()
    """All was to be carried out, and no PIN was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decided: Sequence[Decided] = ()
        self._pad = False
        self._counts, self._list = QLabel(self), QListWidget(self)
        self._counts.setObjectName("approvals.counts")
        self._counts.setProperty("role", "heading")
        self._list.setObjectName("approvals.list")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setProperty("role", "boxed")
        self._list.setItemDelegate(TwoLines(self._list))
        self._signing = QWidget(self)
        self._label, self._capacity = QLabel(self._signing), ChoiceBox(self._signing)
        self._pin = PinField(self)
        self._capacity.setObjectName("approvals.capacity")
        self._capacity.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self._pin.setObjectName("approvals.pin")
        self._pin.entered.connect(self.confirm)
        self._pin.letter_refused.connect(self.letter_refused)
        self._sign = QPushButton(self)
        self._sign.setObjectName("approvals.sign")
        self._sign.setProperty("kind", "primary")
        self._sign.clicked.connect(self.confirm)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._label.setBuddy(self._capacity)
        signing = QHBoxLayout(self._signing)
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(SPACING.small)
        for part in (self._label, self._capacity):
            signing.addWidget(part)
        row = FlowLayout(gap=SPACING.small)
        for whole in (self._signing, self._pin, self._sign):
            row.addWidget(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.normal)
        layout.addWidget(self._counts)
        layout.addWidget(self._list, 100)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_decided(self, decided: Sequence[Decided]) -> None:
        """Show what will happen; without an approval no PIN is asked for."""
        self._decided = decided
        self.retranslate()

    def show_pad(self, *, on: bool) -> None:
        """The PIN is typed on the keys of the reader, or here."""
        self._pad = on
        self.retranslate()

    def hold(self, *, on: bool) -> None:
        """Take nothing in while the card signs."""
        for part in (self._capacity, self._pin, self._sign):
            part.setEnabled(not on)
        if not on:
            self.take_focus()

    @property
    def capacity(self) -> str:
        """In which capacity the leader signs."""
        return str(self._capacity.currentData() or "")

    def take_pin(self) -> bytearray:
        """Return the PIN, to be wiped by the receiver."""
        return self._pin.take()

    def forget(self) -> None:
        """Leave no digit behind."""
        self._pin.clear()

    def take_focus(self) -> None:
        """Put the keyboard where the next thing is typed or pressed."""
        (self._pin if self._pin.isVisibleTo(self) else self._sign).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def confirm(self) -> None:
        """Carry it all out, once there is a PIN where one is needed."""
        if not self._sign.isEnabled():
            return
        if self._pin.isVisibleTo(self) and not self._pin.text():
            self._pin.setFocus()
            self.pin_missed.emit()
            return
        self.confirmed.emit()

    def retranslate(self) -> None:
        """Say everything again."""
        chosen = self._capacity.currentIndex()
        self._capacity.clear()
        for value, word in capacities():
            self._capacity.addItem(word, value)
        self._capacity.setCurrentIndex(max(0, chosen))
        approved = sum(each.verdict is Verdict.APPROVE for each in self._decided)
        back = sum(each.verdict is Verdict.SEND_BACK for each in self._decided)
        self._signing.setVisible(bool(approved))
        self._pin.setVisible(bool(approved) and not self._pad)
        self._sign.setVisible(bool(approved or back))
        self._label.setText(translate("Signing", "I sign"))
        self._capacity.setAccessibleName(self._label.text())
        self._pin.setPlaceholderText(translate("Approvals", "PIN of your card"))
        self._pin.setAccessibleName(self._pin.placeholderText())
        hint = self._pin.fontMetrics().horizontalAdvance(self._pin.placeholderText())
        self._pin.setMinimumWidth(hint + 2 * SPACING.wide)
        self._sign.setText(sign_word(approved, back))
        self._sign.setAccessibleName(self._sign.text())
        self._counts.setText(counts(self._decided))
        self._list.clear()
        self._list.addItems(
            [f"{each.report.code} · {each.report.title}\n{verdict_word(each)}" for each in self._decided]
        )
        self._list.setMaximumHeight(max(1, self._list.count()) * row_height() + _FRAME)
        self._list.setAccessibleName(translate("Approvals", "What will happen"))

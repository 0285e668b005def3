"""*My card*: reads the card in a reader, shows its certificates and tries, has it sign, changes its PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from cardio import events
from cardio.piv import Slot as KeySlot
from cardio.readers import Condition
from desktop_app.ceremonies.my_card import MyCard, TestSignature, read_my_card, sign_test
from ui.language import translate
from ui.my_card import texts
from ui.my_card.issuer_card import IssuerCard
from ui.my_card.secret_panel import Errand, SecretPanel
from ui.my_card.slot_card import SlotCard
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.notice import Notice
from ui.widgets.role import set_role
from ui.widgets.side_page import SidePage, say
from ui.widgets.state_pane import StatePane
from ui.widgets.tone import Tone
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_COLUMNS = 2
_LAST_ROW = 1 + len(KeySlot) // _COLUMNS
_SETTLE_MS = 300


class MyCardPage(SidePage):
    """One card at a time: the one of the reader that is chosen."""

    guide_page: ClassVar[str] = "45-cards"

    def __init__(self, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("myCard", parent)
        self._core, self._tasks = core, tasks
        self._card: MyCard | None = None
        self._signed: TestSignature | None = None
        self._awaited = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.refresh)
        self._build(tasks)
        bridge.card_event.connect(self._card_event)
        self.retranslate()

    def _build(self, tasks: Tasks) -> None:
        self._choice = ChoiceBox(self)
        self._choice.setObjectName("myCard.reader")
        self._choice.activated.connect(self.refresh)
        self._holder, self._tries = QLabel(self), QLabel(self)
        self._holder.setObjectName("myCard.holder")
        self._holder.setProperty("role", "heading")
        self._tries.setObjectName("myCard.tries")
        self._tries.setWordWrap(True)
        self._sign = self.add_action("sign")
        self._change = self.add_action("change")
        self._unblock = self.add_action("unblock")
        self._sign.clicked.connect(self.sign)
        self._change.clicked.connect(self._open_change)
        self._unblock.clicked.connect(self._open_unblock)
        self._notice = Notice("myCard.notice", self)
        self._secret = SecretPanel(self._core, tasks, self)
        self._secret.settled.connect(self.refresh)
        self._empty = StatePane("myCard.state", self)
        self._slots = QWidget(self)
        self._grid = QGridLayout(self._slots)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACING.normal)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        head = QHBoxLayout()
        head.setSpacing(SPACING.wide)
        head.addWidget(self._holder)
        head.addWidget(self._tries, 1)
        head.addWidget(self._choice)
        self.column.addLayout(head)
        for part in (self._notice, self._secret, self._slots, self._empty):
            self.column.addWidget(part)

    # --- reading ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read the card whenever the page comes up."""
        super().showEvent(event)
        self._forget()
        self.refresh()

    @Slot(object)
    def _card_event(self, event: events.CardEvent) -> None:
        if isinstance(event, events.CardRemoved | events.CardInserted) and event.reader == self.reader():
            self._forget()
        if isinstance(event, events.CardPreparing) and event.reader == self.reader() and self._card is None:
            self._say_awaited()
        elif self.isVisible():
            self._later.start()

    def _forget(self) -> None:
        self._card, self._signed = None, None
        self._notice.clear()
        self._secret.close_panel()
        self._show()

    def reader(self) -> str:
        """Return the reader that is chosen, empty when none holds a card."""
        return str(self._choice.currentData() or "")

    @Slot()
    def refresh(self) -> None:
        """Read the card in the chosen reader anew."""
        self._list_readers()
        reader = self._awaited = self.reader()
        if not reader:
            self._forget()
            self._say_empty(
                translate("MyCard", "No card in a reader."),
                translate("MyCard", "Put your card in; it is shown by itself."),
            )
            return
        if self._card is None or self._card.reader != reader:
            self._card = None
            self._show()
            self._say_awaited()
        self._tasks.run(lambda: read_my_card(self._core, reader), self._read, self._unreadable)

    def _say_awaited(self) -> None:
        """Say that the card is being read, or whom it waits for."""
        if any(state.preparing for state in self._core.readers.readers() if state.name == self._awaited):
            self._say_empty(
                translate("MyCard", "The card is being prepared…"),
                translate("MyCard", "Another program is still busy with it. Leave the card where it is."),
            )
        else:
            self._say_empty(translate("MyCard", "Reading the card…"), "")

    def _list_readers(self) -> None:
        """Offer the readers with a card; those with a slot first, where the PIN works."""
        chosen = self.reader()
        states = [s for s in self._core.readers.readers() if s.condition in {Condition.CARD, Condition.HELD}]
        names = [state.name for state in sorted(states, key=lambda state: state.contactless)]
        self._choice.clear()
        for name in names:
            self._choice.addItem(name, name)
        self._choice.setCurrentIndex(names.index(chosen) if chosen in names else min(0, len(names) - 1))
        self._choice.setVisible(len(names) > 1)

    @Slot(object)
    def _read(self, card: MyCard) -> None:
        if card.reader == self._awaited:
            self._card = card
            self._show()

    @Slot(object)
    def _unreadable(self, error: Exception) -> None:
        self._forget()
        words = sentence(error)
        self._say_empty(words.title, words.what_to_do)

    # --- acting -------------------------------------------------------------------------------------

    @Slot()
    def sign(self) -> None:
        """Have the card sign by its check-in key, without PIN."""
        reader = self.reader()
        self._sign.setEnabled(False)
        self._tasks.run(lambda: sign_test(self._core, reader), self._proved, self._not_proved)

    @Slot(object)
    def _proved(self, signed: TestSignature) -> None:
        self._signed = signed
        self._sign.setEnabled(self._card is not None)
        if self._card is not None:
            self._notice.say(*texts.proof(signed))

    @Slot(object)
    def _not_proved(self, error: Exception) -> None:
        self._signed = None
        self._sign.setEnabled(self._card is not None)
        words = sentence(error)
        self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    @Slot()
    def _open_change(self) -> None:
        self._open(Errand.CHANGE)

    @Slot()
    def _open_unblock(self) -> None:
        self._open(Errand.UNBLOCK)

    def _open(self, errand: Errand) -> None:
        by_pad = self._card is not None and self._card.pin_pad
        self._secret.open_for(errand, self.reader(), by_pad=by_pad)

    # --- showing ------------------------------------------------------------------------------------

    def _say_empty(self, heading: str, hint: str) -> None:
        self._empty.say(heading, hint)
        self._empty.show()

    def _show(self) -> None:
        card = self._card
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in (self._holder, self._tries, self._slots):
            part.setVisible(card is not None)
        with_pin = card is not None and not card.contactless
        self._sign.setEnabled(card is not None)
        self._change.setEnabled(with_pin and card is not None and card.pin_tries != 0)
        self._unblock.setEnabled(with_pin and card is not None and card.puk_tries != 0)
        if card is None:
            return
        self._empty.hide()
        self._holder.setText(next((slot.holder for slot in card.slots if slot.holder), card.reader))
        self._show_tries(card)
        for place, slot in enumerate(KeySlot, start=_COLUMNS):
            self._grid.addWidget(self._slot_card(card, slot), place // _COLUMNS, place % _COLUMNS)
        is_fault = texts.issued(card.issued)[0] is Tone.DANGER  # seen without scrolling
        issued = IssuerCard(card.issued, self._slots)
        self._grid.addWidget(issued, 0 if is_fault else _LAST_ROW, 0, 1, _COLUMNS)

    def _show_tries(self, card: MyCard) -> None:
        tone, text = texts.tries(card)
        set_role(self._tries, "muted" if tone is Tone.NEUTRAL else tone.value)
        self._tries.setText(text)

    def _slot_card(self, card: MyCard, slot: KeySlot) -> SlotCard:
        made = SlotCard(slot, self._slots)
        found = next((seen for seen in card.slots if seen.slot is slot), None)
        if found is not None:
            made.show_certificate(found)
        else:
            made.show_problem(dict(card.problems).get(slot))
        return made

    def retranslate(self) -> None:
        """Set the texts; the card's are written anew."""
        super().retranslate()
        self.heading.setText(translate("MyCard", "My card"))
        self._choice.setAccessibleName(translate("MyCard", "Reader"))
        say(self._sign, translate("MyCard", "Test signature"))
        say(self._change, translate("MyCard", "Change the PIN"))
        say(self._unblock, translate("MyCard", "Unblock by PUK"))
        self._show()
        if self._signed is not None and self._card is not None:
            self._notice.say(*texts.proof(self._signed))
        if self._card is None and self.isVisible():
            self.refresh()

"""*Giao ca*: what is open, what was promised to whom, notes; the next one takes over with their own card."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.hotline import Handover, OpenItem
from desktop_app.domain.outbox import HOLD_SECONDS, OutboxState, Pending
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.store.errors import StoreError
from desktop_app.triage.shifts import Shift, Shifts
from desktop_app.triage.triage import CommandRefused
from ui import shortcuts
from ui.hotline import texts
from ui.hotline.two_columns import two_columns
from ui.language import translate
from ui.vocabulary.row_text import SEPARATOR
from ui.vocabulary.words import outbox_word
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.notice import Notice
from ui.widgets.side_page import SidePage, say
from ui.widgets.titled_list import TitledList
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text
from ui.widgets.wrapped_text import wrap
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from ui.bridge import Bridge

_ITEMS_SHOWN, _SHIFTS_SHOWN, _LINES = 5, 6, 4


class ShiftPage(SidePage):
    """Left: my shift, to be handed over. Right: the shifts before, to be taken over."""

    guide_page = "25-hotline"
    widest = 1280

    def __init__(self, session: Session, core: Core, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("shift", parent)
        self._person = session.person
        self._shifts = Shifts(session.person, session.store, session.triage, core.clock)
        self._items: tuple[OpenItem, ...] = ()
        self._known: dict[str, Shift] = {}
        self._build()
        bridge.shifts_changed.connect(self._news)
        bridge.outbox_changed.connect(self._news)
        shortcuts.connect(shortcuts.SHIFT, self)
        self.retranslate()

    def _build(self) -> None:
        self._notice, self._toast = Notice("shift.notice", self), Toast(self)
        self._open = TitledList("shift.open", _ITEMS_SHOWN, self)
        self._notes = TextField("notes", "", _LINES)
        self._form = Form([self._notes], self)
        self._before = TitledList("shift.before", _SHIFTS_SHOWN, self)
        self._told = QFrame(self)
        self._told.setProperty("role", "card")
        self._words = QLabel(self._told)
        self._words.setObjectName("shift.words")
        wrap(self._words)
        inner = QVBoxLayout(self._told)
        inner.addWidget(self._words)
        self._hand, self._take = self.add_action("handOver"), self._before.add_button("takeOver")
        self._hand.setProperty("kind", "primary")
        self._hand.clicked.connect(self.hand_over)
        self._take.clicked.connect(self.take_over)
        self._before.changed.connect(self._offer)
        self.column.addWidget(self._notice)
        self.column.addLayout(two_columns((self._open, self._form), (self._before, self._told)))

    # --- acting ------------------------------------------------------------------------------------------

    @Slot()
    def hand_over(self) -> None:
        """End my shift with what is open and what I wrote."""
        self._form.finish_composing()
        self._form.clear_problems()
        try:
            pending = self._shifts.hand_over(self._notes.value(), self._items)
        except (PayloadInvalid, CommandRefused, StoreError) as error:
            self._refuse(error)
            return
        self._done(pending, translate("Hotline", "Shift handed over."), self._notes.value())
        self._notes.restore("")
        self.refresh()

    @Slot()
    def take_over(self) -> None:
        """Take over the shift that is chosen."""
        shift = self._known.get(self._before.chosen())
        if shift is None:
            return
        try:
            pending = self._shifts.take_over(shift.handover)
        except (PayloadInvalid, CommandRefused, StoreError) as error:
            self._refuse(error)
            return
        self._done(pending, translate("Hotline", "Shift taken over."))
        self.refresh()

    def _done(self, pending: Pending, words: str, notes: str = "") -> None:
        self._notice.clear()

        def undo() -> None:
            if self._shifts.undo(pending.event.id):
                self._notes.restore(notes or self._notes.value())
                self.refresh()

        self._toast.say(words, int(HOLD_SECONDS * 1000), undo)

    def _refuse(self, error: Exception) -> None:
        told = saying(error)
        field = error.field if isinstance(error, PayloadInvalid) else ""
        if not self._form.show_problem(field, told.title):
            wording = told.now()
            self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    @Slot()
    def undo(self) -> None:
        """Take the last step back while it is held."""
        self._toast.undo()

    # --- showing -----------------------------------------------------------------------------------------

    @Slot(object)
    def _news(self, _news: object) -> None:
        with suppress(StoreError):  # locked meanwhile
            self.refresh()

    def refresh(self) -> None:
        """Read what is open, and the shifts."""
        self._items = self._shifts.open_items()
        self._open.show_rows([(item.reference, _item_text(item)) for item in self._items])
        self._known = {shift.handover.id: shift for shift in self._shifts.all()}
        self._before.show_rows([(key, _shift_text(shift)) for key, shift in self._known.items()])
        self._offer()

    @Slot()
    def _offer(self) -> None:
        shift = self._known.get(self._before.chosen())
        self._take.setEnabled(shift is not None and self._may_take(shift.handover))
        self._told.setVisible(shift is not None)
        if shift is not None:
            self._words.setText(_whole_text(shift.handover))

    def _may_take(self, handover: Handover) -> bool:
        return handover.taken_by is None and handover.by != self._person.id

    def take_focus(self) -> None:
        """Begin with the notes."""
        self.refresh()
        self._form.focus_first()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        super().retranslate()
        self._notes.rename(translate("Hotline", "What else the next shift must know"))
        keys = {key.name: key for key in shortcuts.SHIFT}
        self.heading.setText(translate("Hotline", "Shift hand-over"))
        for button, words, key in (
            (self._hand, translate("Hotline", "Hand my shift over"), keys["hand_over"]),
            (self._take, translate("Hotline", "Take this shift over"), keys["take_over"]),
        ):
            say(button, shortcuts.with_key(words, key))
            button.setAccessibleName(words)
        self._open.say(
            translate("Hotline", "Open from my calls"),
            translate("Hotline", "Nothing is open: no caller waits for a code or a promise of yours."),
        )
        self._before.say(
            translate("Hotline", "Shifts before"), translate("Hotline", "No shift was handed over yet.")
        )
        self.refresh()


def _item_text(item: OpenItem) -> str:
    due = (
        translate("Hotline", "until {moment}").format(moment=moment_text(item.due_at)) if item.due_at else ""
    )
    promise = item.promise or translate("Hotline", "waits for its code")
    return f"{item.reference}\n{SEPARATOR.join(part for part in (promise, due) if part)}"


def _shift_text(shift: Shift) -> str:
    end = texts.shift_end(shift.handover)
    waits = (
        ""
        if shift.waits in {None, OutboxState.ACKNOWLEDGED}
        else outbox_word(shift.waits or OutboxState.READY)
    )
    return f"{texts.shift_head(shift.handover)}\n{SEPARATOR.join(part for part in (end, waits) if part)}"


def _whole_text(handover: Handover) -> str:
    items = [f"• {_item_text(item)}".replace("\n", " · ") for item in handover.items]
    return "\n".join([*([handover.notes] if handover.notes else []), *items])

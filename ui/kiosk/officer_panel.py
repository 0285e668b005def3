"""What an officer may do at the kiosk with their card and PIN: leave it, or enter a person whose card fails.

The public screen shows names only while a supervisor types one, and forgets them with the panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.attendance import Direction, EntryReason
from ui.kiosk.officer_texts import Missing, heading, hint, missing_text, reason_text
from ui.language import Translated, translate
from ui.sign_in.card_entry import CardEntry
from ui.theme import SPACING
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.wrapped_text import wrap

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.store.trust_table import RosterPerson
    from ui.tasks import Tasks

_WIDTH = 620
_LIST_HEIGHT, _LEAST_LIST = 132, 56
"""Of the names found: six lines, where room is short two; the rest scrolls."""


class Act(Enum):
    """What the panel is open for."""

    LEAVE = "leave"
    ENTER = "enter"


class OfficerPanel(Translated, QFrame):
    """``left`` is emitted when the journal holds that the kiosk was left."""

    left = Signal()
    grown = Signal()
    """Something more is said in it: it wants another place."""

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.officer")
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFixedWidth(_WIDTH)
        self._core, self._tasks = core, tasks
        self._act = Act.LEAVE
        self._people: Sequence[RosterPerson] = ()
        self._build()
        self._lay_out()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "title")
        wrap(self._hint)
        self._search, self._list = QLineEdit(self), QListWidget(self)
        self._search.setObjectName("kiosk.officer.search")
        self._search.textChanged.connect(self._look_up)
        self._list.setObjectName("kiosk.officer.people")
        self._list.setProperty("role", "boxed")
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._ways = QButtonGroup(self)
        self._in, self._out = QRadioButton(self), QRadioButton(self)
        self._in.setObjectName("kiosk.officer.in")
        self._out.setObjectName("kiosk.officer.out")
        for way in (self._in, self._out):
            self._ways.addButton(way)
        self._reason, self._text = ChoiceBox(self), QLineEdit(self)
        self._reason.setObjectName("kiosk.officer.reason")
        self._text.setObjectName("kiosk.officer.text")
        self._text.setMaxLength(200)
        for reason in EntryReason:
            self._reason.addItem("", reason)
        self._card = CardEntry("kiosk.officer", self._core, self)
        self._card.confirmed.connect(self.submit)
        self._card.cancelled.connect(self.close_panel)
        self._card.told.connect(self.grown)

    def _lay_out(self) -> None:
        self._entry = QWidget(self)
        grid = QGridLayout(self._entry)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACING.wide)
        grid.setColumnStretch(1, 1)
        ways = QHBoxLayout()
        ways.setSpacing(SPACING.section)
        ways.addWidget(self._in)
        ways.addWidget(self._out)
        ways.addStretch()
        self._labels = [QLabel(self._entry) for _ in range(4)]
        self._labels[0].setBuddy(self._search)
        self._labels[2].setBuddy(self._reason)
        self._labels[3].setBuddy(self._text)
        for row, label in zip((0, 2, 3, 4), self._labels, strict=True):
            grid.addWidget(label, row, 0)
        grid.addWidget(self._search, 0, 1)
        grid.addWidget(self._list, 1, 1)
        grid.addLayout(ways, 2, 1)
        grid.addWidget(self._reason, 3, 1)
        grid.addWidget(self._text, 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.section, SPACING.section, SPACING.section, SPACING.section)
        layout.setSpacing(SPACING.normal)
        for part in (self._heading, self._hint, self._entry, self._card):
            layout.addWidget(part)

    # --- opening ------------------------------------------------------------------------------------

    def open_for(self, act: Act) -> None:
        """Ask for what ``act`` needs."""
        self._act = act
        self._forget()
        self._entry.setVisible(act is Act.ENTER)
        self._entry.setEnabled(True)
        self._card.forget()
        self.retranslate()
        self.show()
        self.raise_()
        self.adjustSize()
        (self._search if act is Act.ENTER else self._card.pin).setFocus()

    def fit(self, room: int) -> None:
        """Take no more than ``room`` pixels of height, as far as the list of names can give them up."""
        self._give_list(_LIST_HEIGHT)
        if self.height() > room:
            self._give_list(max(_LEAST_LIST, _LIST_HEIGHT - (self.height() - room)))

    def _give_list(self, pixels: int) -> None:
        self._list.setFixedHeight(pixels)
        if (grid := self._entry.layout()) is not None:
            grid.activate()  # what is around hears of another height at once
        self.adjustSize()

    @Slot()
    def close_panel(self) -> None:
        """Forget what was typed and found, and go away."""
        self._forget()
        self.hide()

    def _forget(self) -> None:
        self._card.forget()
        self._search.clear()
        self._text.clear()
        self._list.clear()
        self._people = ()
        self._ways.setExclusive(False)
        for way in (self._in, self._out):
            way.setChecked(False)
        self._ways.setExclusive(True)
        self._reason.setCurrentIndex(-1)

    # --- hands --------------------------------------------------------------------------------------

    @Slot(str)
    def _look_up(self, text: str) -> None:
        if self._act is Act.ENTER:
            find = self._core.check_in.find
            self._tasks.run(lambda: (text, find(text)), self._found, self._card.refuse)

    @Slot(object)
    def _found(self, answer: tuple[str, list[RosterPerson]]) -> None:
        text, people = answer
        if text != self._search.text():
            return
        self._people = people
        self._list.clear()
        self._list.addItems([f"{person.given_name} {person.initials}" for person in people])
        if len(people) == 1:
            self._list.setCurrentRow(0)
        elif text and not people:
            self._list.addItem(translate("Kiosk", "Nobody of this name is on the list."))
            self._list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)

    @Slot()
    def submit(self) -> None:
        """Have the officer's card sign; what is missing is said, and nothing is sent."""
        missing = self._missing() if self._act is Act.ENTER else None
        if missing is not None:
            self._card.lack(partial(missing_text, missing))
            return
        held = self._card.begin()
        if held is None:
            return
        self._entry.setEnabled(False)
        (reader, pin), check_in = held, self._core.check_in
        if self._act is Act.LEAVE:
            self._tasks.run(lambda: check_in.leave(reader, pin), self._done, self._refused)
            return
        from desktop_app.attendance.tap import Entry  # the kiosk opens without what an officer needs

        person = self._people[self._list.currentRow()]
        way = Direction.IN if self._in.isChecked() else Direction.OUT
        entry = Entry(way, self._reason.currentData(), self._text.text().strip())
        self._tasks.run(lambda: check_in.enter_for(reader, pin, person, entry), self._done, self._refused)

    def _missing(self) -> Missing | None:
        if not 0 <= self._list.currentRow() < len(self._people):
            return Missing.PERSON
        if self._ways.checkedButton() is None:
            return Missing.DIRECTION
        return Missing.REASON if self._reason.currentIndex() < 0 else None

    @Slot(object)
    def _done(self, _result: object) -> None:
        act = self._act
        self.close_panel()
        if act is Act.LEAVE:
            self.left.emit()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._entry.setEnabled(True)
        self._card.refuse(error)

    def retranslate(self) -> None:
        """Set the texts of the act at hand."""
        enter = self._act is Act.ENTER
        self._heading.setText(heading(enter=enter))
        self._hint.setText(hint(enter=enter))
        texts = (
            translate("Kiosk", "Given name"),
            translate("Kiosk", "Direction"),
            translate("Kiosk", "Reason"),
            translate("Kiosk", "Remark"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        named = (
            (self._search, texts[0]),
            (self._list, translate("Kiosk", "People found")),
            (self._reason, texts[2]),
            (self._text, texts[3]),
        )
        for part, name in named:
            part.setAccessibleName(name)
        self._reason.setPlaceholderText(translate("ChoiceBox", "Choose …"))
        for index, reason in enumerate(EntryReason):
            self._reason.setItemText(index, reason_text(reason))
        for way, text in ((self._in, translate("Kiosk", "IN")), (self._out, translate("Kiosk", "OUT"))):
            way.setText(text)
            way.setAccessibleName(text)
        go = translate("Kiosk", "Record") if enter else translate("Kiosk", "Leave the kiosk")
        self._card.ask(translate("Kiosk", "Officer's PIN"), go)
        if self.isVisible():  # words of another length
            self.adjustSize()

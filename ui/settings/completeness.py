"""The section on check-in terminals, for supervisors: complete through a day, and going on without some.

A list that a terminal has still to reach may call nobody absent. Whoever lists all the same signs for it by
card; who did, when and why stands beside the terminal from then on.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.attendance.completeness import LeaveOut, end_of, missing
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.roles import Role
from ui.language import translate
from ui.settings.section import Section
from ui.sign_in.officer_entry import OfficerEntry
from ui.theme import SPACING, beside_text
from ui.widgets.day_box import DayBox
from ui.widgets.flat_tree import FlatTree
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.api.completeness import TerminalStanding
    from desktop_app.core import Core
    from ui.tasks import Tasks

_LIST_HEIGHT: Final = 170
_COLUMNS: Final = (150, 140)
_LONGEST_REASON: Final = 200
_STANDING: Final = Qt.ItemDataRole.UserRole


class CompletenessSection(Section):
    """Shown to supervisors alone; asks the centre when it comes up and when another day is chosen."""

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("completeness", parent)
        self._core, self._tasks = core, tasks
        self._standings: tuple[TerminalStanding, ...] | None = None
        self._problem: Exception | None = None
        self._asked: date | None = None
        self._begun = False
        self._day = DayBox(self)
        self._day.setObjectName("settings.completeness.day")
        self._day.dateChanged.connect(self.ask)
        self._day_label = self.add_row(self._day)
        self._notice = Notice("settings.completeness.notice", self)
        self._list = FlatTree("settings.completeness.list", self)
        self._list.setFixedHeight(beside_text(_LIST_HEIGHT))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.itemSelectionChanged.connect(self._look)
        self._form, self._reason = QWidget(self), QLineEdit(self)
        self._reason.setObjectName("settings.completeness.reason")
        self._reason.setMaxLength(_LONGEST_REASON)
        self._reason.textChanged.connect(self._look)
        self._entry = OfficerEntry("settings.completeness", core, tasks, self._carry_out, self._form)
        self._entry.acted.connect(self._left_out)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACING.small)
        for part in (self._reason, self._entry):
            form.addWidget(part)
        for wide in (self._notice, self._list, self._form):
            self.add_wide(wide)
        self.setVisible(False)
        self.retranslate()

    def refresh(self) -> None:
        """Show the section to a supervisor who is signed in, up to yesterday; hide it from others."""
        session = self._core.session
        entitled = session is not None and session.person.actor.holds(Role.SUPERVISOR)
        yesterday = self._core.clock.now().astimezone(ZONE).date() - timedelta(days=1)
        self._day.setMaximumDate(QDate(yesterday.year, yesterday.month, yesterday.day))
        if not self._begun:
            self._begun = True
            self._day.setDate(self._day.maximumDate())
        self.setVisible(entitled and session is not None and session.completeness is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew whenever it comes up."""
        super().showEvent(event)
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask the centre how the terminals stand; an answer about another day is dropped."""
        session, day = self._core.session, self._chosen_day()
        if session is None or session.completeness is None or not self.isVisible():
            return
        self._asked = day
        question = partial(session.completeness.of, end_of(day))
        self._tasks.run(question, partial(self._show, day), self._fail)

    def _chosen_day(self) -> date:
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    # --- showing ------------------------------------------------------------------------------------

    def _show(self, day: date, standings: tuple[TerminalStanding, ...]) -> None:
        if day != self._asked:
            return
        self._standings, self._problem = standings, None
        self._fill()

    @Slot(object)
    def _fail(self, problem: Exception) -> None:
        self._problem = problem
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        self._list.addTopLevelItems([_row(one) for one in self._standings or ()])
        self._say()
        self._look()

    def _say(self) -> None:
        """Say in one sentence whether a list of that day would be whole."""
        if self._problem is not None:
            words = sentence(self._problem)
            self._notice.say(Tone.CAUTION, words.title, words.what_to_do)
            return
        if self._standings is None:
            self._notice.clear()
            return
        if not self._standings:
            self._notice.say(Tone.INFO, translate("Settings", "Nobody has checked in at any terminal yet."))
            return
        lacking = len(missing(self._standings))
        apart = sum(1 for one in self._standings if one.left_out is not None and not one.complete)
        if lacking:
            self._notice.say(
                Tone.CAUTION,
                translate(
                    "Settings", "Terminals incomplete: {count}. Nobody may be called absent yet."
                ).format(count=lacking),
                translate("Settings", "Bring them online, or choose them and sign that lists go on without."),
            )
        elif apart:
            told = translate("Settings", "Complete, but for terminals left out: {count}.").format(count=apart)
            self._notice.say(Tone.INFO, told)
        else:
            self._notice.say(Tone.GOOD, translate("Settings", "Every terminal is complete."))

    # --- leaving out --------------------------------------------------------------------------------

    def _selected(self) -> tuple[TerminalStanding, ...]:
        chosen = tuple(item.data(0, _STANDING) for item in self._list.selectedItems())
        return missing(chosen)

    @Slot()
    def _look(self) -> None:
        """Nothing is signed without a terminal and a reason."""
        self._form.setVisible(bool(missing(self._standings or ())))
        self._entry.enable(on=bool(self._selected() and self._reason.text().strip()))

    def _carry_out(self, reader: str, pin: bytearray) -> object:
        from desktop_app.cards.officer_card import Duty, Entitled

        session, workplace = self._core.session, self._core.workplace
        if session is None or session.completeness is None or workplace is None:
            pin[:] = bytes(len(pin))
            return None
        entitled = Entitled(workplace.trust.cards, workplace.clock.now(), Duty.SUPERVISOR)
        return session.completeness.leave_out(self._core.readers, reader, pin, entitled, self._decision)

    @property
    def _decision(self) -> LeaveOut:
        return LeaveOut(end_of(self._chosen_day()), self._selected(), self._reason.text().strip())

    @Slot(object)
    def _left_out(self, _count: object) -> None:
        self._reason.clear()
        self._entry.forget()
        self.ask()

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Check-in terminals"))
        self._day_label.setText(translate("Settings", "Complete to the end of"))
        self._day.setAccessibleName(self._day_label.text())
        self._list.setHeaderLabels(
            [
                translate("Settings", "Terminal"),
                translate("Settings", "Complete through"),
                translate("Settings", "On lists of that day"),
            ]
        )
        self._list.setAccessibleName(translate("Settings", "Terminals and how far they are complete"))
        headings, metrics = self._list.headerItem(), self._list.header().fontMetrics()
        for column, width in enumerate(_COLUMNS):
            wanted = metrics.horizontalAdvance(headings.text(column)) + SPACING.section
            self._list.setColumnWidth(column, max(beside_text(width), wanted))
        reason = translate("Settings", "Reason, as it shall stand on every list")
        self._reason.setPlaceholderText(reason)
        self._reason.setAccessibleName(reason)
        self._entry.ask(
            translate("Settings", "Supervisor's PIN (card in the slot)"),
            translate("Settings", "Sign and go on without"),
        )
        self._fill()


def _row(one: TerminalStanding) -> QTreeWidgetItem:
    through = moment_text(one.complete_through) if one.complete_through else "–"
    item = QTreeWidgetItem([f"{one.name} ({one.terminal_id})", through, standing_text(one)])
    item.setData(0, _STANDING, one)
    for column in range(3):
        item.setToolTip(column, item.text(column))
    return item


def standing_text(one: TerminalStanding) -> str:
    """Return how a terminal stands on a list, in words; whoever left it out is named."""
    if one.left_out is not None:
        text = translate("Settings", "left out by {who}, {when}: {reason}").format(
            who=one.left_out.by, when=moment_text(one.left_out.at), reason=one.left_out.reason
        )
        if one.complete:
            text = translate("Settings", "complete since; it was {decision}").format(decision=text)
    elif one.complete:
        text = translate("Settings", "complete")
    elif one.said_goodbye:
        text = translate("Settings", "incomplete: switched off")
    else:
        text = translate("Settings", "incomplete: rows may still come")
    if one.begun_anew is not None:
        text += " · " + translate("Settings", "journal begun anew on {when}").format(
            when=moment_text(one.begun_anew)
        )
    return text

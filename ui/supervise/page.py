"""The page of supervision: what is asked, how it stands as a whole, the table, and how old the data is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.standing import idle_since, idle_within
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.saved_filters import SavedFilter
from desktop_app.store.supervised import Asked, Grouping
from desktop_app.store.supervision import Line, Passage, total
from ui.language import translate
from ui.supervise.measures import View
from ui.supervise.number_table import Numbers
from ui.supervise.question import Question
from ui.supervise.share_bar import ShareBar
from ui.supervise.tables import Cell, Row, group_table, list_name, passage_table
from ui.vocabulary.names import Names
from ui.widgets.side_page import WholePage
from ui.widgets.state_pane import StatePane
from ui.widgets.when import age_text, moment_text
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_SETTLE_MS = 3000
"""After changes the numbers are counted anew, at most once in this time."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What the store answered: lines of a grouping, or passages between units."""

    asked: Asked
    view: View
    lines: tuple[Line, ...] = ()
    passages: tuple[Passage, ...] = ()


class SupervisePage(WholePage):
    """Counts while it is shown; ``list_asked`` tells the list (named) that a number opens."""

    guide_page = "25-supervise"
    list_asked = Signal(object)

    def __init__(
        self, session: Session, clock: Clock, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("supervise", parent)
        self._session, self._clock, self._tasks = session, clock, tasks
        self._names = Names(session.store.directory)
        self._asked_last: Asked | None = None
        self._counted: Counted | None = None
        self._error: Exception | None = None
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.count)
        bridge.reports_changed.connect(self._report_changed)
        bridge.report_gone.connect(self._report_changed)
        bridge.directory_changed.connect(self._directory_changed)
        self.retranslate()

    def _build(self) -> None:
        self._again = self.add_action("again")
        self._again.clicked.connect(self.count)
        self._question = Question(self._clock.now().astimezone(ZONE).date(), self)
        self._question.changed.connect(self.count)
        self._share, self._numbers = ShareBar(self), Numbers(self)
        self._numbers.asked.connect(self._open)
        self._empty, self._age = StatePane("supervise.state", self), QLabel(self)
        self._age.setObjectName("supervise.age")
        self._age.setProperty("role", "muted")
        self._age.setWordWrap(True)
        middle = QWidget(self)
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._numbers)
        self._stack.addWidget(self._empty)
        for part in (self._question, self._share):
            self.column.addWidget(part)
        self.column.addWidget(middle, 1)
        self.column.addWidget(self._age)

    def take_focus(self) -> None:
        """Put the keyboard into the table, or into the question while there is none."""
        if self._numbers.table_model().rowCount():
            self._numbers.setFocus()
        else:
            self._question.take_focus()

    # --- counting -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Count whenever the page comes up."""
        super().showEvent(event)
        self.count()

    @Slot()
    def count(self) -> None:
        """Count anew, as of now; an answer that comes after another question is dropped."""
        self._later.stop()
        now, calendar = self._clock.now(), self._names.calendar
        self._question.show_today(now.astimezone(ZONE).date())
        period, view = self._question.period(), self._question.view()
        own = idle_within(now, calendar, self._names.fields())
        asked = Asked(now, idle_since(now, calendar), period.begins, period.ends, own)
        self._asked_last = asked
        if self._counted is None:
            self._say_empty()
        self._tasks.run(partial(_counted, self._session, view, asked), self._show, self._fail)

    @Slot(object)
    def _report_changed(self, _news: object) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        self._names.reload()
        self._report_changed(None)

    @Slot(object)
    def _show(self, counted: Counted) -> None:
        if counted.asked != self._asked_last:
            return
        self._counted, self._error = counted, None
        self._say()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._error = error
        self._say_empty()

    @Slot(object, object)
    def _open(self, row: Row, cell: Cell) -> None:
        """Have the desk list what the number counted, under the number's name."""
        if cell.opens is not None:
            query = InboxQuery(supervised=cell.opens)
            self.list_asked.emit(SavedFilter("", list_name(cell.opens.measure, row.name), query))

    # --- showing ------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self.heading.setText(translate("Supervise", "Supervision"))
        self._again.setText(translate("Supervise", "Count again"))
        self._again.setAccessibleName(self._again.text())
        self._numbers.retranslate()
        self._say()

    def _say(self) -> None:
        counted = self._counted
        if counted is None or self._error is not None:
            self._say_empty()
            return
        returns = counted.view is View.RETURNS
        self._share.setVisible(not returns and bool(counted.lines))
        if returns:
            table = passage_table(counted.passages, counted.asked, self._names)
        else:
            self._share.show_counts(total(counted.lines))
            by = Grouping(counted.view.value)
            table = group_table(by, counted.lines, counted.asked, self._names)
        self._numbers.show_table(table)
        self._say_age(counted.asked)
        if table.rows:
            self._stack.setCurrentWidget(self._numbers)
        else:
            self._say_empty()

    def _say_age(self, asked: Asked) -> None:
        age = age_text(self._session.status.last_contact, asked.at)
        said = translate("Supervise", "Counted {moment}, over the reports that you may see")
        self._age.setText(" · ".join(filter(None, [said.format(moment=moment_text(asked.at)), age])))

    def _say_empty(self) -> None:
        """Nothing counted yet, nothing given in the period, or it cannot be counted."""
        if self._error is not None:
            words = sentence(self._error)
            self._empty.say(words.title, words.what_to_do)
        elif self._counted is None:
            self._empty.say(translate("Supervise", "Counting …"))
        else:
            self._empty.say(
                translate("Supervise", "Nothing in this period"),
                translate("Supervise", "Choose another period or another table above."),
            )
        self._stack.setCurrentWidget(self._empty)


def _counted(session: Session, view: View, asked: Asked) -> Counted:
    """Ask the store; runs off the main thread. Raises ``StoreError``."""
    if view is View.RETURNS:
        return Counted(asked, view, passages=tuple(session.store.supervision.passages(asked)))
    lines = session.store.supervision.lines(Grouping(view.value), asked)
    return Counted(asked, view, lines=tuple(lines))

"""A caller looked up again (Ctrl+H): a number's earlier reports; for a dispatcher, who called about one.

Both are asked of the centre, which keeps a record of each question. Nothing of the answers is kept here: a
name goes from the screen when another report is chosen, the page is left, or a minute has passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.api.callers import EarlierReport, KnownCaller
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.store.errors import StoreError
from desktop_app.triage.callers import Callers, asks_who_called, may_ask_who_called
from ui import shortcuts
from ui.hotline import texts
from ui.hotline.two_columns import two_columns
from ui.language import translate
from ui.widgets.fields import LineField
from ui.widgets.form import Form
from ui.widgets.notice import Notice
from ui.widgets.side_page import SidePage, say
from ui.widgets.titled_list import TitledList
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import wrap
from ui.wording import saying

if TYPE_CHECKING:
    from desktop_app.session import Session
    from ui.tasks import Tasks

_SHOWN = 8
SHOWN_SECONDS = 60
"""How long who called stays on the screen."""


class CallerPage(SidePage):
    """Left: the number, and the question who called. Right: the reports of the number."""

    report_asked = Signal(str)

    guide_page = "25-hotline"
    widest = 1280

    def __init__(
        self, session: Session, callers: Callers, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("caller", parent)
        self._session, self._callers, self._tasks = session, callers, tasks
        self._found: dict[str, EarlierReport] = {}
        self._was_asked = False
        self._about = ""
        self._build()
        shortcuts.connect(shortcuts.CALLER, self)
        self.retranslate()

    def _build(self) -> None:
        self._notice = Notice("caller.notice", self)
        self._phone, self._reason = LineField("phone", ""), LineField("reason", "")
        self._number_form, self._reason_form = Form([self._phone], self), Form([self._reason], self)
        self._phone.editor.returnPressed.connect(self.look_up)
        self._reason.editor.returnPressed.connect(self.ask_who)
        self._reports = TitledList("caller.reports", _SHOWN, self)
        self._card, self._who = QFrame(self), QLabel(self)
        self._card.setProperty("role", "card")
        self._who.setObjectName("caller.who")
        wrap(self._who)
        inner = QVBoxLayout(self._card)
        inner.addWidget(self._who)
        self._look, self._open = self.add_action("look"), self._reports.add_button("open")
        self._ask = self._reports.add_button("ask")
        self._look.setProperty("kind", "primary")
        for button, act in ((self._look, self.look_up), (self._open, self._open_report)):
            button.clicked.connect(act)
        self._ask.clicked.connect(self.ask_who)
        self._reports.changed.connect(self._chosen_changed)
        self._reports.opened.connect(self._open_by_id)
        self._forget_later = QTimer(self)
        self._forget_later.setSingleShot(True)
        self._forget_later.setInterval(SHOWN_SECONDS * 1000)
        self._forget_later.timeout.connect(self.forget_who)
        self.column.addWidget(self._notice)
        self.column.addLayout(
            two_columns((self._number_form, self._reason_form, self._card), (self._reports,))
        )
        self.forget_who()

    # --- asking ------------------------------------------------------------------------------------------

    @Slot()
    def look_up(self) -> None:
        """Ask for the reports of the number."""
        self._number_form.finish_composing()
        self._number_form.clear_problems()
        self._notice.clear()
        phone = self._phone.value()
        self._look.setEnabled(False)
        self._tasks.run(lambda: self._callers.earlier(phone), self._show, self._refuse)

    @Slot()
    def ask_who(self) -> None:
        """Ask who called about the report chosen, with the reason on record."""
        report_id, reason = self._reports.chosen(), self._reason.value()
        if not report_id or not self._may_ask(report_id):
            return
        self._reason_form.clear_problems()
        self.forget_who()

        def done(found: tuple[KnownCaller, ...]) -> None:
            if self._reports.chosen() == report_id and self.isVisible():
                self._about = report_id
                self._who.setText(texts.callers_text(found))
                self._card.show()
                self._forget_later.start()

        self._tasks.run(lambda: self._callers.who_called(report_id, reason), done, self._refuse)

    def show_number(self, phone: str) -> None:
        """Look a number up that stands in the call being written."""
        self._phone.restore(phone)
        self.look_up()

    @Slot()
    def forget_who(self) -> None:
        """Take who called off the screen."""
        self._forget_later.stop()
        self._about = ""
        self._who.clear()
        self._card.hide()

    @Slot(object)
    def _show(self, found: tuple[EarlierReport, ...]) -> None:
        self._look.setEnabled(True)
        self._was_asked = True
        self._found = {one.id: one for one in found}
        self._show_rows()
        self._reports.choose_first()
        self._say_list()

    def _show_rows(self) -> None:
        self._reports.show_rows([(one.id, texts.earlier_line(one)) for one in self._found.values()])

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._look.setEnabled(True)
        told = saying(error)
        if isinstance(error, PayloadInvalid):
            said = texts.no_number if error.field == "phone" else told.title
            for form in (self._number_form, self._reason_form):
                if form.show_problem(error.field, said):
                    return
        wording = told.now()
        self._notice.say(Tone.DANGER, wording.title, wording.what_to_do)

    # --- what was found ----------------------------------------------------------------------------------

    @Slot()
    def _chosen_changed(self) -> None:
        chosen = self._reports.chosen()
        if chosen != self._about:
            self.forget_who()
        self._open.setEnabled(self._is_here(chosen))
        self._ask.setEnabled(self._may_ask(chosen))

    def _is_here(self, report_id: str) -> bool:
        try:
            return bool(report_id) and self._session.store.reports.has(report_id)
        except StoreError:  # locked meanwhile
            return False

    def _may_ask(self, report_id: str) -> bool:
        """What is not on this computer yet is the centre's to judge, as all of it is in the end."""
        actor = self._session.triage.actor
        if not self._is_here(report_id):
            return bool(report_id) and asks_who_called(actor)
        return may_ask_who_called(actor, self._session.store.reports.get(report_id))

    @Slot()
    def _open_report(self) -> None:
        self._open_by_id(self._reports.chosen())

    @Slot(str)
    def _open_by_id(self, report_id: str) -> None:
        if self._is_here(report_id):
            self.report_asked.emit(report_id)

    # --- the page ----------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page leaves no name, number or list behind."""
        super().hideEvent(event)
        self.forget_who()
        self._phone.restore("")
        self._reason.restore("")
        self._was_asked = False
        self._found = {}
        self._show_rows()
        self._say_list()

    def take_focus(self) -> None:
        """Begin with the number."""
        self._number_form.focus_first()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        super().retranslate()
        dispatches = asks_who_called(self._session.triage.actor)
        self._reason_form.setVisible(dispatches)
        self._ask.setVisible(dispatches)
        self.heading.setText(translate("Hotline", "Look a caller up"))
        self._phone.rename(translate("Hotline", "Telephone number"))
        self._reason.rename(translate("Hotline", "Why you must know who called (goes on record)"))
        keys = {key.name: key for key in shortcuts.CALLER}
        for button, words, key in (
            (self._look, translate("Hotline", "Earlier reports"), "look_up"),
            (self._open, translate("Hotline", "Open it"), ""),
            (self._ask, translate("Hotline", "Who called?"), "who"),
        ):
            say(button, shortcuts.with_key(words, keys[key]) if key else words)
            button.setAccessibleName(words)
        self._show_rows()
        self._say_list()

    def _say_list(self) -> None:
        empty = (
            translate("Hotline", "No report of this number that you may see.")
            if self._was_asked
            else translate("Hotline", "Asked of the centre, which records who asks; nothing is kept here.")
        )
        self._reports.say(translate("Hotline", "Reports of this number"), empty)
        self._chosen_changed()

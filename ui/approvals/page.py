"""The page of approvals: an answer is read to its end and decided by a key; after the last one, one PIN."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.outbox import HOLD_SECONDS
from desktop_app.domain.report import Report
from desktop_app.store.errors import StoreError
from ui import shortcuts
from ui.approvals.action_bar import ActionBar, Standing
from ui.approvals.reading import Reading
from ui.approvals.reading_card import ReadingCard
from ui.approvals.reason import Reason
from ui.approvals.round import Round, Verdict
from ui.approvals.signing import Signing
from ui.approvals.summary import Summary
from ui.approvals.texts import Came, came_to, pin_wanted
from ui.approvals.waiting import to_approve, waiting
from ui.commands.context import PanelContext
from ui.language import translate
from ui.sign_in.texts import letters
from ui.vocabulary.names import Names
from ui.widgets.notice import Notice
from ui.widgets.side_page import WholePage
from ui.widgets.state_pane import StatePane
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.wording import Wording, sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.commands.panel import CommandPanel
    from ui.tasks import Tasks


class ApprovalsPage(WholePage):
    """A round begins whenever the page comes up with nothing decided yet."""

    guide_page = "27-approvals"
    widest = 1040

    def __init__(
        self, session: Session, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("approvals", parent)
        self._session, self._core = session, core
        self._names = Names(session.store.directory)
        self._round = Round(())
        self._build()
        self._reading = Reading(self._card, session, tasks)
        self._reason = Reason(self)
        self._signing = Signing(self._summary, session, core, tasks)
        self._connect(bridge)
        self.retranslate()

    def _build(self) -> None:
        self._notice, self._stack = Notice("approvals.notice", self), QStackedWidget(self)
        self._card, self._summary = ReadingCard(self._names), Summary()
        self._empty = StatePane("approvals.state")
        for view in (self._card, self._summary, self._empty):
            self._stack.addWidget(view)
        self._bar = ActionBar(self)
        self.column.addWidget(self._notice)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._bar)
        self._toast = Toast(self._stack)

    def _connect(self, bridge: Bridge) -> None:
        self._bar.approve_asked.connect(self.act)
        self._bar.send_back_asked.connect(self.send_back)
        self._bar.later_asked.connect(self.leave)
        self._bar.before_asked.connect(self.step_back)
        self._bar.finish_asked.connect(self.finish)
        self._card.moved.connect(self._say_buttons)
        self._empty.asked.connect(self.begin)
        self._reason.given.connect(self._send_back_for)
        self._reason.given_up.connect(self.go_back)
        self._summary.letter_refused.connect(self._refuse_letter)
        self._summary.pin_missed.connect(self._ask_for_pin)
        self._signing.begun.connect(self._notice.clear)
        self._signing.came.connect(self._tell)
        self._signing.refused.connect(self._refuse)
        shortcuts.connect(shortcuts.APPROVALS, self)
        bridge.directory_changed.connect(self._directory_changed)
        bridge.reports_changed.connect(self._reports_changed)

    # --- the round ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin a round, unless one is under way."""
        super().showEvent(event)
        if not self._round.decided:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Begin with the answers that wait for this leader now, the most urgent first."""
        try:
            self._round = Round(waiting(self._session))
        except StoreError as error:
            self._say(Tone.DANGER, sentence(error))
        self._show_current()

    def begin_with(self, report_id: str) -> None:
        """Begin with the answer of one report alone: read, decided, and signed as those of a list are."""
        with suppress(StoreError):  # gone, or locked meanwhile: the page says that nothing waits
            self._round = Round(to_approve(self._session, [report_id]))
        self._show_current()

    @Slot()
    def act(self) -> None:
        """Read on while there is more of the answer, then approve it; in the summary, sign."""
        if self._shows(self._summary):
            self._summary.confirm()
        elif self._reason.is_asked:
            self._reason.take()
        elif self._shows(self._card) and not self._card.was_read:
            self._card.read_on()
        elif self._shows(self._card):
            self._decide(Verdict.APPROVE)

    @Slot()
    def send_back(self) -> None:
        """Ask what the unit is to do better."""
        report = self._round.current
        if self._shows(self._card) and report is not None and not self._reason.is_asked:
            self._ask_for_reason(report)
            self._reason.take_focus()
            self._say_buttons()

    def _ask_for_reason(self, report: Report) -> CommandPanel:
        names, now, actor = self._names, self._core.clock.now(), self._session.triage.actor
        panel = self._reason.ask(PanelContext(report, actor, names, now, names.calendar))
        self.column.insertWidget(self.column.indexOf(self._bar), panel)
        return panel

    def _ask_anew(self) -> None:
        """Ask in the language in force; what was typed and what was refused stays."""
        report, held = self._round.current, self._reason.held
        if report is not None and held is not None:
            self._reason.put_away()
            self._ask_for_reason(report).hold(held)

    @Slot(str)
    def _send_back_for(self, words: str) -> None:
        self._decide(Verdict.SEND_BACK, words)

    @Slot()
    def leave(self) -> None:
        """Leave the answer waiting."""
        if self._shows(self._card):
            self._decide(Verdict.LATER)

    @Slot()
    def step_back(self) -> None:
        """Go back to the answer before, from the summary too."""
        if self._round.step_back():
            self._summary.forget()
            self._show_current()

    @Slot()
    def finish(self) -> None:
        """Go to the summary; what was not decided waits."""
        if self._shows(self._card) and self._round.decided:
            self._round.finish()
            self._show_current()

    @Slot()
    def go_back(self) -> None:
        """Esc gives up the reason that is being written first, then leaves the page."""
        if self._reason.is_asked:
            self._show_current()
        else:
            self._summary.forget()
            super().go_back()

    def _decide(self, verdict: Verdict, text: str = "") -> None:
        self._round.decide(verdict, text)
        self._show_current()

    # --- what came of it ----------------------------------------------------------------------------

    @Slot(object, str)
    def _tell(self, came: Came, group: str) -> None:
        words = came_to(came)
        self.begin()
        if came.trouble is not None or came.refused:
            self._say(Tone.CAUTION, words)
        self._toast.say(words.title, int(HOLD_SECONDS * 1000), lambda: self._undo(group))

    def _undo(self, group: str) -> None:
        self._signing.undo(group)
        self.begin()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._say(Tone.DANGER, sentence(error))

    @Slot()
    def _refuse_letter(self) -> None:
        self._say(Tone.CAUTION, letters(taken=False))

    @Slot()
    def _ask_for_pin(self) -> None:
        self._say(Tone.CAUTION, pin_wanted())

    def _say(self, tone: Tone, words: Wording) -> None:
        self._notice.say(tone, words.title, words.what_to_do)

    # --- showing ------------------------------------------------------------------------------------

    def _shows(self, view: QWidget) -> bool:
        return self._stack.currentWidget() is view

    def _show_current(self) -> None:
        report = self._round.current
        self._reason.put_away()
        if report is not None:
            self._show_answer(report)
        elif self._round.decided:
            self._stack.setCurrentWidget(self._summary)
            self._signing.show(self._round)
        else:
            self._stack.setCurrentWidget(self._empty)
        self.retranslate()

    def _show_answer(self, report: Report) -> None:
        self._notice.clear()
        self._stack.setCurrentWidget(self._card)
        self._reading.show(report, self._core.clock.now())
        self._card.take_focus()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        self._names.reload()

    @Slot(object)
    def _reports_changed(self, _news: object) -> None:
        """What comes while nothing waited begins a round; one that is under way goes on undisturbed."""
        if self.isVisible() and self._shows(self._empty):
            self.begin()

    def take_focus(self) -> None:
        """Put the keyboard where the round is."""
        if self._reason.is_asked:
            self._reason.take_focus()
        elif self._shows(self._card):
            self._card.take_focus()
        elif self._shows(self._summary):
            self._summary.take_focus()
        else:
            super().take_focus()

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        at, of = self._round.place
        title = translate("Approvals", "Approvals")
        self.heading.setText(f"{title} · {at}/{of}" if self._round.current is not None else title)
        self._empty.say(
            translate("Approvals", "No answer waits for you"),
            translate("Approvals", "What units submit for your approval appears here."),
            translate("Approvals", "Look again"),
        )
        self._ask_anew()
        self._say_buttons()

    @Slot()
    def _say_buttons(self) -> None:
        self._bar.show_for(
            Standing(
                reading=self._shows(self._card),
                summing_up=self._shows(self._summary),
                writing=self._reason.is_asked,
                was_read=self._card.was_read,
                number=self._round.place[0],
                decided=bool(self._round.decided),
            )
        )

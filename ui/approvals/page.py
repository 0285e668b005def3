"""The page of approvals: an answer is read to its end and decided by a key; after the last one, one PIN."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import HOLD_SECONDS
from desktop_app.domain.payloads import Payload, PayloadInvalid, Text, check_text
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.pictures.album import album_of
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.triage.triage import CommandRefused
from ui import shortcuts
from ui.approvals.reading_card import Pictures, ReadingCard
from ui.approvals.round import Round, Verdict
from ui.approvals.summary import Summary
from ui.approvals.texts import Came, came_to
from ui.commands.context import PanelContext
from ui.commands.panel import CommandPanel
from ui.commands.writing import sending_back
from ui.language import translate
from ui.photos.faults import fault_words
from ui.photos.loading import Loader
from ui.sign_in.texts import letters
from ui.vocabulary.names import Names
from ui.widgets.notice import Notice
from ui.widgets.side_page import WholePage, say
from ui.widgets.state_pane import StatePane
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from desktop_app.sign_in.outcome import CardSummary
    from desktop_app.triage.approval import Signed
    from ui.bridge import Bridge
    from ui.tasks import Tasks

MOST = 50
"""Answers in one round: more than one sitting, and one message to the centre."""


class ApprovalsPage(WholePage):
    """A round begins whenever the page comes up with nothing decided yet."""

    guide_page = "27-approvals"
    widest = 1040

    def __init__(
        self, session: Session, core: Core, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("approvals", parent)
        self._session, self._core, self._tasks = session, core, tasks
        self._names = Names(session.store.directory)
        self._round = Round(())
        self._loader = Loader(session, tasks, self)
        self._build()
        shortcuts.connect(shortcuts.APPROVALS, self)
        bridge.directory_changed.connect(self._directory_changed)
        bridge.reports_changed.connect(self._reports_changed)
        self.retranslate()

    def _build(self) -> None:
        self._notice, self._stack = Notice("approvals.notice", self), QStackedWidget(self)
        self._card, self._summary = ReadingCard(self._names), Summary()
        self._empty = StatePane("approvals.state")
        self._empty.asked.connect(self.begin)
        for view in (self._card, self._summary, self._empty):
            self._stack.addWidget(view)
        self._panel: CommandPanel | None = None
        self._approve, self._back_to_unit, self._later, self._before, self._finish = (
            self._button(name) for name in ("approve", "sendBack", "later", "before", "finish")
        )
        self._approve.setProperty("kind", "primary")
        for button, act in (
            (self._approve, self.act), (self._back_to_unit, self.send_back), (self._later, self.leave),
            (self._before, self.step_back), (self._finish, self.finish),
        ):  # fmt: skip
            button.clicked.connect(act)
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._approve, self._back_to_unit, self._later, self._before):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._finish)
        self.column.addWidget(self._notice)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._bar)
        self._toast = Toast(self._stack)
        self._card.moved.connect(self._say_buttons)
        self._summary.confirmed.connect(self._carry_out)
        self._summary.letter_refused.connect(self._refuse_letter)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"approvals.{name}")
        return button

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
            self._round = Round(self._waiting())
        except StoreError as error:
            words = sentence(error)
            self._notice.say(Tone.DANGER, words.title, words.what_to_do)
        self._show_current()

    def begin_with(self, report_id: str) -> None:
        """Begin with the answer of one report alone: read, decided, and signed as those of a list are."""
        with suppress(StoreError):  # gone, or locked meanwhile: the page says that nothing waits
            self._round = Round(self._to_approve([report_id]))
        self._show_current()

    def _waiting(self) -> list[Report]:
        inbox = self._session.store.inbox
        query = InboxQuery(filter=QuickFilter.WAITING_FOR_ME, states=(State.AWAITING_APPROVAL,))
        return self._to_approve([row.id for row in inbox.rows(inbox.ids(query, MOST))])

    def _to_approve(self, ids: Sequence[str]) -> list[Report]:
        store, triage = self._session.store, self._session.triage
        reports = [store.reports.get(report_id) for report_id in ids if store.reports.has(report_id)]
        return [each for each in reports if each.answer and Command.APPROVE in triage.legal(each)]

    @Slot()
    def act(self) -> None:
        """Read on while there is more of the answer, then approve it; in the summary, sign."""
        if self._stack.currentWidget() is self._summary:
            self._summary.confirm()
        elif self._panel is not None:
            self._send_back_now()
        elif self._reading() and not self._card.was_read:
            self._card.read_on()
        elif self._reading():
            self._decide(Verdict.APPROVE)

    @Slot()
    def send_back(self) -> None:
        """Ask what the unit is to do better, by the panel that a report has for it, templates and all."""
        report, names = self._round.current, self._names
        if not self._reading() or report is None or self._panel is not None:
            return
        now, actor = self._core.clock.now(), self._session.triage.actor
        self._panel = panel = sending_back(PanelContext(report, actor, names, now, names.calendar))
        panel.confirmed.connect(self._send_back_now)
        panel.cancelled.connect(self.go_back)
        self.column.insertWidget(self.column.indexOf(self._bar), panel)
        panel.start()
        self._say_buttons()

    @Slot()
    def _send_back_now(self) -> None:
        """Take the reason; one that lacks something stays, with what is the matter beside it."""
        panel = self._panel
        if panel is None:
            return
        try:
            said = cast("Text", panel.built()).text
            check_text("text", said)
        except PayloadInvalid as error:
            panel.show_refusal(error)
            return
        self._decide(Verdict.SEND_BACK, said)

    def _put_panel_away(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    @Slot()
    def leave(self) -> None:
        """Leave the answer waiting."""
        if self._reading():
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
        if self._reading() and self._round.decided:
            self._round.finish()
            self._show_current()

    @Slot()
    def go_back(self) -> None:
        """Esc gives up the reason that is being written first, then leaves the page."""
        if self._panel is not None:
            self._show_current()
        else:
            self._summary.forget()
            super().go_back()

    def _decide(self, verdict: Verdict, text: str = "") -> None:
        self._round.decide(verdict, text)
        self._show_current()

    def _reading(self) -> bool:
        return self._stack.currentWidget() is self._card

    # --- carrying out -------------------------------------------------------------------------------

    @Slot()
    def _carry_out(self) -> None:
        wanted = self._round.wanted(self._summary.capacity)
        self._notice.clear()
        if not wanted:
            self._summary.forget()
            self._settle(None)
            return
        pin = self._summary.take_pin()
        self._summary.hold(on=True)
        self._tasks.run(lambda: self._core.sign_approvals(pin, wanted), self._settle, self._refused)

    @Slot(object)
    def _settle(self, signed: Signed | None) -> None:
        """Give every command that the card has signed, and what is sent back, as one group."""
        group = new_id()
        reports = {each.report.id: each.report for each in self._round.decided}
        done = [
            self._give(reports[wanted.report_id], Command.APPROVE, approval, group)
            for wanted, approval in (signed.approvals if signed else ())
        ]
        back = [
            self._give(each.report, Command.SEND_BACK, Text(each.text), group)
            for each in self._round.of(Verdict.SEND_BACK)
        ]
        waiting, trouble = (len(signed.waiting), signed.trouble) if signed else (0, None)
        self._summary.hold(on=False)
        self._tell(Came(sum(done), sum(back), waiting, trouble, (done + back).count(False)), group)

    def _give(self, report: Report, command: Command, payload: Payload, group: str) -> bool:
        try:
            self._session.triage.do(report, command, payload, group=group)
        except (CommandRefused, PayloadInvalid, StoreError):
            return False
        return True

    def _tell(self, came: Came, group: str) -> None:
        words = came_to(came)
        self.begin()
        if came.trouble is not None or came.refused:
            self._notice.say(Tone.CAUTION, words.title, words.what_to_do)
        self._toast.say(words.title, int(HOLD_SECONDS * 1000), lambda: self._undo(group))

    def _undo(self, group: str) -> None:
        self._session.triage.undo_group(group)
        self.begin()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        """Nothing was signed; the round stands as it was."""
        self._summary.hold(on=False)
        words = sentence(error)
        self._notice.say(Tone.DANGER, words.title, words.what_to_do)

    @Slot()
    def _refuse_letter(self) -> None:
        words = letters(taken=False)
        self._notice.say(Tone.CAUTION, words.title, words.what_to_do)

    # --- showing ------------------------------------------------------------------------------------

    def _show_current(self) -> None:
        report = self._round.current
        self._put_panel_away()
        if report is not None:
            self._notice.clear()
            entries = tuple(self._session.store.entries.of(report.id))
            self._stack.setCurrentWidget(self._card)
            pictures = self._pictures_of(report)
            self._card.show_answer(report, entries, self._core.clock.now(), pictures)
            self._fetch(report.id, pictures)
            self._card.take_focus()
        elif self._round.decided:
            self._summary.show_decided(self._round.decided)
            self._stack.setCurrentWidget(self._summary)
            self._look_for_pad()
            self._summary.take_focus()
        else:
            self._stack.setCurrentWidget(self._empty)
        self.retranslate()

    def _pictures_of(self, report: Report) -> Pictures:
        """The public copies that go with the answer, with the moment each shows."""
        album = album_of(report, self._session.files.of(report.id))
        return album.in_answer(report.answer.attachments) if report.answer else ()

    def _fetch(self, report_id: str, pictures: Pictures) -> None:
        for file, _ in pictures:
            self._loader.large(
                file,
                report_id,
                partial(self._card.show_picture, file.sha256),
                partial(self._miss, file.sha256),
            )

    def _miss(self, sha256: str, error: Exception) -> None:
        self._card.show_fault(sha256, *fault_words(error))

    def _look_for_pad(self) -> None:
        """Readers and tokens with keys of their own take the PIN there."""
        if self._round.of(Verdict.APPROVE):
            inspected = self._core.sign_in.inspect(self._session.reader)
            self._tasks.watch(inspected, self._seen_card, self._refused)

    @Slot(object)
    def _seen_card(self, card: CardSummary) -> None:
        self._summary.show_pad(on=card.pin_pad)
        if self._stack.currentWidget() is self._summary:
            self._summary.take_focus()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        self._names.reload()

    @Slot(object)
    def _reports_changed(self, _news: object) -> None:
        """What comes while nothing waited begins a round; one that is under way goes on undisturbed."""
        if self.isVisible() and self._stack.currentWidget() is self._empty:
            self.begin()

    def take_focus(self) -> None:
        """Put the keyboard where the round is."""
        if self._panel is not None:
            self._panel.start()
        elif self._reading():
            self._card.take_focus()
        elif self._stack.currentWidget() is self._summary:
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
        self._say_buttons()

    @Slot()
    def _say_buttons(self) -> None:
        reading = self._reading()
        summing_up = self._stack.currentWidget() is self._summary
        self._bar.setVisible(self._panel is None and (reading or summing_up))
        for button in (self._approve, self._back_to_unit, self._later):
            button.setVisible(reading)
        self._finish.setVisible(reading and bool(self._round.decided))
        self._before.setVisible(self._round.place[0] > 1 or not reading)
        approve = translate("Approvals", "Approve (Ctrl+Enter)")
        if not self._card.was_read:
            approve = translate("Approvals", "Read on (Ctrl+Enter)")
        say(self._approve, approve)
        say(self._back_to_unit, translate("Approvals", "Send back (Alt+2)"))
        say(self._later, translate("Approvals", "Later (Alt+3)"))
        say(self._before, translate("Approvals", "Back (Alt+←)"))
        say(self._finish, translate("Approvals", "To the summary (Alt+Enter)"))

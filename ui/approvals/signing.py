"""The end of a round: the card signs what was approved, and all that was decided goes out as one group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.ids import new_id
from desktop_app.domain.payloads import Payload, PayloadInvalid, Text
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command
from desktop_app.store.errors import StoreError
from desktop_app.triage.triage import CommandRefused
from ui.approvals.round import Decided, Round, Verdict
from ui.approvals.summary import Summary
from ui.approvals.texts import Came

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from desktop_app.sign_in.outcome import CardSummary
    from desktop_app.triage.approval import Signed
    from ui.tasks import Tasks


class Signing(QObject):
    """``begun`` once the summary is confirmed; then what ``came``, with its group, or ``refused``."""

    begun = Signal()
    came = Signal(object, str)
    refused = Signal(object)

    def __init__(self, summary: Summary, session: Session, core: Core, tasks: Tasks) -> None:
        super().__init__(summary)
        self._summary, self._session, self._core, self._tasks = summary, session, core, tasks
        self._round = Round(())
        summary.confirmed.connect(self._carry_out)

    def show(self, decided: Round) -> None:
        """Show what will happen; readers and tokens with keys of their own take the PIN there."""
        self._round = decided
        self._summary.show_decided(decided.decided)
        if decided.of(Verdict.APPROVE):
            inspected = self._core.sign_in.inspect(self._session.reader)
            self._tasks.watch(inspected, self._seen_card, self._stop)
        self._summary.take_focus()

    def undo(self, group: str) -> None:
        """Take back what went out as ``group``, as far as it is still held."""
        self._session.triage.undo_group(group)

    @Slot(object)
    def _seen_card(self, card: CardSummary) -> None:
        self._summary.show_pad(on=card.pin_pad)
        if not self._summary.isHidden():
            self._summary.take_focus()

    @Slot()
    def _carry_out(self) -> None:
        self.begun.emit()
        decided, wanted = self._round.decided, self._round.wanted(self._summary.capacity)
        if not wanted:
            self._summary.forget()
            self._settle(decided, None)
            return
        pin = self._summary.take_pin()
        self._summary.hold(on=True)
        self._tasks.run(
            lambda: self._core.sign_approvals(pin, wanted), partial(self._settle, decided), self._stop
        )

    def _settle(self, decided: Sequence[Decided], signed: Signed | None) -> None:
        """Give every command that the card has signed, and what is sent back, as one group."""
        group = new_id()
        reports = {each.report.id: each.report for each in decided}
        done = [
            self._give(reports[wanted.report_id], Command.APPROVE, approval, group)
            for wanted, approval in (signed.approvals if signed else ())
        ]
        back = [
            self._give(each.report, Command.SEND_BACK, Text(each.text), group)
            for each in decided
            if each.verdict is Verdict.SEND_BACK
        ]
        waiting, trouble = (len(signed.waiting), signed.trouble) if signed else (0, None)
        self._summary.hold(on=False)
        self.came.emit(Came(sum(done), sum(back), waiting, trouble, (done + back).count(False)), group)

    def _give(self, report: Report, command: Command, payload: Payload, group: str) -> bool:
        try:
            self._session.triage.do(report, command, payload, group=group)
        except (CommandRefused, PayloadInvalid, StoreError):
            return False
        return True

    @Slot(object)
    def _stop(self, error: Exception) -> None:
        """Nothing was signed; the round stands as it was."""
        self._summary.hold(on=False)
        self.refused.emit(error)

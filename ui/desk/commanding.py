"""From a command chosen to a row in the outbox: panel, preview or at once; then *Undo* while it is held."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.clock import Clock
from desktop_app.domain.outbox import Pending
from desktop_app.domain.payloads import Nothing, Payload, PayloadInvalid
from desktop_app.domain.transition import goes_through_dispatcher, stake_of
from desktop_app.domain.workflow import Command, publishes_by_policy
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.triage.triage import CommandRefused
from ui.commands.catalogue import AT_ONCE
from ui.detail.detail import Detail
from ui.language import translate
from ui.publication.citizen_page import page_once_published
from ui.publication.publish_preview import PublishPreview
from ui.theme import TOAST_MS
from ui.vocabulary.names import Names
from ui.vocabulary.words import done_sentence
from ui.widgets.toast import Toast


class Commanding(QObject):
    """Carries out what the person chose on the report that ``detail`` shows."""

    panel_opened = Signal()
    previewed = Signal(object)
    """A ``PublishPreview`` waits for the photos of its page."""
    given = Signal(str)
    """A command was given on this report, or taken back: it reads otherwise now."""
    returned_to = Signal(str)
    """A command was undone; the person is back at this report."""
    approval_asked = Signal(str)
    """The answer of this report is to be read and signed: on the page of approvals, with the card."""
    carried_on = Signal(str)
    """A command that changes more than this report's notes was given on it."""

    def __init__(self, session: Session, names: Names, clock: Clock, detail: Detail, toast: Toast) -> None:
        super().__init__(detail)
        self._session, self._names, self._clock = session, names, clock
        self._detail, self._toast = detail, toast
        detail.command_chosen.connect(self.begin)
        detail.confirmed.connect(self.carry_out)

    @Slot(object)
    def begin(self, command: Command) -> None:
        """Start a command: at once, by the preview, on the page of approvals, or by its panel."""
        if command in AT_ONCE:
            self.carry_out(command, Nothing())
        elif command is Command.APPROVE:
            self._ask_for_approval()
        elif command is Command.PUBLISH:
            self._preview()
        else:
            self.panel_opened.emit()
            self._detail.open_panel(command)

    @Slot(object, object)
    def carry_out(self, command: Command, payload: Payload) -> None:
        """Give the command; refused, everything typed stays in place."""
        reading = self._detail.reading
        if reading is None:
            return
        try:
            pending = self._session.triage.do(reading.report, command, payload)
        except (CommandRefused, PayloadInvalid, StoreError) as error:
            self._detail.show_refusal(error)
            return
        typed = self._detail.panel.form.values() if self._detail.panel else {}
        self._detail.show_own(pending)
        self.given.emit(reading.report.id)
        relayed = goes_through_dispatcher(command, self._session.triage.actor, reading.report)
        self._offer_undo(command, pending, typed, through_dispatcher=relayed)
        if pending.held_until is not None:
            self.carried_on.emit(reading.report.id)

    def _ask_for_approval(self) -> None:
        if self._detail.reading is not None:
            self.approval_asked.emit(self._detail.reading.report.id)

    def _preview(self) -> None:
        reading = self._detail.reading
        if reading is None:
            return
        now, unit = self._clock.now(), self._session.person.unit_id
        answer = reading.report.answer
        shown = self._detail.photos.album.in_answer(answer.attachments) if answer else ()
        page = page_once_published(reading.report, reading.entries, self._names, now, unit, shown)
        files = [file for file, _ in shown]
        by_policy = publishes_by_policy(self._session.triage.actor, stake_of(reading.report))
        preview = PublishPreview(reading.report, page, self._names, self._detail, files, by_policy=by_policy)
        self.previewed.emit(preview)
        preview.accepted.connect(lambda: self.carry_out(Command.PUBLISH, preview.payload()))
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def _offer_undo(
        self, command: Command, pending: Pending, typed: dict[str, object], *, through_dispatcher: bool
    ) -> None:
        said = done_sentence(command, through_dispatcher=through_dispatcher)
        if pending.held_until is None:
            self._toast.say(said, TOAST_MS)
            return
        left = pending.held_until - self._clock.now()
        held_ms = max(1, int(left.total_seconds() * 1000))
        self._toast.say(said, held_ms, lambda: self._undo(pending, typed))

    def _undo(self, pending: Pending, typed: dict[str, object]) -> None:
        """Take the command back and put what was typed into its panel again."""
        if not self._session.triage.undo(pending.event.id):
            self._toast.say(translate("Desk", "Too late to undo: it is on its way."), TOAST_MS)
            return
        self.returned_to.emit(pending.event.entity_id)
        self._detail.refresh()
        self.given.emit(pending.event.entity_id)
        if typed and isinstance(pending.event.type, Command):
            panel = self._detail.open_panel(pending.event.type)
            if panel is not None:
                panel.form.restore(typed)

"""From a conflict to its end: mine issued again on the present version, or theirs taken."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.triage.triage import CommandRefused, Conflict
from ui.language import translate
from ui.sync.decision import Decision
from ui.theme import TOAST_MS
from ui.widgets.toast import Toast


class Deciding(QObject):
    """Shows what is to be decided and carries the choice out."""

    ended = Signal()
    """Nothing is being decided any more."""

    def __init__(self, session: Session, decision: Decision, toast: Toast) -> None:
        super().__init__(decision)
        self._session, self._decision, self._toast = session, decision, toast
        decision.mine_chosen.connect(self._take_mine)
        decision.theirs_chosen.connect(self._take_theirs)
        decision.left.connect(self.ended)

    def begin(self, report_id: str) -> bool:
        """Show both versions of a report; False when there is nothing to decide."""
        conflict = self._conflict_of(report_id)
        if conflict is None:
            return False
        self._decision.show_conflict(conflict)
        return True

    def _conflict_of(self, report_id: str) -> Conflict | None:
        found = self._session.triage.conflicts()
        return next((each for each in found if each.pending.event.entity_id == report_id), None)

    @Slot(str)
    def _take_mine(self, event_id: str) -> None:
        try:
            self._session.triage.resolve_mine(event_id)
        except (CommandRefused, PayloadInvalid, StoreError) as error:
            self._decision.show_refusal(error)
            return
        self.ended.emit()
        self._toast.say(translate("Desk", "Yours is sent again on the present version."), TOAST_MS)

    @Slot(str)
    def _take_theirs(self, event_id: str) -> None:
        try:
            self._session.triage.resolve_theirs(event_id)
        except (CommandRefused, StoreError) as error:
            self._decision.show_refusal(error)
            return
        self.ended.emit()
        self._toast.say(translate("Desk", "The colleague's version stands. Your draft is kept."), TOAST_MS)

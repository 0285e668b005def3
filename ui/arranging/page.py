"""*Ủy quyền và bàn giao*: absences, work handed over, campaigns, as far as they are this person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.matters import AnswerTakeover
from desktop_app.triage.arranging import keep_drafts
from ui.arranging.absences import Absences
from ui.arranging.arrangement import Arrangement, Desk
from ui.arranging.campaigns import Campaigns
from ui.arranging.takeovers import Takeovers
from ui.language import translate
from ui.vocabulary.names import Names
from ui.widgets.side_page import SidePage

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.session import Session
    from ui.bridge import Bridge
    from ui.tasks import Tasks


class ArrangingPage(SidePage):
    """Reads the directory anew whenever it comes up or changes."""

    guide_page = "26-arranging"

    def __init__(
        self, session: Session, clock: Clock, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__("arranging", parent)
        self._session, self._names = session, Names(session.store.directory)
        desk = Desk(session, self._names, clock, tasks)
        self._takeovers = Takeovers("takeovers", desk, self)
        self._sections: tuple[Arrangement, ...] = (
            self._takeovers, Absences("absences", desk, self), Campaigns("campaigns", desk, self),
        )  # fmt: skip
        for section in self._sections:
            self.column.addWidget(section)
        self._takeovers.arranged.connect(self._keep_drafts)
        bridge.directory_changed.connect(self._directory_changed)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is arranged as of now."""
        super().showEvent(event)
        self._renew()

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self.heading.setText(translate("Arranging", "Absence and handing over"))
        self.setAccessibleName(translate("Arranging", "Absence and handing over"))
        for section in self._sections:
            section.show_all()

    @Slot(object)
    def _directory_changed(self, _news: object) -> None:
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        self._names.reload()
        for section in self._sections:
            section.show_lines()

    @Slot(str, object)
    def _keep_drafts(self, concerned: str, payload: object) -> None:
        """Work taken over brings the drafts of who leaves."""
        if isinstance(payload, AnswerTakeover) and payload.accepted:
            listed = self._session.store.directory.takeovers()
            for taken in (each for each in listed if each.id == concerned):
                keep_drafts(self._session.triage, taken)

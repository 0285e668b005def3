"""An answer brought onto the reading card: its timeline from the store, its pictures fetched one by one."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.report import Report
from desktop_app.pictures.album import album_of
from ui.approvals.reading_card import Pictures, ReadingCard
from ui.photos.faults import fault_words
from ui.photos.loading import Loader

if TYPE_CHECKING:
    from desktop_app.session import Session
    from ui.tasks import Tasks


class Reading(QObject):
    """Lives as long as its card does."""

    def __init__(self, card: ReadingCard, session: Session, tasks: Tasks) -> None:
        super().__init__(card)
        self._card, self._session = card, session
        self._loader = Loader(session, tasks, self)

    def show(self, report: Report, now: datetime) -> None:
        """Show the answer of ``report`` from its top."""
        pictures = self._pictures_of(report)
        self._card.show_answer(report, tuple(self._session.store.entries.of(report.id)), now, pictures)
        for file, _ in pictures:
            shown = partial(self._card.show_picture, file.sha256)
            self._loader.large(file, report.id, shown, partial(self._miss, file.sha256))

    def _pictures_of(self, report: Report) -> Pictures:
        """The public copies that go with the answer, with the moment each shows."""
        album = album_of(report, self._session.files.of(report.id))
        return album.in_answer(report.answer.attachments) if report.answer else ()

    def _miss(self, sha256: str, error: Exception) -> None:
        self._card.show_fault(sha256, *fault_words(error))

"""The document in the viewer: which page is looked at, turned to the next, and what is said of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.pictures.errors import KindNotShown
from desktop_app.triage.report_files import ReportFile
from ui.language import translate
from ui.photos.document import Document
from ui.photos.loading import Loader
from ui.photos.words import size_word
from ui.widgets.when import moment_text

SHOWN_TYPE = "application/pdf"


class DocumentView(QObject):
    """One document at a time; pages come by signal, an answer that is no longer wanted does not."""

    came = Signal(QImage)
    failed = Signal(object)
    """Why the page cannot be seen (an exception)."""

    def __init__(self, loader: Loader, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._tasks = loader.files, loader.tasks
        self._document: Document | None = None
        self._report_id = ""
        self.file: ReportFile | None = None
        self.at = 0

    @property
    def pages(self) -> int:
        """How many pages can be looked at; 0 until the first has come."""
        return self._document.shown_pages if self._document else 0

    @property
    def is_open(self) -> bool:
        """Whether the document is open, or being opened."""
        return self._document is not None

    def open(self, file: ReportFile, report_id: str) -> None:
        """Begin with the first page of ``file``."""
        self.leave()
        self.file, self._report_id, self.at = file, report_id, 0

    def load(self) -> None:
        """Bring the page that is looked at; the document is fetched and opened where it is not."""
        file = self.file
        if file is None:
            return
        if file.media_type != SHOWN_TYPE:
            self.failed.emit(KindNotShown(file.name))
            return
        document = self._document = self._document or Document(
            partial(self._files.open, file, self._report_id)
        )
        at = self.at

        def is_wanted() -> bool:
            return self._document is document and self.at == at

        def done(image: QImage) -> None:
            if is_wanted():
                self.came.emit(image)
                self._tasks.run(partial(document.look_ahead, at + 1), _forget, _forget)

        def failed(error: Exception) -> None:
            if is_wanted():
                self.failed.emit(error)

        self._tasks.run(partial(document.page, at), done, failed)

    def turn(self, by: int) -> bool:
        """Go on by some pages; tell whether there was one."""
        at = self.at + by
        if not 0 <= at < self.pages:
            return False
        self.at = at
        return True

    def rest(self) -> None:
        """Nobody looks: end the process; ``load`` would begin another at the same page."""
        document, self._document = self._document, None
        if document is not None:
            document.close()

    def leave(self) -> None:
        """Show no document any more."""
        self.rest()
        self.file = None

    def title(self) -> str:
        """Return which page it is."""
        if not self.pages:
            return translate("Photos", "Document")
        return translate("Photos", "Page {page} of {count}").format(page=self.at + 1, count=self.pages)

    def about(self) -> str:
        """Return what the document is, in one line."""
        file = self.file
        if file is None:
            return ""
        return " · ".join((file.name, file.by_name, moment_text(file.at), size_word(file.size)))

    def left_out(self) -> str:
        """Return how much of it is not shown; empty where nothing is."""
        document = self._document
        if document is None or document.pages == document.shown_pages:
            return ""
        words = translate("Photos", "Only the first {shown} of {count} pages are shown.")
        return words.format(shown=document.shown_pages, count=document.pages)


def _forget(_result: object) -> None:
    """A page drawn ahead has no one waiting."""

"""One answer to read before it is approved: who, what, when, then the page as the citizen will see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.domain.attachments import Moment
from desktop_app.domain.report import Entry, Report
from desktop_app.triage.report_files import ReportFile
from ui.detail.detail_header import DetailHeader
from ui.language import Translated, translate
from ui.publication.citizen_page import page_once_published
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone

Pictures = Sequence[tuple[ReportFile, Moment]]
_NEARLY = 4
"""Pixels that may be left under the view when a page counts as read to its end."""


class ReadingCard(Translated, QWidget):
    """``read_on`` turns the page until its end was on screen; ``moved`` tells that more of it is."""

    moved = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._seen = False
        self._filling = False
        self._say: Callable[[], None] = lambda: None
        self._awaited: set[str] = set()
        self._header, self._page = DetailHeader(names, self), QTextBrowser(self)
        self._pictures = Notice("approvals.pictures", self)
        self._page.setObjectName("approvals.page")
        self._page.setProperty("role", "paper")
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setOpenLinks(False)
        self._page.setTabChangesFocus(True)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # ``minimumSizeHint`` says the least
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._header)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._pictures)
        bar = self._page.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)
        self.retranslate()

    def show_answer(
        self, report: Report, entries: tuple[Entry, ...], now: datetime, pictures: Pictures = ()
    ) -> None:
        """Show the page that this answer will be, from its top; its ``pictures`` come one by one."""
        self._seen = False
        self._awaited = {file.sha256 for file, _ in pictures}
        self._say = partial(self._say_answer, report, entries, now, pictures)
        self._page.verticalScrollBar().setValue(0)
        self._say()

    def show_picture(self, sha256: str, image: QImage) -> None:
        """Show one of the pictures in its place; of an answer that is shown no more nothing happens."""
        if sha256 not in self._awaited:
            return
        self._awaited.discard(sha256)
        kind = QTextDocument.ResourceType.ImageResource
        self._page.document().addResource(kind, QUrl(f"picture:{sha256}"), image)
        self._say()

    def show_fault(self, sha256: str, title: str, remedy: str) -> None:
        """Say why a picture cannot be shown: what cannot be seen cannot be approved."""
        if sha256 in self._awaited:
            self._pictures.say(Tone.CAUTION, title, remedy)

    @property
    def was_read(self) -> bool:
        """Whether the end of the page, with every picture there, has been on screen."""
        return self._seen

    def read_on(self) -> None:
        """Turn to the next part of the page."""
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def minimumSizeHint(self) -> QSize:
        """The page must have room; who, what and when give way where both find none."""
        return QSize(self._page.minimumSizeHint().width(), self._least_below())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let who, what and when stand over the page where there is room for both."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        with_header = self._header.minimumHeight() + SPACING.small + self._least_below()
        self._header.setVisible(self.height() >= with_header)

    def _least_below(self) -> int:
        """Return the height under the header that the page needs, with what is said under it."""
        parts = (part for part in (self._page, self._pictures) if not part.isHidden())
        heights = [part.minimumSizeHint().height() for part in parts]
        return sum(heights) + SPACING.small * (len(heights) - 1)

    def take_focus(self) -> None:
        """Put the keyboard into the page: arrows scroll it."""
        self._page.setFocus()

    def retranslate(self) -> None:
        """Name the page, and say what is on it."""
        self._page.setAccessibleName(translate("Approvals", "The page as the citizen will see it"))
        self._say()

    def _say_answer(
        self, report: Report, entries: tuple[Entry, ...], now: datetime, pictures: Pictures
    ) -> None:
        """Set the texts anew; the place on the page stays."""
        self._header.show_report(report, now)
        self._make_room()
        unit = report.answer.publisher_unit if report.answer else ""
        bar = self._page.verticalScrollBar()
        place, self._filling = bar.value(), True
        self._page.setHtml(page_once_published(report, entries, self._names, now, unit, pictures))
        bar.setValue(place)
        self._filling = False
        self._say_awaited()
        self._look()

    def _say_awaited(self) -> None:
        if self._awaited:
            told = translate("Publish", "Photos still to come: {count}").format(count=len(self._awaited))
            self._pictures.say(Tone.INFO, told)
        else:
            self._pictures.clear()

    def _look(self) -> None:
        """Note when the end is on screen: by the page's whole height, which no half-made layout belies."""
        if self._filling:
            return
        page = self._page
        bottom = page.verticalScrollBar().value() + page.viewport().height()
        at_end = self.isVisible() and bottom >= page.document().size().height() - _NEARLY
        self._seen = self._seen or (at_end and not self._awaited)
        self.moved.emit()

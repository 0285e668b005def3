"""One answer to read before it is approved: who, what, when, then the page as the citizen will see it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.domain.report import Entry, Report
from ui.language import Translated, translate
from ui.reports.citizen_page import page_once_published
from ui.reports.detail_header import DetailHeader
from ui.reports.names import Names
from ui.theme import SPACING

_NEARLY = 4
"""Pixels that may be left under the view when a page counts as read to its end."""


class ReadingCard(Translated, QWidget):
    """``read_on`` turns the page until its end was on screen; ``moved`` tells that more of it is."""

    moved = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._seen = False
        self._header, self._page = DetailHeader(names, self), QTextBrowser(self)
        self._page.setObjectName("approvals.page")
        self._page.setProperty("role", "reading")
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setOpenLinks(False)
        self._page.setTabChangesFocus(True)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._header)
        layout.addWidget(self._page, 1)
        bar = self._page.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)
        self.retranslate()

    def show_answer(self, report: Report, entries: tuple[Entry, ...], now: datetime) -> None:
        """Show the page that this answer will be, from its top."""
        self._seen = False
        self._header.show_report(report, now)
        unit = report.answer.publisher_unit if report.answer else ""
        self._page.setHtml(page_once_published(report, entries, self._names, now, unit))
        self._page.verticalScrollBar().setValue(0)
        self._look()

    @property
    def was_read(self) -> bool:
        """Whether the end of the page has been on screen."""
        return self._seen

    def read_on(self) -> None:
        """Turn to the next part of the page."""
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def take_focus(self) -> None:
        """Put the keyboard into the page: arrows scroll it."""
        self._page.setFocus()

    def retranslate(self) -> None:
        """Name the page."""
        self._page.setAccessibleName(translate("Approvals", "The page as the citizen will see it"))

    def _look(self) -> None:
        bar = self._page.verticalScrollBar()
        if not self._seen and self.isVisible() and bar.value() >= bar.maximum() - _NEARLY:
            self._seen = True
        self.moved.emit()

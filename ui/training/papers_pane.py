"""The tray's half with citizens' documents: lay one on the reader, take it away, copy its code."""

from __future__ import annotations

import logging

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.tasks import Tasks
from ui.theme import SPACING
from ui.training.paper_view import PaperView
from ui.training.papers import PAPERS, Papers
from ui.widgets.scroll_page import ScrollPage

_log = logging.getLogger(__name__)


class PapersPane(Translated, QWidget):
    """Documents are made off the main thread the first time they are laid down."""

    def __init__(self, papers: Papers, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers, self._tasks = papers, tasks
        self._views = {paper.key: PaperView(paper, self) for paper in PAPERS}
        self._hint, self._problem = QLabel(self), QLabel(self)
        for label, role in ((self._hint, "muted"), (self._problem, "error")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self._problem.hide()
        self._away = QPushButton(self)
        self._away.setObjectName("tray.takeAway")
        self._away.clicked.connect(self._take_away)
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, SPACING.small, 0)
        column.setSpacing(SPACING.small)
        for view in self._views.values():
            view.laid.connect(self._lay)
            view.copied.connect(self._copy)
            column.addWidget(view)
        column.addStretch()
        scroll = ScrollPage("tray.papers", self)
        scroll.show_page(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for part in (self._hint, self._away, self._problem):
            layout.addWidget(part)
        layout.addWidget(scroll, 1)
        self.retranslate()

    @Slot(str)
    def _lay(self, key: str) -> None:
        self._problem.hide()
        self._tasks.run(lambda: self._papers.lay(key), self._moved, self._failed)

    @Slot()
    def _take_away(self) -> None:
        self._papers.take_away()
        self._moved(None)

    @Slot(str)
    def _copy(self, key: str) -> None:
        paper = next(paper for paper in PAPERS if paper.key == key)
        QGuiApplication.clipboard().setText(paper.code)

    @Slot(object)
    def _moved(self, _nothing: object) -> None:
        for key, view in self._views.items():
            view.show_there(there=key == self._papers.lying)
        self._away.setEnabled(self._papers.lying is not None)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        _log.warning("no training document: %s", type(error).__name__)
        self._problem.setText(
            translate("Training", "The document cannot be made: the folder of training cards is not usable.")
        )
        self._problem.show()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._hint.setText(
            translate("Training", "At the counter: copy a document's code, paste it, lay the document down.")
        )
        self._away.setText(translate("Training", "Take the document away"))
        self._away.setAccessibleName(self._away.text())
        self._away.setIcon(icons.icon("undo"))
        self._moved(None)

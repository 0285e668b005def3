"""Looks for open reports about the same while one types; an answer to an older question is dropped."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.triage.calls import CallDraft, Calls
from desktop_app.triage.neighbours import Neighbour
from ui.tasks import Tasks

_log = logging.getLogger(__name__)
_PAUSE_MS = 350


class SimilarSearch(QObject):
    """``found`` carries what may be about the same, the likest first."""

    found = Signal(object)

    def __init__(self, calls: Calls, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._calls, self._tasks = calls, tasks
        self._asked = CallDraft()
        self._answered: CallDraft | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def ask(self, draft: CallDraft) -> None:
        """Look for what is like ``draft`` once the typing pauses."""
        if draft != self._asked:
            self._asked = draft
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        draft = self._asked
        self._tasks.run(lambda: (draft, self._calls.similar(draft)), self._answer, self._failed)

    @Slot(object)
    def _answer(self, told: tuple[CallDraft, tuple[Neighbour, ...]]) -> None:
        if told[0] == self._asked:
            self.found.emit(told[1])

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        _log.info("similar reports not looked for: %s", type(error).__name__)

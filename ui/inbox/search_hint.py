"""What a search that found nothing probably meant, asked of the store off the main thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.store.search_help import SearchHelp, Suggestion
from ui.tasks import Tasks


class SearchHint(QObject):
    """Only the newest search counts; an answer that comes after another was asked is dropped."""

    found = Signal(object)
    """The ``Suggestion`` for the search asked about last."""

    def __init__(self, help_: SearchHelp, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._help, self._tasks = help_, tasks
        self._asked = ""

    def ask(self, text: str) -> None:
        """Look for what ``text`` meant; nothing for a search that is over."""
        self._asked = text
        if not text:
            return

        def done(suggestion: Suggestion | None) -> None:
            if suggestion is not None and text == self._asked:
                self.found.emit(suggestion)

        self._tasks.run(lambda: self._help.suggest(text), done, lambda _error: None)

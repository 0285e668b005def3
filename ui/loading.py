"""The modules of later windows, imported while nothing else is to be done, on the main thread.

Classes of Qt are made ready when they are first touched, and two threads that touch them at once end the
process: so what defines widgets is never imported beside the event loop, but between its turns.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

DESK = (
    "ui.widgets", "ui.photos", "ui.map", "ui.vocabulary", "ui.commands", "ui.detail", "ui.inbox",
    "ui.publication", "ui.sync", "ui.desk",
)  # fmt: skip
"""What a desk is made of, the parts before the whole."""


class Loading(QObject):
    """Imports one module a turn; ``ended`` once all are there."""

    ended = Signal()

    def __init__(self, packages: Sequence[str] = DESK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packages = packages
        self._names: Iterator[str] = iter(())
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._load)

    def begin(self) -> None:
        """Begin with the next turn."""
        self._names = _modules(self._packages)
        self._turn.start()

    def stop(self) -> None:
        """Load nothing more; idempotent."""
        self._turn.stop()

    @Slot()
    def _load(self) -> None:
        name = next(self._names, None)
        if name is None:
            self._turn.stop()
            self.ended.emit()
        else:
            importlib.import_module(name)


def _modules(packages: Sequence[str]) -> Iterator[str]:
    for package in packages:
        path = importlib.import_module(package).__path__
        yield from (f"{package}.{module.name}" for module in pkgutil.iter_modules(path) if not module.ispkg)

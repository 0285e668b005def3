"""The real program with a stopwatch inside: ``python -m tests.benchmarks.program CARD [PIN STEPS COMMANDS]``.

It runs what ``ioc-desk`` runs, on the home that ``IOC_DESK_HOME`` names; the one difference is a reader with
``CARD`` in it. It prints ``ready`` when the PIN field has the keyboard and is painted. With a PIN it then
signs in, steps through the list, accepts reports by key, prints the times as one JSON line and ends.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from cardio.simulator import CardFile, VirtualPivCard, VirtualReaders
from desktop_app import cli

READY = "ready"


class WatchedApplication(QApplication):
    """Waits for the PIN field, then does what was asked for."""

    work: tuple[str, int, int] | None = None

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._told = False
        self.focusObjectChanged.connect(self._look)

    @Slot(QObject)
    def _look(self, focus: QObject | None) -> None:
        if self._told or not isinstance(focus, QWidget) or focus.objectName() != "signIn.pin":
            return
        self._told = True
        focus.window().repaint()
        print(READY, flush=True)
        if self.work is not None:
            QTimer.singleShot(0, self._work)

    @Slot()
    def _work(self) -> None:
        from tests.benchmarks.person import Person

        if self.work is not None:
            pin, steps, commands = self.work
            print(json.dumps(Person().day(pin, steps, commands)), flush=True)
        self.quit()


def main(card: Path, *work: str) -> int:
    """Run the program with ``card`` in its reader."""
    readers = VirtualReaders("bench")
    readers.add_reader("Reader")
    readers.insert("Reader", VirtualPivCard(CardFile.load(card)))
    real = cli._real_readers
    if work:
        pin, steps, commands = work
        WatchedApplication.work = (pin, int(steps), int(commands))
    with (
        patch("desktop_app.cli._real_readers", lambda: [readers, *real()]),
        patch("PySide6.QtWidgets.QApplication", WatchedApplication),
    ):
        return cli.main([])


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), *sys.argv[2:]))

"""The real program with a stopwatch inside: ``-m tests.benchmarks.program [CARD [ERRAND PIN NUMBER ...]]``.

It runs what ``ioc-desk`` runs, on the home that ``IOC_DESK_HOME`` names. With ``CARD`` there is a reader in
process with that card in it; without, the readers are the machine's and nothing but the stopwatch is added.
It prints ``ready`` when the PIN field has the keyboard, takes keys and is painted. With an errand, which is a
method of ``person.Person``, that is then done with the PIN and the numbers; what it returns is printed as one
JSON line, and the program ends.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import cli
from desktop_app.__main__ import Windows

READY = "ready"


class WatchedApplication(QApplication):
    """Waits for the PIN field, then does what was asked for."""

    errand: tuple[str, str, list[int]] | None = None

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._told = False
        self.focusObjectChanged.connect(self._look)

    @Slot(QObject)
    def _look(self, focus: QObject | None) -> None:
        if self._told or not isinstance(focus, QWidget) or focus.objectName() != "signIn.pin":
            return
        if not (focus.isVisible() and focus.isEnabled()):
            raise RuntimeError("the field has the keyboard but takes no keys")
        self._told = True
        focus.window().repaint()
        print(READY, flush=True)
        if self.errand is not None:
            QTimer.singleShot(0, self._work)

    @Slot()
    def _work(self) -> None:
        from tests.benchmarks.person import Person

        if self.errand is None:
            return
        name, pin, numbers = self.errand
        try:
            print(json.dumps(getattr(Person(), name)(pin, *numbers)), flush=True)
        finally:
            self.quit()


def main(card: str = "", *errand: str) -> int:
    """Run the program, with the card of file ``card`` in a reader of its own if one is named."""
    if card:
        _add_reader(Path(card))
    if errand:
        name, pin, *numbers = errand
        WatchedApplication.errand = (name, pin, [int(number) for number in numbers])
    QtWidgets.QApplication = WatchedApplication  # type: ignore[assignment, misc]
    return cli.main([], Windows())


def _add_reader(card: Path) -> None:
    from cardio.simulator import CardFile, VirtualPivCard, VirtualReaders

    readers = VirtualReaders("bench")
    readers.add_reader("Reader")
    readers.insert("Reader", VirtualPivCard(CardFile.load(card)))
    real = cli._real_readers
    cli._real_readers = lambda: [readers, *real()]


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

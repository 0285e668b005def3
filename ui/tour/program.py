"""The program as the tour runs it: the real windows over a real core, with the agent inside.

``python -m ui.tour.program CARDS``: not enrolled, its home where ``IOC_DESK_HOME`` says. The one thing that
is not the product's own start is the agent.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cardio.simulator import VirtualReaders
from desktop_app.core import Core
from desktop_app.settings import Home
from ui.application import Application
from ui.tour.agent import Agent
from ui.training.environment import Training


class Cable:
    """The harness holds the network's cable, so the tray's own plug does nothing here."""

    connected = True

    def cut(self) -> None:
        """Left to the harness."""

    def restore(self) -> None:
        """Left to the harness."""


def main(cards: Path) -> int:
    """Run until the agent's line ends."""
    readers = VirtualReaders("training")
    home = Home.default()
    home.create()
    core = Core(home, [readers], use_keyring=False)
    application = QApplication(sys.argv[:1])
    core.start()
    windows = Application(core, Training(cards, readers, Cable()))
    agent = Agent(windows)
    try:
        windows.show()
        QTimer.singleShot(0, agent.start)
        return application.exec()
    finally:
        windows.close()
        core.stop()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))

"""The program as the tour runs it: the real windows over a real core, with the agent inside.

``python -m ui.tour.program CARDS``: not enrolled, its home where ``IOC_DESK_HOME`` says. The one thing that
is not the product's own start is the agent. With ``PCSC=1`` the tray's cards go into the two readers of the
real PC/SC service whose driver listens at ``VPCD_PORT``; else into readers in process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cardio.pcsc import PcscSource
from cardio.simulator import VirtualReaders, VpcdReaders
from cardio.source import ReaderSource
from desktop_app.core import Core
from desktop_app.logbook import write_logs
from desktop_app.settings import Home
from ui.application import Application
from ui.tour.agent import Agent
from ui.tour.disturbance import deeds
from ui.training.environment import Training

PCSC_READERS = ("Virtual PCD 00 00", "Virtual PCD 00 01")


class Cable:
    """The harness holds the network's cable, so the tray's own plug does nothing here."""

    connected = True

    def cut(self) -> None:
        """Left to the harness."""

    def restore(self) -> None:
        """Left to the harness."""


def readers_of(cards: Path, readers: VirtualReaders) -> tuple[list[ReaderSource], Training]:
    """Return where the program finds its readers, and the tray whose hands fill them.

    The driver has two readers, for staff cards; citizens' documents lie on one in process.
    """
    if os.environ.get("PCSC") == "1":
        port = int(os.environ["VPCD_PORT"])
        slots = VpcdReaders({name: port + number for number, name in enumerate(PCSC_READERS)})
        training = Training(cards, slots, Cable(), *PCSC_READERS, citizen_slots=readers)
        return [PcscSource(), readers], training
    return [readers], Training(cards, readers, Cable())


def main(cards: Path) -> int:
    """Run until the agent's line ends."""
    home = Home.default()
    home.create()
    write_logs(home)
    readers = VirtualReaders("training")
    sources, training = readers_of(cards, readers)
    core = Core(home, sources, use_keyring=False)
    application = QApplication(sys.argv[:1])
    core.start()
    windows = Application(core, training)
    agent = Agent(windows, deeds(readers))
    try:
        windows.show()
        QTimer.singleShot(0, agent.start)
        return application.exec()
    finally:
        windows.close()
        core.stop()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))

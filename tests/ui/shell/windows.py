"""The main window over a real core, as the program opens and closes it."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from tests.journeys.workbench import Workbench
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.desk.desk import Desk
from ui.settings.preferences import Preferences
from ui.shell.window import MainWindow
from ui.tasks import Tasks


def opened(core: Core, bridge: Bridge, tasks: Tasks) -> MainWindow:
    made = MainWindow(core, bridge, tasks, Preferences(core), Desk)
    made.resize(1366, 728)
    made.show()
    return made


def closed(window: MainWindow, qtbot: QtBot) -> None:
    """Close as the program does: the desk goes first, then the window."""
    window.sign_out()
    qtbot.waitUntil(lambda: window.findChild(Desk) is None)
    window.close()
    shiboken6.delete(window)


def page(window: MainWindow) -> str:
    shown = child(window, QStackedWidget).currentWidget()
    assert shown
    return shown.objectName()


def sign_in(bench: Workbench, window: MainWindow, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk")

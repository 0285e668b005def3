"""A person's hands inside the running program: PIN, arrow keys, commands; each timed to its paint.

Runs on the main thread of the program itself: nothing but the key lies between the clock and the paint.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QEventLoop, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from tests.benchmarks import floors
from tests.benchmarks.figures import timed
from tests.benchmarks.footprint import Footprint

PATIENCE_SECONDS: Final = 30.0
ROOMS: Final = (Qt.Key.Key_F5, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F12, Qt.Key.Key_F1)
"""Connection, my card, card doctor, notifications, guide: what a handler looks into."""
WORDS: Final = ("ngap", "duong", "nuoc rut")
TYPING_MS: Final = 2000
"""What six digits take a quick person; the program uses the time."""
STEP_MS: Final = 60
SETTLING_MS: Final = 1500
"""After a lock: threads of the session end, its widgets go."""
DRAINING_MS: Final = 15_000
"""After the last lock: what may still be taken back is held, and then goes out."""
BETWEEN_COMMANDS_MS: Final = 400
"""A person who is quick; news of the command before has settled by then."""


class NothingHappened(RuntimeError):
    """What a key should have led to did not come."""


class PaintWatch(QObject):
    """Sees the list, or the page of the day that leads into it, being painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a paint of what waits for the person; stop nothing."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and _is_work(watched):
            self.painted = True
        return False


class Person:
    """Works by keyboard at the program that runs in this process."""

    def __init__(self) -> None:
        self._watch = PaintWatch()
        application = QApplication.instance()
        if application is None:
            raise NothingHappened("no application")
        self._application = application

    def day(self, pin: str, steps: int, commands: int) -> dict[str, Any]:
        """Sign in, step through the list, accept reports; return the times in milliseconds.

        Commands and writes to the bare disk (``floors``) take turns: both meet the same machine.
        """
        unlocked = self._unlock(pin)
        view = self._find(QListView, "inbox.list")
        self._find(QAbstractButton, "filter.mine").click()
        self._until(view.isVisible, "the list")
        view.setFocus()
        view.viewport().installEventFilter(self._watch)
        times = {
            "unlock": unlocked,
            "rows": view.model().rowCount(),
            "steps": [self._step(view) for _ in range(steps)],
        }
        with floors.disk(Path(os.environ["IOC_DESK_HOME"])) as write:
            in_turn = [(self._accept(view), timed(write)) for _ in range(commands)]
        times["commands"] = [command for command, _ in in_turn]
        times["floors"] = [floor for _, floor in in_turn]
        view.viewport().removeEventFilter(self._watch)
        return times

    def week(self, pin: str, sessions: int, steps: int) -> list[tuple[int, int, int]]:
        """Sign in, read, search, accept, look into the rooms, lock, so often; the centre is there.

        Return what the program holds after each lock: kilobytes, threads, open files.
        """
        held = []
        for number in range(sessions):
            self._session(pin, steps, WORDS[number % len(WORDS)])
            _rest(SETTLING_MS)
            now = Footprint.now()
            held.append((now.resident_kb, now.threads, now.files))
        _rest(DRAINING_MS)
        return held

    def _session(self, pin: str, steps: int, word: str) -> None:
        self._unlock(pin)
        view = self._find(QListView, "inbox.list")
        self._find(QAbstractButton, "filter.mine").click()
        self._until(view.isVisible, "the list")
        for _ in range(steps):
            QTest.keyClick(view, Qt.Key.Key_Down)
            _rest(STEP_MS)
        self._accept_next(view)
        search = self._find(QWidget, "inbox.search")
        QTest.keyClicks(search, word)
        _rest(BETWEEN_COMMANDS_MS)
        for room in ROOMS:
            QTest.keyClick(view.window(), room)
            _rest(BETWEEN_COMMANDS_MS)
            QTest.keyClick(_foremost(view.window()), Qt.Key.Key_Escape)
            view.window().activateWindow()
            self._until(view.window().isActiveWindow, "the window behind the room")
        QTest.keyClick(view.window(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self._until(self._waits_for_a_pin, "the locked desk")

    def _accept_next(self, view: QListView) -> None:
        """Go on to the next report that can be accepted, and accept it."""
        window = view.window()
        for _ in range(view.model().rowCount()):
            button = window.findChild(QAbstractButton, "detail.command.accept")
            if button is not None and button.isVisible():
                QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
                _rest(BETWEEN_COMMANDS_MS)
                return
            QTest.keyClick(view, Qt.Key.Key_Down)
            _rest(STEP_MS)
        raise NothingHappened("a report to accept")

    def _waits_for_a_pin(self) -> bool:
        field = QApplication.focusWidget()
        return field is not None and field.objectName() == "signIn.pin"

    def _unlock(self, pin: str) -> float:
        """Enter after the PIN → the first rows on screen."""
        field = self._find(QWidget, "signIn.pin")
        QTest.keyClicks(field, pin)
        _rest(TYPING_MS)
        self._watch.painted = False
        self._application.installEventFilter(self._watch)
        begun = time.perf_counter_ns()
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._until(lambda: self._watch.painted, "rows")
        ended = time.perf_counter_ns()
        self._application.removeEventFilter(self._watch)
        return (ended - begun) / 1e6

    def _step(self, view: QListView) -> float:
        """Arrow down → the next row current, its report shown, both painted."""
        before = view.currentIndex().row()
        self._watch.painted = False
        begun = time.perf_counter_ns()
        QTest.keyClick(view, Qt.Key.Key_Down)
        self._until(lambda: self._watch.painted, "a step")
        ended = time.perf_counter_ns()
        if view.currentIndex().row() != before + 1:
            raise NothingHappened("the row is the same")
        return (ended - begun) / 1e6

    def _accept(self, view: QListView) -> float:
        """The key of *accept* → durable, and the row painted with what it says now."""
        _rest(BETWEEN_COMMANDS_MS)
        QTest.keyClick(view, Qt.Key.Key_Down)
        _rest(BETWEEN_COMMANDS_MS)
        row = QPersistentModelIndex(view.currentIndex())
        before = _spoken(row)
        self._watch.painted = False
        begun = time.perf_counter_ns()
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._until(lambda: self._watch.painted and _spoken(row) != before, "an accepted report")
        return (time.perf_counter_ns() - begun) / 1e6

    def _until(self, happened: Callable[[], bool], what: str) -> None:
        """Let the program run until ``happened``; what was painted is on screen then."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        QApplication.processEvents()
        while not happened():
            if time.monotonic() > deadline:
                raise NothingHappened(what)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _find(self, kind: type[QWidget], name: str) -> Any:  # noqa: ANN401 - a widget of ``kind``
        for window in QApplication.topLevelWidgets():
            found = window.findChild(kind, name)
            if found is not None:
                return found
        raise NothingHappened(name)


def _foremost(window: QWidget) -> QWidget:
    """Return what a key would reach: a popup, else the active window, else ``window``."""
    return QApplication.activePopupWidget() or QApplication.activeWindow() or window


def _is_work(widget: QWidget) -> bool:
    """Tell whether ``widget`` is the inside of a list with rows, or a lane of today's work."""
    view = widget.parentWidget()
    if isinstance(view, QListView) and view.objectName() == "inbox.list":
        return view.model().rowCount() > 0
    return widget.objectName().startswith("today.")


def _rest(milliseconds: int) -> None:
    pause = QEventLoop()
    QTimer.singleShot(milliseconds, pause.quit)
    pause.exec()


def _spoken(row: QPersistentModelIndex | QModelIndex) -> str:
    return str(row.data(Qt.ItemDataRole.AccessibleTextRole))

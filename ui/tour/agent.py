"""The agent inside the program: one JSON command a line on stdin, one JSON answer a line on stdout.

Commands run on the main thread, as a person's actions would. ``{"do": "press", "name": "..."}`` answers
``{"ok": true, ...}`` or ``{"ok": false, "error": ..., "there": [...]}``. When stdin ends the program quits:
a harness that died leaves no window behind.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui import language
from ui.crossing import Crossing
from ui.theme import Scheme, Theme
from ui.tour import access, hands, legibility
from ui.tour.pseudo_locale import PSEUDO, PseudoLocale
from ui.tour.settling import settle


class Agent(QObject):
    """Reads commands on a thread of its own and carries each out on the main thread."""

    _arrived = Signal(str)
    _ended = Signal()

    def __init__(
        self, parent: QObject | None = None, more: Mapping[str, Callable[..., object]] | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds = {**_DEEDS, **(more or {})}
        self._crossing = Crossing(self)
        self._arrived.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._quit, Qt.ConnectionType.QueuedConnection)
        self._out = sys.stdout

    def start(self) -> None:
        """Begin to listen; says ``{"ready": true}`` first."""
        self._answer({"ready": True})
        threading.Thread(target=self._listen, name="tour-agent", daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._crossing.carry(partial(self._arrived.emit, line))
        self._crossing.carry(self._ended.emit)

    @Slot()
    def _quit(self) -> None:
        QApplication.quit()

    @Slot(str)
    def _carry_out(self, line: str) -> None:
        command: dict[str, Any] = json.loads(line)
        try:
            result = self._deeds[command.pop("do")](**command)
        except hands.NotOnScreen as missing:
            self._answer({"ok": False, "error": f"not on screen: {missing.name}", "there": missing.there})
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the harness must hear of it
            self._answer({"ok": False, "error": f"{type(error).__name__}: {error}"})
        else:
            self._answer({"ok": True, "result": result})

    def _answer(self, answer: dict[str, Any]) -> None:
        self._out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        self._out.flush()


def _photograph(folder: str, stem: str) -> list[str]:
    """Photograph every window in both languages, then go back to the one that was spoken."""
    before = language.current()
    saved: list[str] = []
    for each in language.Language:
        _speak(each.value)
        saved += hands.photograph(Path(folder), f"{stem}-{each.value}")
    _speak(before.value)
    return saved


def _wear(folder: str, stem: str, schemes: list[str], text_scale: int, spoken: list[str]) -> list[str]:
    """Photograph every window but the tray in these colours and languages; keep the last look."""
    application = QApplication.instance()
    theme = application.findChild(Theme) if application else None
    if theme is None:
        raise LookupError("no theme")
    before = language.current()
    saved: list[str] = []
    for scheme in reversed(schemes):
        theme.choose(Scheme(scheme), text_scale / 100)
        for each in spoken:
            _speak(each)
            saved += hands.photograph(Path(folder), f"{stem}-{scheme}-{each}", without="tray")
    _speak(before.value)
    return saved


def _examine(spoken: list[str]) -> dict[str, list[str]]:
    """Return, by language, what a screen reader, a keyboard and an eye find wrong on screen."""
    before = language.current()
    found: dict[str, list[str]] = {}
    for each in spoken:
        _speak(each)
        found[each] = access.findings(without="tray") + legibility.findings(without="tray")
    _speak(before.value)
    return found


def _speak(which: str) -> None:
    """Change the language and let every layout settle before anyone looks."""
    if which == PSEUDO:
        language.install(language.Language.ENGLISH, PseudoLocale())
    else:
        language.install(language.Language(which))
    settle()


_DEEDS: dict[str, Callable[..., object]] = {
    "press": hands.press,
    "type": hands.type_text,
    "key": hands.shortcut,
    "choose": hands.choose,
    "menu": hands.choose_from_menu,
    "rows": hands.rows,
    "read": hands.read,
    "focused": hands.focused,
    "read_focused": hands.read_focused,
    "screen": hands.screen,
    "title": hands.title,
    "names": hands.names,
    "photograph": _photograph,
    "wear": _wear,
    "resize": hands.resize,
    "answer": hands.answer,
    "examine": _examine,
}

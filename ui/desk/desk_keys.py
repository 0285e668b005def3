"""The keys of the desk: search, the primary command, the numbered ones, the next report, undo, the alarm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from ui.shortcuts import of_desk

NUMBERS = range(1, 10)
"""Alt+1 to Alt+9."""


def hear_keys(
    desk: QWidget,
    *,
    search: Callable[[], None],
    primary: Callable[[], None],
    undo: Callable[[], None],
    alarm: Callable[[], None],
    numbered: Callable[[int], None],
    following: Callable[[], None],
    preceding: Callable[[], None],
) -> None:
    """Make the shortcuts of ``desk`` from the one table of keys."""
    for keys, act in (
        (of_desk("search"), search),
        (of_desk("primary"), primary),
        (of_desk("undo"), undo),
        (of_desk("alarm"), alarm),
        (of_desk("following"), following),
        (of_desk("preceding"), preceding),
        *((of_desk("command", number), partial(numbered, number)) for number in NUMBERS),
    ):
        shortcut = QShortcut(desk)
        shortcut.setKeys(keys)
        shortcut.activated.connect(act)

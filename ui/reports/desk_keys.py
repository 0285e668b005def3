"""The keys of the desk: search, the primary command, the numbered ones, undo, the alarm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

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
) -> None:
    """Make the shortcuts of ``desk``; both Enter keys of a keyboard are the same key to a person."""
    for sequence, act in (
        ("Ctrl+F", search),
        ("Ctrl+Return", primary),
        ("Ctrl+Enter", primary),
        ("Ctrl+Z", undo),
        ("Ctrl+J", alarm),
        *((f"Alt+{number}", partial(numbered, number)) for number in NUMBERS),
    ):
        QShortcut(QKeySequence(sequence), desk).activated.connect(act)

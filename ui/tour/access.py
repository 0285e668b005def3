"""What a screen reader and a keyboard find on screen: controls without a name, without Tab, out of order.

Looks at the windows as they stand; the Tab key is really pressed, round the active window once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_COMPOSITES = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QAbstractItemView)
"""What stands inside one of these is reached by its keys."""
_MOST_STEPS = 300
_SECTIONS = 3
"""Of a day: each takes a Tab."""


def findings(without: str = "") -> list[str]:
    """Return what is wrong, a line each, in every visible window but the one called ``without``."""
    found: list[str] = []
    for window in QApplication.topLevelWidgets():
        if is_ours(window) and window.objectName() != without:
            controls = list(_controls(window))
            found += [f"no name: {called(each)}" for each in controls if not name_of(each)]
            found += [f"no Tab: {called(each)}" for each in controls if not _takes_tab(each)]
            if window.isActiveWindow():
                found += _walked(window, [each for each in controls if _takes_tab(each)])
    return found


def is_ours(window: QWidget) -> bool:
    """Tell whether a window is seen and the program's own: Qt's file dialog stands in for the platform's."""
    return window.isVisible() and window.width() > 1 and not isinstance(window, QFileDialog)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls the widget: its own name, its label's or its text."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def called(widget: QWidget) -> str:
    """Return what a developer finds the widget by."""
    around = widget.parentWidget()
    inside = f" in {around.objectName() or type(around).__name__}" if around is not None else ""
    return f"{type(widget).__name__} {widget.objectName() or '(unnamed)'}{inside}"


def tab_round(window: QWidget) -> list[QWidget]:
    """Press Tab until the keyboard is back where it was; return where it has been, in order."""
    start: QWidget | None = window.focusWidget()
    if start is None:
        return []
    visited, at = [start], start
    for _ in range(_MOST_STEPS):
        following = _step(at)
        if following is None or following in visited:
            break
        visited.append(following)
        at = following
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    return visited


def _step(at: QWidget) -> QWidget | None:
    """Press Tab until the keyboard leaves ``at``: inside a day it first goes over month and year."""
    for _ in range(_SECTIONS if isinstance(at, QAbstractSpinBox) else 1):
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not at:
            break
    return QApplication.focusWidget()


def _walked(window: QWidget, controls: Sequence[QWidget]) -> list[str]:
    visited = tab_round(window)
    if not visited:
        return []
    reached = {id(each.focusProxy() or each) for each in visited}
    missed = [each for each in controls if id(each.focusProxy() or each) not in reached]
    # One of a group of exclusive buttons has the keyboard; arrows lead to the rest.
    missed = [each for each in missed if not (isinstance(each, QAbstractButton) and each.group())]
    return [
        *(f"Tab never comes to: {called(each)}" for each in missed),
        *(f"Tab goes back up: {called(a)} → {called(b)}" for a, b in _backwards(visited)),
    ]


def _backwards(visited: Sequence[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield neighbours in the order of Tab whose second stands above the first, and not in a later column."""
    first = _first_of(visited)
    for one, other in pairwise(visited):
        if other is first or one.parentWidget() is not other.parentWidget():
            continue
        above, below = other.geometry(), one.geometry()
        if above.bottom() < below.top() and above.left() < below.right():
            yield one, other


def _first_of(visited: Sequence[QWidget]) -> QWidget | None:
    """Return the one that the window's own order begins with: there the round starts anew."""
    window = visited[0].window()
    at: QWidget | None = window.nextInFocusChain()
    while at is not None and at is not window and at not in visited:
        at = at.nextInFocusChain()
    return at


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.window() is not window:  # of a window that was opened from this one
            continue
        if isinstance(widget, _CONTROLS) and widget.isVisible() and widget.isEnabled() and _is_whole(widget):
            yield widget


def _is_whole(widget: QWidget) -> bool:
    """Tell whether the widget is a control of its own, neither a part of another nor of no size."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, _COMPOSITES):
            return False
        around = around.parentWidget()
    return widget.width() > 1 and widget.height() > 1 and not isinstance(widget, QHeaderView)


def _takes_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy() or widget
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        return True
    return bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)

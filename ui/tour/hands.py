"""A person's hands and eyes on real widgets: find by accessible name, press, type, read, photograph.

Only what a person could do is done: hidden and disabled widgets are not found, clicks go through Qt's own
event queue, and text arrives key by key.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

MAIN = "main"
"""The object name of the program's own window."""
ROOM = "tour.room"
"""The property of that window that says how large it and what opens over it may be, in logical pixels."""
_ACTIVE_MS = 2000


class NotOnScreen(LookupError):
    """No visible, enabled widget has this accessible name; carries the names that are there."""

    def __init__(self, name: str, there: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.there = there


def widgets() -> Iterator[QWidget]:
    """Yield every visible widget of every window, the topmost windows first."""
    for window in reversed(QApplication.topLevelWidgets()):
        if window.isVisible():
            yield window
            yield from (w for w in window.findChildren(QWidget) if w.isVisible())


def names() -> list[str]:
    """Return the accessible names on screen, each once, in order."""
    return list(dict.fromkeys(w.accessibleName() for w in widgets() if w.accessibleName()))


def find(name: str, kind: type[QWidget] | tuple[type[QWidget], ...] = QWidget) -> QWidget:
    """Return the visible widget of a kind with this accessible name (exact, or beginning before a colon)."""
    beginning: QWidget | None = None
    for widget in (each for each in widgets() if isinstance(each, kind)):
        own = widget.accessibleName()
        if own == name:
            return widget
        if beginning is None and own.startswith((f"{name}:", f"{name} (")):
            beginning = widget
    if beginning is None:
        raise NotOnScreen(name, names())
    return beginning


def press(name: str) -> None:
    """Click the middle of a widget; returns before the click is handled (it may open a modal window)."""
    widget = find(name)
    if not widget.isEnabled():
        raise NotOnScreen(f"{name} (disabled)", names())
    middle = widget.rect().center()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        middle = QPoint(min(10, middle.x()), middle.y())
    _click(widget, middle)


def type_text(name: str, text: str, *, instead: bool = False) -> None:
    """Give a field the focus and type; ``instead`` replaces what it holds."""
    field = find(name)
    field.window().activateWindow()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if instead:
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in text:
        _key_with_text(field, letter)


def _key_with_text(field: QWidget, letter: str) -> None:
    key = Qt.Key.Key_Return if letter == "\n" else Qt.Key(0)
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def shortcut(keys: str) -> None:
    """Press a key combination (``Ctrl+Return``) where the focus is; in the foremost window where none has it.

    A window manager activates that when the one over it closes; where there is none, a person would click.
    """
    target = QApplication.focusWidget() or QApplication.activeWindow()
    if target is None:
        target = foremost()
        target.activateWindow()
        QTest.qWaitForWindowActive(target, _ACTIVE_MS)
    _soon(lambda: QTest.keySequence(target, QKeySequence(keys)))


def foremost() -> QWidget:
    """Return the visible window that lies over the most others, the main window before its equals."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and _takes_keys(each)]
    return max(windows, key=lambda each: (_lies_over(each), isinstance(each, QMainWindow)))


def _takes_keys(window: QWidget) -> bool:
    return window.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}


def _lies_over(window: QWidget) -> int:
    """Count the windows beneath: those it was opened from."""
    beneath = window.parentWidget()
    return 0 if beneath is None else 1 + _lies_over(beneath.window())


def answer(text: str) -> None:
    """Type into the field of the dialog that is open, in place of what it proposes, and press Enter."""
    dialog = QApplication.activeModalWidget()
    field = (
        next((each for each in dialog.findChildren(QLineEdit) if each.isVisible()), None) if dialog else None
    )
    if field is None:
        raise NotOnScreen("a dialog with a field", names())
    field.window().activateWindow()
    QTest.qWaitForWindowActive(field.window(), _ACTIVE_MS)
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if not field.hasFocus():  # Qt's own dialog goes by the row that is chosen while the keyboard is elsewhere
        raise NotOnScreen("the keyboard in the dialog", names())
    field.selectAll()
    for letter in text:
        _key_with_text(field, letter)
    if field.text() != text:
        raise NotOnScreen(f"{text} in the field, which says {field.text()}", names())
    _soon(lambda: QTest.keyClick(field, Qt.Key.Key_Return))


def resize(width: int, height: int) -> None:
    """Put the main window into the corner of the screen, so many logical pixels large, and no larger."""
    window = next(each for each in widgets() if isinstance(each, QMainWindow))
    window.setGeometry(0, 0, width, height)
    window.setProperty(ROOM, QSize(width, height))


def choose(name: str, text: str) -> None:
    """Choose a row of a list or an entry of a box by the beginning of its text."""
    widget = find(name, (QComboBox, QAbstractItemView))  # a field around it may have the same name
    if isinstance(widget, QComboBox):
        _choose_entry(widget, text)
    elif isinstance(widget, QAbstractItemView):
        _choose_row(widget, text)


def choose_from_menu(text: str) -> None:
    """Click the entry of the open menu that begins with ``text``."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        raise NotOnScreen("an open menu", names())
    for action in menu.actions():
        if action.text().startswith(text):
            _click(menu, menu.actionGeometry(action).center())
            return
    raise NotOnScreen(text, [action.text() for action in menu.actions()])


def _choose_entry(box: QComboBox, text: str) -> None:
    for row in range(box.count()):
        if box.itemText(row).startswith(text):
            box.setCurrentIndex(row)
            box.activated.emit(row)
            return
    raise NotOnScreen(f"{box.accessibleName()}: {text}", [box.itemText(i) for i in range(box.count())])


def _choose_row(view: QAbstractItemView, text: str) -> None:
    for index in _rows(view.model()):
        if text in row_text(index):
            _bring(view)
            view.scrollTo(index)
            _click(view.viewport(), view.visualRect(index).center())
            return
    raise NotOnScreen(f"{view.accessibleName()}: {text}", [row_text(i) for i in _rows(view.model())][:40])


def _bring(widget: QWidget) -> None:
    """Scroll its middle into sight, which is clicked; ``ensureWidgetVisible`` brings a field's cursor."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (page := above.widget()) is not None:
            middle = widget.mapTo(page, widget.rect().center())
            above.ensureVisible(middle.x(), middle.y(), widget.width() // 2, widget.height() // 2)
        above = above.parentWidget()


def _rows(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        yield model.index(row, 0)


def row_text(index: QModelIndex) -> str:
    """Return what a screen reader would say of a row: its own words, else its columns one after another."""
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    if spoken:
        return str(spoken)
    model = index.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(index.parent())
    cells = (index.siblingAtColumn(column).data() for column in range(columns))
    return " | ".join(str(cell) for cell in cells if cell)


def rows(name: str, most: int = 1000) -> list[str]:
    """Return the texts of a list's rows, at most ``most``."""
    view = find(name)
    if not isinstance(view, QAbstractItemView):
        raise NotOnScreen(f"{name} (not a list)", names())
    return [row_text(index) for _, index in zip(range(most), _rows(view.model()), strict=False)]


def read(name: str) -> str:
    """Return what a widget says: its text, its entry, or the texts of the labels in it."""
    return text_of(find(name))


def focused() -> str:
    """Return the accessible name of the widget that keys go to; empty where none has the focus."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def read_focused() -> str:
    """Return what the widget that keys go to says; empty where none has the focus."""
    widget = QApplication.focusWidget()
    return text_of(widget) if widget is not None else ""


def text_of(widget: QWidget) -> str:
    """Return the text a widget shows; of a container, its visible labels, one a line."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    said = [text_of(child) for child in widget.findChildren(QWidget) if child.isVisible() and _speaks(child)]
    return "\n".join([widget.accessibleDescription(), *said]).strip()


def _speaks(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | QTextEdit | QComboBox)


def title() -> str:
    """Return the title of the window that lies over all others."""
    modal = QApplication.activeModalWidget()
    return (modal or foremost()).windowTitle()


def screen() -> str:
    """Return everything visible as text, window by window."""
    return "\n".join(text_of(widget) for widget in widgets() if widget.isWindow())


def photograph(folder: Path, stem: str, *, without: str = "") -> list[str]:
    """Save every visible window but the one called ``without``; return the file names.

    The program's own window, else the one there is, is ``stem.png``, each other one ``stem-<its name>.png``.
    """
    saved: list[str] = []
    for window in sorted(QApplication.topLevelWidgets(), key=lambda one: one.objectName() != MAIN):
        if without and window.objectName() == without:
            continue
        if window.isVisible() and window.width() > 1 and window.windowType() != Qt.WindowType.ToolTip:
            name = f"{stem}.png" if not saved else f"{stem}-{window.objectName()}.png"
            name = f"{stem}-{len(saved) + 1}.png" if name in saved else name
            window.grab().save(str(folder / name))
            saved.append(name)
    return saved


def _click(widget: QWidget, at: QPoint) -> None:
    _soon(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at))


def _soon(act: object) -> None:
    QTimer.singleShot(0, act)  # type: ignore[call-overload]  # anything that can be called

"""The palette itself: a field and a list over the window; Enter does the line, Esc leaves.

The field keeps the keyboard all the time, so an input method composes in it as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from ui.language import Translated, translate
from ui.palette.entry import Entry
from ui.palette.entry_delegate import EntryDelegate
from ui.palette.entry_model import EntryModel
from ui.palette.matching import matching
from ui.theme import SPACING
from ui.widgets.composed_line import ComposedLine
from ui.widgets.composing import finish_composing

Answer = Callable[[Sequence[Entry]], None]
Find = Callable[[str, Answer], None]
"""Looks for more lines by what was typed and answers, at once or later, on the main thread."""

_WIDTH, _LINES, _TOP = 560, 10, 48
_LEAST = 2
"""Letters from which reports are looked for."""


def find_nothing(_typed: str, _answer: Answer) -> None:
    """Look nowhere: where nobody is signed in there are no reports."""


class Palette(Translated, QFrame):
    """Lies over ``parent`` while it is open; gives the keyboard back where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("palette")
        self.setProperty("role", "popup")
        self._entries: Sequence[Entry] = ()
        self._find: Find = find_nothing
        self._before: QWidget | None = None
        self._field, self._list, self._model = ComposedLine(self), QListView(self), EntryModel(self)
        self._field.setObjectName("palette.field")
        self._list.setObjectName("palette.list")
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFocusProxy(self._field)
        self._list.clicked.connect(self._run)
        self._field.shown_changed.connect(self._look)
        self._field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.small,) * 4)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.hide()
        self.retranslate()

    def open_with(self, entries: Sequence[Entry], find: Find = find_nothing) -> None:
        """Open over these lines; ``find`` adds reports to what was typed."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._entries, self._find = entries, find
        self._field.clear()
        self._look("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus()

    @Slot()
    def leave(self) -> None:
        """Close; the keyboard goes back where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self._entries, self._find = (), find_nothing
        self.hide()
        self._model.show(())
        if before is not None and before.isVisible():
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Serve the keys of the list while the field has them; leave when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._serve(event)
        if event.type() == QEvent.Type.FocusOut and not self._field.hasFocus() and self.isActiveWindow():
            self.leave()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Name field and list."""
        self._field.setPlaceholderText(translate("Palette", "Command, filter, report, page …"))
        self._field.setAccessibleName(translate("Palette", "Command palette"))
        self._list.setAccessibleName(translate("Palette", "What can be done now"))

    def _serve(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _LINES,
            Qt.Key.Key_PageUp: -_LINES,
        }
        if key in steps:
            self._go_to(self._list.currentIndex().row() + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            finish_composing()  # the last word is the palette's, not the next field's
            self._run(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    @Slot(str)
    def _look(self, typed: str) -> None:
        found = matching(self._entries, typed)
        self._show(found)
        if len(typed.strip()) < _LEAST:
            return

        def answer(more: Sequence[Entry]) -> None:
            if typed == self._field.shown() and not self.isHidden():
                self._show([*found, *more])

        self._find(typed.strip(), answer)

    def _show(self, entries: Sequence[Entry]) -> None:
        row = max(0, self._list.currentIndex().row())
        same = self._model.entry(row)
        self._model.show(entries)
        self._go_to(row if same is not None and same == self._model.entry(row) else 0)

    def _go_to(self, row: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            self._list.setCurrentIndex(self._model.index(max(0, min(last, row))))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is not None:
            self.leave()
            entry.run()

    def _place(self) -> None:
        view = self._view.rect()
        width = min(_WIDTH, view.width() - 2 * SPACING.wide)
        line = self._list.sizeHintForRow(0)
        height = self._field.sizeHint().height() + _LINES * max(line, 1) + 4 * SPACING.small
        self.setGeometry((view.width() - width) // 2, _TOP, width, min(height, view.height() - 2 * _TOP))

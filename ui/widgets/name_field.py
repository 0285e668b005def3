"""A field for one of many names: typed with or without diacritics, the likely ones listed beneath.

No popup: an input method that composes in the line would lose its word to one. Arrows move in the list (the
first one opens it where nothing was typed), Enter takes a name, and leaving the line takes the first where
something was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.folding import fold
from ui.theme import SPACING, TARGET
from ui.widgets.composed_line import ComposedLine
from ui.widgets.composing import finish_composing
from ui.widgets.fields import Field, LineField

MOST: Final = 4
"""Names listed at once."""
_CODE: Final = Qt.ItemDataRole.UserRole


class NameField(LineField):
    """``value`` is the code of the name that was taken; empty while none is.

    ``also`` are words by code that find a name without being part of it.
    """

    editor: ComposedLine
    taken = Signal()
    """A name was taken by the keyboard or a click."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        also: Mapping[str, str] | None = None,
        most: int = MOST,
    ) -> None:
        Field.__init__(self, name, label, ComposedLine(), parent)
        self._also, self._most = also or {}, most
        self._choices: list[tuple[str, str, str, str]] = []
        self._code = ""
        self._list = QListWidget(self)
        self._list.setObjectName(f"field.{name}.names")
        self._list.setAccessibleName(label)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._clicked)
        self._list.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._list)
        self.editor.installEventFilter(self)
        self.editor.shown_changed.connect(self._typed)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other names, each a code and its words; the one taken stays where it is still there.

        What was typed and is no name yet stays as it is.
        """
        self._choices = [
            (code, words, _key(words), _key(f"{words} {self._also.get(code, '')}")) for code, words in choices
        ]
        if self._code:
            self.restore(self._code)

    def typed(self) -> str:
        """Return what was typed and is none of the names."""
        return "" if self._code else self.editor.text().strip()

    def value(self) -> str:
        """Return the code of the name taken; empty when there is none."""
        return self._code

    def restore(self, value: str) -> None:
        """Take a name by its code; an unknown code takes none."""
        words = next((words for code, words, *_ in self._choices if code == value), "")
        self._code = value if words else ""
        self.editor.blockSignals(True)
        self.editor.setText(words)
        self.editor.blockSignals(False)
        self._list.hide()

    def found(self) -> list[str]:
        """Return the names listed now."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @Slot(str)
    def _typed(self, shown: str) -> None:
        """List what fits what the line shows, letters being composed included."""
        known = next((words for code, words, *_ in self._choices if code == self._code), None)
        if shown == known:
            return
        self._code = ""
        self._fill(_fitting(self._choices, _key(shown)) if shown.strip() else [])
        self.edited.emit()

    def _fill(self, names: Sequence[tuple[str, str]]) -> None:
        self._list.clear()
        for code, words in names[: self._most]:
            item = QListWidgetItem(words)
            item.setData(_CODE, code)
            self._list.addItem(item)
        self._list.setCurrentRow(0 if names else -1)
        row = max(TARGET - SPACING.tight, self._list.sizeHintForRow(0))
        self._list.setFixedHeight(max(1, self._list.count()) * row + 2)
        self._list.setVisible(bool(names))
        self.editor.setAccessibleDescription(", ".join(words for _, words in names[: self._most]))

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.restore(str(item.data(_CODE)))
            self.edited.emit()
            self.taken.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter belong to the list while it is shown; leaving takes the name that fits best."""
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event) or super().eventFilter(watched, event)
        if watched is self.editor and event.type() == QEvent.Type.FocusOut and not self._list.isHidden():
            self.left()
        return super().eventFilter(watched, event)

    def left(self) -> None:
        """The line was left while names are listed: take the one that fits best."""
        self._take(self._list.currentItem() or self._list.item(0))

    def put_away(self) -> None:
        """Take the list away, and nothing from it."""
        self._list.hide()

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self._list.isHidden():
            return event.key() == Qt.Key.Key_Down and self._list_all()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self._list.currentRow() + steps[Qt.Key(event.key())]
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            finish_composing()  # the last word is this line's, not the next field's
            self._take(self._list.currentItem())
            return True
        return False

    def _list_all(self) -> bool:
        """List the first names where nothing was typed; tell whether."""
        if self.editor.text().strip():
            return False
        self._fill([(code, words) for code, words, *_ in self._choices])
        return True


def _key(words: str) -> str:
    return " ".join(fold(words).split())


def _fitting(choices: Sequence[tuple[str, str, str, str]], typed: str) -> list[tuple[str, str]]:
    """The names that hold every word typed, those first in which a word begins with the first of them."""
    words = typed.split()
    found = [
        (code, name, key)
        for code, name, key, searched in choices
        if all(_begins(searched, word) for word in words)
    ]
    found.sort(key=lambda each: typed not in each[2])
    return [(code, name) for code, name, _ in found]


def _begins(key: str, word: str) -> bool:
    return any(part.startswith(word) for part in key.split())

"""The search field: results as one types, Esc clears and goes back to the list, Down steps into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.icons import icon
from ui.language import Translated, translate
from ui.widgets.composed_line import ComposedLine

_PAUSE_MS = 120
"""A pause in typing after which the search runs: longer than a letter takes to compose."""


class SearchField(Translated, ComposedLine):
    """Emits the text a person looks for; empty when the search is over."""

    searched = Signal(str)
    left = Signal()
    """The person wants to go on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.search")
        self._icon = QAction(icon("search", "muted", 16), "", self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        # Qt's own button to clear comes and goes in a dozen paintings
        self._clear = QAction(icon("close", "muted", 16), "", self)
        self._clear.setObjectName("inbox.search.clear")
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.shown_changed.connect(self._typed)
        self._said = ""
        self.recent: Callable[[], Sequence[str]] = tuple
        """What was searched for last, the newest first."""
        self._icon.triggered.connect(self.show_recent)
        self._clear.triggered.connect(self.clear)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Serve Esc, Enter, Down and Alt+Down; everything else is text."""
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_recent()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._search()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._search()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def show_recent(self) -> None:
        """Offer the last searches; choosing one asks it again."""
        recent = self.recent()
        if recent:
            menu = QMenu(self)
            menu.setObjectName("inbox.search.recent")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for text in recent:
                menu.addAction(text.replace("&", "&&")).triggered.connect(partial(self._search_again, text))
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def search_now(self) -> None:
        """Ask what stands in the field without waiting for a pause in typing."""
        self._search()

    def show_text(self, text: str) -> None:
        """Show what is searched for without asking it; nothing for the end of a search."""
        self._said = text.strip()
        self.setText(text)
        self._pause.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._icon.setIcon(icon("search", "muted", 16))
            self._clear.setIcon(icon("close", "muted", 16))

    def retranslate(self) -> None:
        """Name the field and say how it works."""
        self.setPlaceholderText(translate("Search", "Search (Ctrl+F)"))
        self.setAccessibleName(translate("Search", "Search reports"))
        hint = translate(
            "Search",
            "With or without diacritics. “In quotes” words stand together, a minus leaves out. "
            "Narrow with ma: phuong: linhvuc: han: donvi: nguon: tu: den: nhan:",
        )
        recent = translate("Search", "The last searches (Alt+Down)")
        self._icon.setText(recent)
        self._icon.setToolTip(recent)
        self._clear.setText(translate("Search", "Clear the search"))
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)

    def _search_again(self, text: str, _checked: bool = False) -> None:
        self.setText(text)
        self._search()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text.strip():
            self._pause.start()
        else:
            self._search()

    @Slot()
    def _search(self) -> None:
        self._pause.stop()
        text = self.shown().strip()
        if text != self._said:
            self._said = text
            self.searched.emit(text)

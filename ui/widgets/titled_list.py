"""A heading over a list of two-line rows, and the buttons that act on the chosen one."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import SPACING
from ui.widgets.two_lines import FRESH, TwoLines, row_height
from ui.widgets.wrapped_text import wrap

_KEY = Qt.ItemDataRole.UserRole
_FRAME = 2
_FEWEST = 3


class TitledList(QFrame):
    """Rows are told by keys; ``opened`` says which one a person wants to see."""

    opened = Signal(str)
    changed = Signal()
    """Another row is current, or none."""

    def __init__(self, name: str, shown: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading, self._empty, self._list = QLabel(self), QLabel(self), QListWidget(self)
        self._heading.setProperty("role", "strong")
        self._empty.setProperty("role", "muted")
        wrap(self._empty)
        self._list.setObjectName(f"{name}.list")
        self._list.hide()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setProperty("role", "boxed")
        self._list.setItemDelegate(TwoLines(self._list))
        self._shown = self._most = shown
        self._fit()
        self._list.itemActivated.connect(self._open)
        self._list.currentItemChanged.connect(self.changed)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACING.tight)
        self._foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        for part in (self._heading, self._list, self._empty):
            layout.addWidget(part)
        layout.addLayout(self._foot)

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """At most ``shown`` rows are in sight, no more room than the rows there are."""
        rows = min(self._shown, self._list.count())
        self._list.setFixedHeight(rows * row_height() + _FRAME)

    def beside_rows(self) -> int:
        """Return the pixels it takes beside its rows."""
        return self.sizeHint().height() - (self._list.height() if not self._list.isHidden() else 0)

    def show_at_most(self, pixels: int) -> None:
        """Have no more rows in sight than fit into so many pixels, a few at the least; the rest scrolls."""
        self._shown = min(self._most, max(_FEWEST, (pixels - _FRAME) // row_height()))
        self._fit()

    def add_button(self, name: str) -> QPushButton:
        """Add a button under the list; its maker sets its words."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{name}")
        self._foot.insertWidget(self._foot.count() - 1, button)
        return button

    def say(self, heading: str, empty: str) -> None:
        """Set the heading, and what stands in an empty list's place."""
        self._heading.setText(heading)
        self._list.setAccessibleName(heading)
        self._empty.setText(empty)

    def show_rows(self, rows: Sequence[tuple[str, str]], fresh: Container[str] = ()) -> None:
        """Show rows, each a key and its words; the chosen one stays chosen while it is there.

        ``fresh``: the keys of rows that nobody has looked at.
        """
        chosen = self.chosen()
        self._list.blockSignals(True)
        self._list.clear()
        for key, words in rows:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setData(FRESH, key in fresh)
            item.setToolTip(words)
            self._list.addItem(item)
            if key == chosen:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        self._fit()
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.changed.emit()

    def chosen(self) -> str:
        """Return the key of the current row; empty when there is none."""
        return str(self._list.currentItem().data(_KEY)) if self._list.currentRow() >= 0 else ""

    def choose_first(self) -> None:
        """Put the keyboard on the list, on its first row."""
        if self._list.count():
            self._list.setFocus()
            if self._list.currentRow() < 0:
                self._list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(str(item.data(_KEY)))

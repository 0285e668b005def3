"""A table of numbers: arrows move, Enter opens the list behind a number, a click on a head sorts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.language import translate
from ui.supervise.tables import Cell, Row, Table
from ui.theme import SPACING, TARGET, beside_text, current

Index = QModelIndex | QPersistentModelIndex
_NOTHING = Table((), ())
_NUMBER_WIDTH, _NAMES_WIDTH = 86, 180
"""Least widths of a column of numbers and of that of the names, in pixels."""
_LONG = 9
"""Letters from which on a head of several words takes two lines."""
_ARROW = 10
"""Room for the arrow of the order."""
_ROW = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NumbersModel(QAbstractTableModel):
    """Shows one table; strong rows stay on top in every order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = _NOTHING
        self._column, self._order = -1, Qt.SortOrder.DescendingOrder

    def show_table(self, table: Table) -> None:
        """Show another table, in the order in force where it has that column."""
        self.beginResetModel()
        self._table = table
        self._sort()
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many rows there are."""
        return len(self._table.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """How many columns there are, the names among them."""
        return len(self._table.columns)

    def row(self, index: Index) -> Row:
        """Return the row under ``index``."""
        return self._table.rows[index.row()]

    def cell(self, index: Index) -> Cell | None:
        """Return the number under ``index``, None in the column of names."""
        return self.row(index).cells[index.column() - 1] if index.column() else None

    def data(self, index: Index, role: int = _ROW.DisplayRole) -> Any:  # noqa: ANN401 - what Qt asks for
        """Answer for one cell."""
        row, cell = self.row(index), self.cell(index)
        if role == _ROW.DisplayRole:
            return row.name if cell is None else cell.text
        if role == _ROW.TextAlignmentRole:
            return _LEFT if cell is None else _RIGHT
        if role == _ROW.ForegroundRole and cell is not None:
            return _ink(cell)
        if role == _ROW.FontRole and row.strong:
            return _strong(QFont())
        if role == _ROW.AccessibleTextRole:
            return self._said(index, row, cell)
        return row.name if role == _ROW.ToolTipRole and cell is None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROW.DisplayRole) -> Any:  # noqa: ANN401 - what Qt asks for
        """Answer for the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        column = self._table.columns[section]
        if role == _ROW.DisplayRole:
            return _in_two_lines(column.word) if section else column.word
        if role == _ROW.AccessibleTextRole:
            return column.word
        if role == _ROW.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return column.tip or None if role in {_ROW.ToolTipRole, _ROW.AccessibleDescriptionRole} else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; -1 is the order they came in."""
        self._column, self._order = column, order
        self.beginResetModel()
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        if not 0 < self._column < len(self._table.columns):
            return
        place, descending = self._column - 1, self._order is Qt.SortOrder.DescendingOrder
        rows = sorted(
            (row for row in self._table.rows if not row.strong),
            key=lambda row: row.cells[place].order,
            reverse=descending,
        )
        strong = [row for row in self._table.rows if row.strong]
        self._table = Table(self._table.columns, (*strong, *rows))

    def _said(self, index: Index, row: Row, cell: Cell | None) -> str:
        if cell is None:
            return row.name
        return f"{row.name}, {self._table.columns[index.column()].word}: {cell.text}"


class Numbers(QTableView):
    """``asked`` tells the row and the number whose list a person wants."""

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("supervise.numbers")
        self.setProperty("role", "boxed")
        self._model = NumbersModel(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        self._fit_rows()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_NUMBER_WIDTH)
        self.setSortingEnabled(True)
        head.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.doubleClicked.connect(self._open)

    def show_table(self, table: Table) -> None:
        """Show another table; the number with the keyboard stays where it was if it is still there."""
        before, name = self.currentIndex(), self._name()
        self._model.show_table(table)
        head = self.horizontalHeader()
        self._set_widths(table)
        rows = [row for row in range(self._model.rowCount()) if self._named(row) == name]
        if rows and before.column() < head.count():
            self.setCurrentIndex(self._model.index(rows[0], before.column()))
        elif self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 1))

    def _set_widths(self, table: Table) -> None:
        """A number's column is as wide as its head at least; names take what the numbers leave."""
        head, metrics = self.horizontalHeader(), QFontMetrics(_strong(self.horizontalHeader().font()))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for section, column in enumerate(table.columns[1:], 1):
            lines = _in_two_lines(column.word).split("\n")
            needed = max(map(metrics.horizontalAdvance, lines)) + 2 * SPACING.small + _ARROW
            self.setColumnWidth(section, max(_NUMBER_WIDTH, needed))
        self._fit_names()

    def _fit_names(self) -> None:
        numbers = sum(self.columnWidth(each) for each in range(1, self._model.columnCount()))
        self.setColumnWidth(0, max(beside_text(_NAMES_WIDTH), self.viewport().width() - numbers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what is left."""
        super().resizeEvent(event)
        self._fit_names()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        height = self.fontMetrics().height() + SPACING.small
        self.verticalHeader().setDefaultSectionSize(max(TARGET, height))

    def table_model(self) -> NumbersModel:
        """Return the model."""
        return self._model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list of the number at the keyboard; letters search nothing here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Name the table."""
        self.setAccessibleName(translate("Supervise", "Numbers; Enter opens the list"))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        cell = (
            self._model.cell(index) or self._model.row(index).cells[0]
        )  # a name stands for its first number
        if cell.opens is not None:
            self.asked.emit(self._model.row(index), cell)

    def _name(self) -> str:
        return self._named(self.currentIndex().row()) if self.currentIndex().isValid() else ""

    def _named(self, row: int) -> str:
        return self._model.row(self._model.index(row, 0)).name


def _in_two_lines(word: str) -> str:
    """Return a long head broken at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(word) if letter == " "]
    if len(word) < _LONG or not spaces:
        return word
    at = min(spaces, key=lambda at: abs(at - len(word) // 2))
    return f"{word[:at]}\n{word[at + 1 :]}"


def _ink(cell: Cell) -> QColor:
    colours = current().colours
    if cell.alarming:
        return QColor(colours.danger)
    return QColor(colours.text if cell.order > 0 else colours.muted)


def _strong(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy

"""The guide: short pages in the language in force, opened by F1 beside the work."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

import resources
from ui import shortcuts
from ui.doctor import texts as doctor_texts
from ui.language import Translated, current, translate
from ui.theme import SPACING, TARGET

_LIST_WIDTH = 220
_SIZE = QSize(840, 560)
_LINE_PERCENT = 130
_KEYS = "keys"
_CODES = "doctor-codes"


class Guide(Translated, QDialog):
    """A list of pages at the left, the page at the right; stays open while work goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(_SIZE.boundedTo(room))
        self._list = QListWidget(self)
        self._list.setObjectName("guide.pages")
        self._page = QTextBrowser(self)
        self._page.setObjectName("guide.page")
        self._page.setOpenExternalLinks(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(SPACING.normal,) * 4)
        layout.addWidget(self._list)
        layout.addWidget(self._page, 1)
        self._list.currentRowChanged.connect(self._show_row)
        self.retranslate()

    def show_page(self, name: str) -> None:
        """Turn to the page ``name``, one of ``pages()``."""
        self._list.setCurrentRow(pages().index(name))

    @Slot(int)
    def _show_row(self, row: int) -> None:
        item = self._list.item(row)
        if item is not None:
            self._page.setMarkdown(_read(item.data(Qt.ItemDataRole.UserRole)))
            self._space_out()

    def _space_out(self) -> None:
        """Give paragraphs room: Qt sets Markdown solid."""
        cursor = QTextCursor(self._page.document())
        cursor.select(QTextCursor.SelectionType.Document)
        room = QTextBlockFormat()
        room.setBottomMargin(SPACING.small)
        room.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(room)

    def retranslate(self) -> None:
        """List the pages of the language in force and keep the place."""
        row = max(0, self._list.currentRow())
        self.setWindowTitle(translate("Guide", "Guide"))
        self._list.setAccessibleName(translate("Guide", "Pages of the guide"))
        self._page.setAccessibleName(translate("Guide", "Page"))
        self._list.clear()
        for name in pages():
            item = QListWidgetItem(title_of(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, max(TARGET, self._list.fontMetrics().height() + SPACING.small)))
            self._list.addItem(item)
        metrics = self._list.fontMetrics()
        titles = max(metrics.horizontalAdvance(title_of(name)) for name in pages())
        self._list.setFixedWidth(max(_LIST_WIDTH, titles + 2 * SPACING.section))
        self._list.setCurrentRow(row)


def pages() -> list[str]:
    """Return the names of the guide's pages in reading order; last the doctor's codes and the keys."""
    files = resources.names(f"guide/{current().value}", ".md")
    return [*(name.removesuffix(".md") for name in files), _CODES, _KEYS]


def _read(name: str) -> str:
    if name == _CODES:
        return doctor_texts.codes_page()
    if name == _KEYS:
        return _keys_page()
    return resources.read_text(f"guide/{current().value}/{name}.md")


def title_of(name: str) -> str:
    """Return the title of a page in the language in force."""
    return _read(name).partition("\n")[0].lstrip("# ")


def _keys_page() -> str:
    heading, key, does = (
        translate("Guide", "Keys"),
        translate("Guide", "Key"),
        translate("Guide", "What it does"),
    )
    rows = "".join(f"| **{name}** | {text} |\n" for name, text in shortcuts.cheat_sheet())
    return f"# {heading}\n\n| {key} | {does} |\n|---|---|\n{rows}"

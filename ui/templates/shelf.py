"""The templates one may see, found by letters of their name, words or use: one's own first."""

from __future__ import annotations

from collections.abc import Container, Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.folding import fold
from desktop_app.domain.templates import Template
from ui import language, shortcuts
from ui.language import translate
from ui.templates.words import about, whose
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.widgets.composed_line import ComposedLine
from ui.widgets.side_page import say
from ui.widgets.two_lines import FRESH, TwoLines

_ID = Qt.ItemDataRole.UserRole
_FRESH_KEY = next(key for key in shortcuts.TEMPLATES if key.name == "fresh")


class Shelf(QWidget):
    """``chosen`` tells the id of the template that is current; rows with a draft stand out."""

    chosen = Signal(str)
    entered = Signal()
    """A person goes on to the current one: by Enter, or by a click on it."""
    fresh_asked = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._told: list[tuple[Template, str]] = []
        self._drafts: Container[str] = ()
        self.search = ComposedLine(self)
        self.search.setObjectName("templates.search")
        self.search.setClearButtonEnabled(True)
        self.search.shown_changed.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setObjectName("templates.list")
        self.list.setProperty("role", "boxed")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemActivated.connect(self.entered)
        self.list.itemClicked.connect(self.entered)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._fresh = QPushButton(self)
        self._fresh.setObjectName("templates.fresh")
        self._fresh.clicked.connect(self.fresh_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for part in (self.search, self._nothing, self.list):
            layout.addWidget(part)
        layout.addWidget(self._fresh, 0, Qt.AlignmentFlag.AlignLeft)
        layout.setStretchFactor(self.list, 1)

    def retranslate(self) -> None:
        """Say what the parts are in the language in force."""
        self.search.setAccessibleName(translate("Templates", "Find a template"))
        self.search.setPlaceholderText(translate("Templates", "Find a template (Ctrl+F)"))
        self.list.setAccessibleName(translate("Templates", "List of templates"))
        words = translate("Templates", "New template")
        say(self._fresh, words)
        self._fresh.setText(shortcuts.with_key(words, _FRESH_KEY))

    def show_templates(
        self, templates: Iterable[Template], mine: Container[str | None], drafts: Container[str]
    ) -> None:
        """Show ``templates``: those of ``mine`` (whose one writes) first; the current one stays current."""
        ordered = sorted(templates, key=lambda each: _place(each, mine))
        self._told = [(each, fold(f"{self._words(each)} {each.text}")) for each in ordered]
        self._drafts = drafts
        self._narrow()

    def current(self) -> str:
        """Return the id of the current template; empty where none is."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_ID)) if row >= 0 else ""

    def choose(self, template_id: str) -> None:
        """Make a template current without telling; none of an id that is not shown."""
        self.list.blockSignals(True)
        rows = (row for row in range(self.list.count()) if self.list.item(row).data(_ID) == template_id)
        self.list.setCurrentRow(next(rows, -1))
        self.list.blockSignals(False)

    @Slot()
    def _narrow(self) -> None:
        """Show what every word typed is found in."""
        wanted, before = fold(self.search.shown()).split(), self.current()
        self.list.blockSignals(True)
        self.list.clear()
        for template, searched in self._told:
            if all(word in searched for word in wanted):
                item = QListWidgetItem(self._words(template))
                item.setData(_ID, template.id)
                item.setData(FRESH, template.id in self._drafts)
                item.setToolTip(template.text)
                self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(before)
        self._nothing.setText(
            translate("Templates", "No template has these words.")
            if self._told
            else translate("Templates", "There is no template yet.")
        )
        self._nothing.setVisible(not self.list.count())

    def _words(self, template: Template) -> str:
        head = template.title
        if template.unit:
            head = f"{head} · {whose(template.unit, self._names)}"
        if template.id in self._drafts:
            head = translate("Templates", "{title} · not saved").format(title=head)
        return f"{head}\n{about(template, self._names)}"

    @Slot()
    def _tell(self) -> None:
        if current := self.current():
            self.chosen.emit(current)


def _place(template: Template, mine: Container[str | None]) -> tuple[bool, bool, bool, str]:
    """Where a template stands: one's own first, in the screen's language first, then by name."""
    foreign = template.language != language.current().value
    return template.unit not in mine, template.unit is None, foreign, fold(template.title)

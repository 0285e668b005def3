"""One line under a report: how many similar ones there are, and how many came before at its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from desktop_app.domain.workflow import State
from desktop_app.triage.neighbours import Neighbour, Neighbours
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.vocabulary.row_text import SEPARATOR
from ui.vocabulary.words import state_word
from ui.widgets.when import day_text

_LONGEST_TITLE = 60


class NeighbourStrip(Translated, QFrame):
    """Hidden while there are none; each count opens its reports in a menu, a choice opens the report."""

    chosen = Signal(str)
    """The id of the report a person wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail.neighbours")
        self._found = Neighbours()
        self._similar, self._earlier = QPushButton(self), QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.small)
        for button, name in ((self._similar, "similar"), (self._earlier, "earlier")):
            button.setObjectName(f"detail.neighbours.{name}")
            button.setProperty("kind", "link")
            layout.addWidget(button)
        layout.addStretch(1)
        self._similar.clicked.connect(lambda: self._open(self._similar, self._found.similar))
        self._earlier.clicked.connect(lambda: self._open(self._earlier, self._found.earlier))
        self.hide()

    def show_neighbours(self, found: Neighbours) -> None:
        """Show how many there are of each; a menu of those before closes."""
        for menu in self.findChildren(QMenu):
            menu.close()
        self._found = found
        self.retranslate()
        self.setVisible(bool(found.similar or found.earlier))

    def retranslate(self) -> None:
        """Say the counts."""
        similar = translate("Neighbours", "Similar: {count}").format(count=len(self._found.similar))
        earlier = translate("Neighbours", "Earlier at this place: {count}").format(
            count=len(self._found.earlier)
        )
        for button, words, reports in (
            (self._similar, similar, self._found.similar),
            (self._earlier, earlier, self._found.earlier),
        ):
            button.setText(f"{words} ▾")
            button.setAccessibleName(words)
            button.setVisible(bool(reports))
        self.setAccessibleName(translate("Neighbours", "Reports near by"))

    def menu_of(self, reports: Sequence[Neighbour]) -> QMenu:
        """Return the menu that lists ``reports``; it goes when it closes."""
        menu = QMenu(self)
        for each in reports:
            menu.addAction(_line(each)).triggered.connect(partial(self.chosen.emit, each.row.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, button: QPushButton, reports: Sequence[Neighbour]) -> None:
        menu = self.menu_of(reports)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(menu.actions()[0])


def _line(neighbour: Neighbour) -> str:
    row = neighbour.row
    title = row.title if len(row.title) <= _LONGEST_TITLE else f"{row.title[:_LONGEST_TITLE]}…"
    far = "" if neighbour.metres is None else f"{neighbour.metres:.0f} m"
    parts = (row.code, title, state_word(State(row.state)), day_text(row.received_at), far)
    return SEPARATOR.join(part for part in parts if part).replace("&", "&&")

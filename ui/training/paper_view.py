"""One citizen's document as it lies on the desk: what is printed on it, and what a hand does with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.training.item_view import ItemView
from ui.training.papers import Paper


class PaperView(ItemView):
    """Emits the document's key with what a hand does with it."""

    laid = Signal(str)
    copied = Signal(str)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(f"tray.paper.{paper.key}", "person", paper.printed, parent)
        self._paper = paper
        self._place.setObjectName(f"tray.lay.{paper.key}")
        self._other.setObjectName(f"tray.copy.{paper.key}")
        self.retranslate()

    def place(self) -> None:
        """Lay it on the citizens' reader, or take it off."""
        self.laid.emit(self._paper.key)

    def use(self) -> None:
        """Copy its code, as a scanner would read it."""
        self.copied.emit(self._paper.key)

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._title.setText(self._paper.title)
        self._holder.setText(self._paper.person.name)
        lies, lay = translate("Training", "On the reader"), translate("Training", "Lay on the reader")
        self._say(lies if self._is_there else lay, translate("Training", "Copy its code"), self._paper.title)

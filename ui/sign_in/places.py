"""Which card or token to sign in with, where there is more than one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.language import Translated, translate
from ui.widgets.choice_box import ChoiceBox


class Places(Translated, ChoiceBox):
    """Hidden while there is nothing to choose. ``chosen`` carries the name of the reader or token."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signIn.place")
        self.activated.connect(self._activated)
        self.retranslate()

    def offer(self, places: Sequence[str]) -> None:
        """Offer these; the chosen one stays chosen while it is there."""
        if list(places) != [self.itemText(index) for index in range(self.count())]:
            before = self.currentText()
            self.clear()
            self.addItems(list(places))
            self.setCurrentIndex(max(0, self.findText(before)))
        self.setVisible(len(places) > 1)

    @Slot(int)
    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.currentText())

    def retranslate(self) -> None:
        """Set the name that a screen reader says."""
        self.setAccessibleName(translate("SignIn", "Card or token to sign in with"))

"""Where similar reports went, with its reason and its record; one key takes it, nothing does by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.triage.routing import Suggestion
from ui.language import translate
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.widgets.wrapped_text import wrap


class RoutingLine(QWidget):
    """The proposal in one sentence and its button."""

    taken = Signal()

    def __init__(self, suggestion: Suggestion, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel.distribute.suggestion")
        label = QLabel(_said(suggestion, names), self)
        wrap(label)
        take = QPushButton(translate("Routing", "Take it (Ctrl+T)"), self)
        take.setObjectName("panel.distribute.takeSuggestion")
        take.setAccessibleName(translate("Routing", "Take the proposed unit"))
        take.clicked.connect(self.taken)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING.small)
        line.addWidget(label, 1)
        line.addWidget(take)


def _said(suggestion: Suggestion, names: Names) -> str:
    where = (
        translate("Routing", "same field and ward")
        if suggestion.same_ward
        else translate("Routing", "same field")
    )
    words = translate("Routing", "Proposed: {unit} – {agreeing}/{of} similar reports ({where}).").format(
        unit=names.unit(suggestion.unit), agreeing=suggestion.agreeing, of=suggestion.of, where=where
    )
    if not suggestion.tried:
        return words
    record = translate("Routing", "Such proposals were right {right} times of {tried}.")
    return f"{words} {record.format(right=suggestion.right, tried=suggestion.tried)}"

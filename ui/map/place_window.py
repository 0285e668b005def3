"""The surroundings of a report large, and in words what is shown and what there is no source for."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop_app.triage.place_sketch import PlaceSketch
from ui.language import Translated, translate
from ui.map.sketch_view import SketchView
from ui.theme import SPACING
from ui.widgets.wrapped_text import wrap

_SIZE = QSize(640, 520)


class PlaceWindow(Translated, QDialog):
    """Not modal; a point that is pressed opens its report beside it."""

    guide_page: ClassVar[str] = "22-photos"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self.view, self._legend, self._missing = SketchView(self), QLabel(self), QLabel(self)
        for label in (self._legend, self._missing):
            label.setProperty("role", "muted")
            wrap(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.normal,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._legend)
        layout.addWidget(self._missing)
        self.view.chosen.connect(self._leave)
        self.resize(_SIZE.boundedTo(parent.window().size()))
        self.retranslate()

    def show_sketch(self, sketch: PlaceSketch) -> None:
        """Show the surroundings of a report."""
        self.view.show_sketch(sketch)
        self.view.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        self.setWindowTitle(translate("Map", "Place of the report"))
        self._legend.setText(
            translate(
                "Map",
                "Large: this report. Blue: same field. Filled: still open. "
                "Arrows walk by distance, Enter opens, + and − zoom.",
            )
        )
        self._missing.setText(
            translate(
                "Map",
                "There is no base map and no official boundary here; none is invented. "
                "The points are those of the reports on this computer, of the last 90 days.",
            )
        )

    @Slot()
    def _leave(self) -> None:
        self.close()

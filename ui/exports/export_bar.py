"""The bar at the foot of the desk while a list is written: what, how much, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING

_WIDTH = 320


class ExportBar(Translated, QFrame):
    """Hidden while nothing is written."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setProperty("role", "strip")
        self._words, self._bar, self._stop = QLabel(self), QProgressBar(self), QPushButton(self)
        self._words.setObjectName("export.words")
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(_WIDTH)
        self._stop.setObjectName("export.stop")
        self._stop.clicked.connect(self.stop_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.tight, SPACING.normal, SPACING.tight)
        layout.setSpacing(SPACING.normal)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addStretch(1)
        layout.addWidget(self._stop)
        self.hide()
        self.retranslate()

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Say how far the file ``name`` is; once every row is in, it is put together."""
        number = QLocale().toString
        if done < total:
            said = translate("Export", "Writing {name}: {done} of {total}")
        else:
            said = translate("Export", "Putting {name} together: {total} rows")
        self._words.setText(said.format(name=name, done=number(done), total=number(total)))
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)
        self._bar.setAccessibleName(self._words.text())
        self.show()

    def retranslate(self) -> None:
        """Name the button."""
        self._stop.setText(translate("Export", "Stop"))
        self._stop.setAccessibleName(translate("Export", "Stop writing the file"))

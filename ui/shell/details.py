"""What a click on the status strip unfolds: the connection, in the words of a colleague."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.news import SyncStatus
from ui.language import Translated, translate
from ui.shell import strip_texts
from ui.theme import SPACING
from ui.widgets.when import moment_text
from ui.wording import sentence

_WIDTH = 360


class ConnectionDetails(Translated, QFrame):
    """A popup over the strip; ``waiting_asked`` when the person wants to see what waits."""

    waiting_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("connection")
        self.setProperty("role", "popup")
        self.setFixedWidth(_WIDTH)
        self._status = SyncStatus()
        self._heading, self._advice = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "dense")
        self._values = [QLabel(self) for _ in range(3)]
        self._labels = [QLabel(self) for _ in range(3)]
        self._button = QPushButton(self)
        self._button.setObjectName("connection.waiting")
        self._button.clicked.connect(self._ask)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACING.wide)
        for label, value in zip(self._labels, self._values, strict=True):
            label.setProperty("role", "muted")
            form.addRow(label, value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.wide,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._heading)
        layout.addLayout(form)
        layout.addWidget(self._advice)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def unfold(self, status: SyncStatus, above: QWidget, *, can_show_waiting: bool) -> None:
        """Show ``status`` over the left end of ``above``."""
        self._status = status
        self._button.setVisible(can_show_waiting)
        self.retranslate()
        self.adjustSize()
        corner = above.mapToGlobal(QPoint(SPACING.small, 0))
        self.move(corner.x(), corner.y() - self.height() - SPACING.tight)
        self.show()

    def _ask(self) -> None:
        self.hide()
        self.waiting_asked.emit()

    def retranslate(self) -> None:
        """Set labels and values in the language in force."""
        texts = (
            translate("Connection", "Last contact"),
            translate("Connection", "Waiting to be sent"),
            translate("Connection", "Needs your decision"),
        )
        status = self._status
        last = moment_text(status.last_contact) if status.last_contact else translate("Connection", "never")
        values = (last, str(status.waiting), str(status.needs_person))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        for value, text in zip(self._values, values, strict=True):
            value.setText(text)
        self._heading.setText(strip_texts.contact_mark(status).text)
        told = str(sentence(status.error, status.detail)) if status.error else ""
        self._advice.setText(told)
        self._advice.setVisible(bool(told))
        self._button.setText(translate("Connection", "Show what is waiting"))
        self._button.setAccessibleName(translate("Connection", "Show what is waiting"))
        self.setAccessibleName(translate("Connection", "State of the connection"))

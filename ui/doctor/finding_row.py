"""One finding: icon and word for the verdict, sentence, remedy where there is one, the code at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.doctor.finding import Finding, Verdict
from ui import icons
from ui.doctor import texts
from ui.theme import SPACING
from ui.widgets.wrapped_text import WrappedText

_ICON = 18
_PART_WIDTH = 150
_VERDICT_WIDTH = 104
_LOOKS: Final = {
    Verdict.GOOD: ("check", "good"),
    Verdict.CAUTION: ("caution", "caution"),
    Verdict.BAD: ("danger", "danger"),
    Verdict.UNKNOWN: ("minus", "muted"),
}


class FindingRow(QFrame):
    """Made anew for each examination, so its texts and tints are those in force."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName(f"doctor.finding.{finding.part}")
        words = texts.told(finding)
        verdict = texts.verdict_text(finding.verdict)
        icon, tone = _LOOKS[finding.verdict]
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, tone, _ICON))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.tight + 2, SPACING.normal, SPACING.tight + 2)
        layout.setSpacing(SPACING.small)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(picture, 0, top)
        layout.addWidget(self._fixed(verdict, tone, _VERDICT_WIDTH), 0, top)
        layout.addWidget(self._fixed(texts.part_text(finding.part), "strong", _PART_WIDTH), 0, top)
        layout.addLayout(self._words(words.title, words.what_to_do), 1)
        layout.addWidget(self._code(), 0, top)
        self.setAccessibleName(f"{texts.part_text(finding.part)}: {verdict}. {words.title}")
        self.setAccessibleDescription(f"{words.what_to_do} {finding.code}")

    def _fixed(self, text: str, role: str, width: int) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setMinimumWidth(width)
        return label

    def _words(self, title: str, remedy: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        subject = self.finding.subject
        sentence = WrappedText("", self)
        sentence.setText(f"{subject}: {title}" if subject else title)
        column.addWidget(sentence)
        if self.finding.verdict is not Verdict.GOOD:
            advice = WrappedText("muted", self)
            advice.setText(remedy)
            column.addWidget(advice)
        return column

    def _code(self) -> QLabel:
        label = QLabel(self.finding.code, self)
        label.setProperty("role", "counter")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

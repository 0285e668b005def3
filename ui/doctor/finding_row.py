"""One finding: icon and word for the verdict, sentence, remedy where there is one, the code at the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.doctor.finding import Finding, Part, Verdict
from ui import icons
from ui.doctor import texts
from ui.theme import SPACING
from ui.widgets.wrapped_text import WrappedText

_ICON = 18
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
        layout.addWidget(self._in_column(verdict, tone, map(texts.verdict_text, Verdict)), 0, top)
        part = texts.part_text(finding.part)
        layout.addWidget(self._in_column(part, "strong", map(texts.part_text, Part)), 0, top)
        layout.addLayout(self._words(words.title, words.what_to_do), 1)
        layout.addWidget(self._code(), 0, top)
        self.setAccessibleName(f"{part}: {verdict}. {words.title}")
        self.setAccessibleDescription(f"{words.what_to_do} {finding.code}")

    def _in_column(self, text: str, role: str, among: Iterable[str]) -> QLabel:
        """As wide as the widest of ``among``, so that the rows' columns stand below each other."""
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.ensurePolished()
        widest = max(map(label.fontMetrics().horizontalAdvance, among))
        label.setMinimumWidth(widest + SPACING.normal)
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

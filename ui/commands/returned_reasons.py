"""Why a report came back, the reasons side by side: from the second return on they must be weighed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.domain.report import CodedReason
from ui.language import translate
from ui.theme import SPACING
from ui.vocabulary.markup import muted, paragraphs, strong
from ui.vocabulary.names import Names
from ui.vocabulary.words import reason_word
from ui.widgets.when import moment_text
from ui.widgets.wrapped_text import wrap

_SHOWN = 3
"""Returns shown at once, the newest: more find no room side by side."""


class ReturnedReasons(QWidget):
    """One column a return, the oldest of those shown first."""

    def __init__(self, returns: Sequence[CodedReason], names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel.distribute.returns")
        self.setAccessibleName(translate("Panel", "Why the report came back"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING.normal)
        first = max(0, len(returns) - _SHOWN)
        for number, reason in enumerate(returns[first:], start=first + 1):
            label = QLabel(_said(number, reason, names), self)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            wrap(label)
            line.addWidget(label, 1)


def _said(number: int, reason: CodedReason, names: Names) -> str:
    heading = translate("Panel", "Return {number}: {unit}").format(
        number=number, unit=names.unit(reason.by_unit)
    )
    when = muted(moment_text(reason.at)) if reason.at else ""
    words = f"{paragraphs(reason_word(reason.code))}: {paragraphs(reason.text)}"
    return "<br>".join(filter(None, (strong(heading), words, when)))

"""What in a report may tell who somebody is, pointed at, beside what the public will read instead."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.masking import identity_spans, mask_identity
from desktop_app.domain.report import Report
from ui.language import translate
from ui.reports.markup import paragraphs
from ui.theme import SPACING, current
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.wrapped_text import wrap

_HEIGHT = 132


class IdentityReview(QWidget):
    """Shows title and text; ``count`` is how many places were found."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel.verify.identity")
        told = f"{report.title}\n{report.text}"
        self.count = len(identity_spans(told))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.tight)
        layout.addWidget(_label(self._heading(), "danger" if self.count else "good"))
        if self.count:
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, SPACING.small, 0)
            column.addWidget(_label(_pointed_at(told)))
            column.addWidget(_label(translate("Verify", "The public will read:"), "muted"))
            column.addWidget(_label(paragraphs(mask_identity(told))))
            scroll = ScrollPage("panel.verify.text", self)
            scroll.setAccessibleName(translate("Verify", "Text with identities pointed at"))
            scroll.setFixedHeight(_HEIGHT)
            scroll.show_page(page)
            layout.addWidget(scroll)

    def _heading(self) -> str:
        if not self.count:
            return translate("Verify", "Nothing was found that looks like an identity. Read it all the same.")
        words = translate("Verify", "May tell who somebody is, hidden from the public: {count}")
        return words.format(count=self.count)


def _pointed_at(text: str) -> str:
    colours, parts, last = current().colours, [], 0
    for start, end in identity_spans(text):
        parts.append(paragraphs(text[last:start]))
        parts.append(
            f'<span style="color:{colours.danger};font-weight:600;text-decoration:underline">'
            f"{escape(text[start:end])}</span>"
        )
        last = end
    return "".join([*parts, paragraphs(text[last:])])


def _label(words: str, role: str = "") -> QLabel:
    """``words`` are harmless markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(words)
    label.setProperty("role", role)
    wrap(label)
    return label

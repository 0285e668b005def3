"""The body of the reading pane, which scrolls: text, place, evidence, answer, reasons, draft, timeline."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.report import CodedReason, Report
from ui.language import translate
from ui.reports.answer_text import answer_text
from ui.reports.evidence import evidence_text
from ui.reports.markup import lines, muted, paragraphs, strong
from ui.reports.names import Names
from ui.reports.reading import Reading
from ui.reports.section import Section
from ui.reports.timeline import timeline
from ui.reports.words import reason_word, source_word
from ui.theme import SPACING
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.when import day_text, moment_text

_PARTS = ("question", "text", "place", "evidence", "answer", "draft", "reasons", "timeline")
_DRAFT_LINES = 3


class DetailBody(ScrollPage):
    """Always the same labels with other words in them: stepping through the list builds nothing."""

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("detail.body", parent)
        self._names = names
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACING.small, SPACING.small, SPACING.small)
        layout.setSpacing(SPACING.normal)
        self._parts = {name: Section(name, page) for name in _PARTS}
        for part in self._parts.values():
            layout.addWidget(part)
        layout.addStretch(1)
        self.show_page(page)

    def show_reading(self, reading: Reading) -> None:
        """Show everything of ``reading``."""
        report, parts = reading.report, self._parts
        parts["question"].show_markup(translate("Detail", "Question to the citizen"), _question(report))
        parts["text"].show_markup(translate("Detail", "Content"), paragraphs(report.text))
        parts["place"].show_markup(translate("Detail", "Place, field and source"), self._origin(report))
        parts["evidence"].show_markup(translate("Detail", "Evidence"), evidence_text(report.evidence))
        answer = answer_text(report.answer, self._names) if report.answer else ""
        parts["answer"].show_markup(translate("Detail", "Answer"), answer)
        parts["draft"].show_markup(translate("Detail", "My draft"), _draft(reading))
        parts["reasons"].show_markup(translate("Detail", "Returned or rejected"), self._reasons(report))
        parts["timeline"].show_markup(
            translate("Detail", "Timeline: who · what · when"), timeline(reading, self._names)
        )
        self.setAccessibleName(report.title)

    def _origin(self, report: Report) -> str:
        place, names = report.place, self._names
        address = names.address(place)
        point = f"{place.latitude:.5f}, {place.longitude:.5f}" if place.latitude and place.longitude else ""
        received = translate("Detail", "Received {when} through: {source}").format(
            when=moment_text(report.received_at), source=source_word(report.source)
        )
        if report.source_type:
            received = f"{received} ({report.source_type})"
        told = [
            paragraphs(address) if address else muted(translate("Detail", "No place given")),
            muted(point),
            paragraphs(names.category(report.category)),
            muted(received),
            muted(", ".join(f"#{tag}" for tag in report.tags)),
        ]
        return lines(told, gap=2)

    def _reasons(self, report: Report) -> str:
        rejection = [report.rejection] if report.rejection else []
        return lines([self._reason(reason) for reason in (*rejection, *reversed(report.returns))], gap=2)

    def _reason(self, reason: CodedReason) -> str:
        by = [self._names.unit(reason.by_unit), moment_text(reason.at) if reason.at else ""]
        told = f"{strong(reason_word(reason.code))}: {paragraphs(reason.text)}"
        return told + muted(" · ".join(["", *filter(None, by)]))


def _question(report: Report) -> str:
    if not report.question:
        return ""
    until = (
        translate("Detail", "answer by {day}").format(day=day_text(report.question_due))
        if report.question_due
        else ""
    )
    return lines([paragraphs(report.question), muted(until)])


def _draft(reading: Reading) -> str:
    draft, answer = reading.draft, reading.report.answer
    if draft is None or not draft.text.strip() or (answer is not None and answer.text == draft.text):
        return ""
    first = draft.text.strip().splitlines()
    return muted("\n".join(first[:_DRAFT_LINES])) + (muted(" …") if len(first) > _DRAFT_LINES else "")

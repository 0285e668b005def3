"""The body of the reading pane, which scrolls: text, place, evidence, answer, reasons, draft, timeline.

One document: stepping through the list lays out once, and a person selects and copies across the parts. The
timeline stands last, a block a line: a step of my own changes only its lines.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop_app.domain.report import CodedReason, Report
from desktop_app.domain.workflow import State
from ui.detail.answer_text import answer_text
from ui.detail.evidence import evidence_text
from ui.detail.reading import Reading
from ui.detail.ties import ties_text
from ui.detail.timeline import timeline
from ui.language import translate
from ui.theme import current
from ui.vocabulary.extension_words import asked_text
from ui.vocabulary.highlight import spans
from ui.vocabulary.markup import lines, muted, paragraphs, strong
from ui.vocabulary.markup_writer import write, write_at
from ui.vocabulary.names import Names
from ui.vocabulary.words import reason_word, source_word
from ui.widgets.when import day_text, moment_text

_DRAFT_LINES = 3
_LEAST_LINES, _USUAL_LINES = 2, 5
_ROOMY = 34
"""Lines of the window from which on a person who answers sees more of what is answered."""
_MOST_MARKS = 100
_BASIC = "\uffff"


class DetailBody(QTextBrowser):
    """Arrow and Page keys scroll it; a refresh of the same report leaves the place where it was."""

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._terms: tuple[str, ...] = ()
        self._shown: tuple[str, str, list[str]] = ("", "", [])
        self.setObjectName("detail.body")
        self.setProperty("role", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def sizeHint(self) -> QSize:
        """A few lines are asked for; whatever room is left comes on top."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Heading and first lines stay in sight over an open panel: more in a window of usual height."""
        line = self.fontMetrics().height()
        usual = self.window().height() >= _ROOMY * line
        return QSize(0, (_USUAL_LINES if usual else _LEAST_LINES) * line)

    def begin(self, report_id: str) -> None:
        """Empty the page for another report: its place is found before it is written, and laid out once."""
        if self._shown[0] != report_id:
            self._shown = ("", "", [])
            self.setExtraSelections([])
            self.document().clear()

    def show_reading(self, reading: Reading) -> None:
        """Show everything of ``reading``; the same again changes nothing."""
        head = "".join(_part(heading, body) for heading, body in self._parts(reading) if body)
        head += _heading(translate("Detail", "Timeline: who · what · when"))
        told = timeline(reading, self._names)
        head += "" if told else lines([muted(translate("Detail", "Nothing was done about it yet."))])
        before, self._shown = self._shown, (reading.report.id, head, told)
        self.setAccessibleName(translate("Detail", "Text of the report"))
        if before == self._shown:
            return
        if before[:2] == self._shown[:2] and 0 < len(before[2]) <= len(told):
            self._renew_lines(before[2], told)
            self._mark_terms()
            return
        place = self.verticalScrollBar().value() if before[0] == reading.report.id else 0
        write(self.document(), head + lines(told))
        self.verticalScrollBar().setValue(place)
        self._mark_terms()

    def mark(self, terms: tuple[str, ...]) -> None:
        """Mark these folded words wherever they stand; the first hundred are enough to look at."""
        if terms != self._terms:
            self._terms = terms
            self._mark_terms()

    def look_for(self, terms: tuple[str, ...]) -> None:
        """Mark these folded words in what is shown next."""
        self._terms = terms

    def _mark_terms(self) -> None:
        text = self.toPlainText() if self._terms else ""
        look = QTextCharFormat()
        look.setBackground(QColor(current().colours.accent_soft))
        look.setFontUnderline(True)
        marked = []
        place = _places(text)
        for start, end in spans(text, self._terms)[:_MOST_MARKS]:
            selection, cursor = QTextEdit.ExtraSelection(), QTextCursor(self.document())
            cursor.setPosition(place(start))
            cursor.setPosition(place(end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            marked.append(selection)
        self.setExtraSelections(marked)

    def _renew_lines(self, old: list[str], new: list[str]) -> None:
        """Put the lines that are new on top of the timeline, and say anew those that changed."""
        document, cursor = self.document(), QTextCursor(self.document())
        first, added = document.blockCount() - len(old), len(new) - len(old)
        cursor.beginEditBlock()
        cursor.setPosition(document.findBlockByNumber(first).position())
        for _ in range(added):
            cursor.insertBlock()
        for place, line in enumerate(new):
            if place < added or line != old[place - added]:
                cursor.setPosition(document.findBlockByNumber(first + place).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                write_at(cursor, line)
        cursor.endEditBlock()

    def _parts(self, reading: Reading) -> list[tuple[str, str]]:
        report = reading.report
        return [
            (translate("Detail", "Question to the citizen"), _question(report)),
            (translate("Detail", "Watched"), _watched(report)),
            (translate("Detail", "Extension"), asked_text(report, self._names)),
            (translate("Detail", "Content"), lines([paragraphs(report.text)])),
            (translate("Detail", "Place, field and source"), self._origin(report)),
            (translate("Detail", "Tied reports"), ties_text(reading.ties)),
            (translate("Detail", "Evidence"), evidence_text(report.evidence)),
            (translate("Detail", "Answer"), answer_text(report.answer, self._names) if report.answer else ""),
            (translate("Detail", "My draft"), _draft(reading)),
            (translate("Detail", "Returned or rejected"), self._reasons(report)),
        ]

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


def _part(heading: str, body: str) -> str:
    return _heading(heading) + body


def _heading(words: str) -> str:
    return f'<p style="margin:10px 0 2px 0"><b>{escape(words)}</b></p>'


def _question(report: Report) -> str:
    if not report.question:
        return ""
    until = (
        translate("Detail", "answer by {day}").format(day=day_text(report.question_due))
        if report.question_due
        else ""
    )
    return lines([paragraphs(report.question), muted(until)])


def _watched(report: Report) -> str:
    if report.state is not State.MONITORING or report.review_date is None:
        return ""
    said = translate("Detail", "to be looked at again on {day}").format(day=day_text(report.review_date))
    return lines([paragraphs(said)])


def _draft(reading: Reading) -> str:
    draft, answer = reading.draft, reading.report.answer
    if draft is None or not draft.text.strip() or (answer is not None and answer.text == draft.text):
        return ""
    first = draft.text.strip().splitlines()
    return lines([muted("\n".join(first[:_DRAFT_LINES]) + (" …" if len(first) > _DRAFT_LINES else ""))])


def _places(text: str) -> Callable[[int], int]:
    """Return what tells a place in ``text`` as Qt counts: a sign beyond the basic plane takes two."""
    if not text or max(text) <= _BASIC:
        return int
    return lambda place: place + sum(letter > _BASIC for letter in text[:place])

"""The head of the reading pane: code and state, deadline, title, and who · what · when; always in sight."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.clocks import REOPENING, accept_by, deadline_of
from desktop_app.domain.phases import phase_of
from desktop_app.domain.report import Priority, Procedure, Report
from desktop_app.domain.workflow import State
from ui.language import translate
from ui.theme import SPACING
from ui.vocabulary.names import Names
from ui.vocabulary.row_text import ANSWERED, deadline_mark, nearest_mark
from ui.vocabulary.words import phase_word, state_word
from ui.widgets.chip import Chip
from ui.widgets.deadline import DeadlineMark
from ui.widgets.flow_layout import flowing
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text
from ui.widgets.who_what_when import WhoWhatWhen
from ui.widgets.wrapped_text import WrappedText

_NBSP = "\u00a0"
"""The hour keeps its span: where both find no room beside the day, they stand under it."""
_TONES = {
    **dict.fromkeys((State.RETURNED, State.REJECTED, State.REOPEN_REQUESTED, State.REOPENED), Tone.DANGER),
    **dict.fromkeys((State.AWAITING_APPROVAL, State.AWAITING_CITIZEN, State.MONITORING), Tone.CAUTION),
    **dict.fromkeys((State.APPROVED, State.PUBLISHED, State.CLOSED), Tone.GOOD),
}


class DetailHeader(QWidget):
    """Shows one report's head; keeps no link to the report.

    Places its parts itself, once for each report: it is what changes at every step through the list.
    """

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._code = QLabel(self)
        self._code.setObjectName("detail.code")
        self._code.setProperty("role", "muted")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state, self._extra, self._deadline = Chip(self), Chip(self), Chip(self)
        self._state.setObjectName("detail.state")
        self._deadline.setObjectName("detail.deadline")
        self._title = WrappedText("heading", self)
        self._title.setObjectName("detail.title")
        self._strip = WhoWhatWhen(self)

    def show_report(self, report: Report, now: datetime) -> None:
        """Show ``report`` as it stands at ``now``."""
        self._code.setText(report.code)
        self._state.show_mark(state_word(report.state), _TONES.get(report.state, Tone.INFO))
        phase = translate("Detail", "The citizen reads: {phase}").format(
            phase=phase_word(phase_of(report.state))
        )
        self._state.setToolTip(phase)
        self._state.setAccessibleDescription(phase)
        self._extra.show_mark(*_special(report))
        self._title.setText(report.title)
        self._title.setAccessibleName(report.title)
        self._show_assignment(report, now)
        self._place()
        QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def event(self, event: QEvent) -> bool:
        """Follow a part that wants another size: other letters, another language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        """Put chips, title and strip where they belong at the width there is; take the height they need."""
        width = self.width()
        chips = [
            part for part in (self._code, self._state, self._extra, self._deadline) if not part.isHidden()
        ]
        places = flowing([chip.sizeHint() for chip in chips], width, SPACING.small)
        for chip, place in zip(chips, places, strict=True):
            chip.setGeometry(place)
        top = max(place.bottom() for place in places) + 1 + SPACING.tight
        for part in (self._title, self._strip):
            height = part.heightForWidth(width)
            part.setGeometry(QRect(0, top, width, height))
            top += height + SPACING.tight
        self._strip.place_labels()
        if self.minimumHeight() != top - SPACING.tight:
            self.setFixedHeight(top - SPACING.tight)

    def _show_assignment(self, report: Report, now: datetime) -> None:
        job, due = report.assignment, deadline_of(report)
        mark = deadline_mark(report.state, due, report.procedure, now, self._names.calendar)
        nearest = nearest_mark(mark, accept_by(report), now)
        self._deadline.show_mark(nearest.long if nearest else "", nearest.tone if nearest else Tone.NEUTRAL)
        who, what = (self._who(report), job.deliverable) if job else ("", "")
        if job is not None and report.state not in REOPENING and job.due_at != due:  # looked at again before
            due = job.due_at
            mark = deadline_mark(report.state, due, report.procedure, now, self._names.calendar)
        when, tone = _when(due, mark) if due else "", mark.tone if mark else Tone.NEUTRAL
        self._strip.show_assignment(who, what, when, tone)

    def _who(self, report: Report) -> str:
        job = report.assignment
        if job is None:
            return ""
        lead, owner = self._names.unit(job.lead_unit), self._names.who(job.owner)
        who = owner if job.owner == job.lead_unit else f"{owner} – {lead}"
        with_whom = ", ".join(self._names.unit(unit) for unit in job.co_processors)
        joined = translate("Detail", "{who}, with {others}")
        return joined.format(who=who, others=with_whom) if with_whom else who


def _when(due: datetime, mark: DeadlineMark | None) -> str:
    told = f"{moment_text(due)} · {mark.short}" if mark else moment_text(due)
    day, _, rest = told.partition(" ")
    return f"{day} {rest.replace(' ', _NBSP)}"


def _special(report: Report) -> tuple[str, Tone]:
    if report.procedure is Procedure.INSTANT and report.state not in ANSWERED:
        return translate("Detail", "Instant"), Tone.DANGER
    if report.private:
        return translate("Detail", "Private"), Tone.DANGER
    return (
        (translate("Detail", "Urgent"), Tone.DANGER)
        if report.priority is Priority.HIGH
        else ("", Tone.NEUTRAL)
    )

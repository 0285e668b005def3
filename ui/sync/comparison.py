"""Mine and theirs: what of a report differs, field by field, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.report import Report
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.words import outcome_word, priority_word, reason_word, state_word
from ui.widgets.when import day_text, moment_text


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of both versions in words."""

    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Tell whether the versions disagree here."""
        return self.mine != self.theirs


def compare(mine: Report, theirs: Report, names: Names) -> list[Compared]:
    """Return the fields that say something in either version, those that differ first."""
    fields = [Compared(label, say(mine), say(theirs)) for label, say in _fields(names)]
    told = [field for field in fields if field.mine or field.theirs]
    return sorted(told, key=lambda field: not field.differs)


def _fields(names: Names) -> list[tuple[str, Callable[[Report], str]]]:
    return [
        (translate("Compare", "State"), lambda report: state_word(report.state)),
        (translate("Compare", "Who"), lambda report: _who(report, names)),
        (
            translate("Compare", "What"),
            lambda report: report.assignment.deliverable if report.assignment else "",
        ),
        (translate("Compare", "When"), lambda r: moment_text(r.assignment.due_at) if r.assignment else ""),
        (translate("Compare", "Answer"), _answer),
        (translate("Compare", "Signed"), lambda report: _signed(report, names)),
        (translate("Compare", "Returned"), _returned),
        (translate("Compare", "Extension"), _extension),
        (translate("Compare", "Question"), lambda report: report.question or ""),
        (translate("Compare", "Look again on"), lambda r: day_text(r.review_date) if r.review_date else ""),
        (translate("Compare", "Field"), lambda report: names.category(report.category)),
        (translate("Compare", "Place"), lambda report: names.address(report.place)),
        (translate("Compare", "Priority"), lambda report: priority_word(report.priority)),
        (translate("Compare", "Tags"), lambda report: ", ".join(report.tags)),
    ]


def _who(report: Report, names: Names) -> str:
    job = report.assignment
    return f"{names.who(job.owner)} – {names.unit(job.lead_unit)}" if job else ""


def _answer(report: Report) -> str:
    answer = report.answer
    return f"{outcome_word(answer.outcome)}: {answer.text}" if answer else ""


def _signed(report: Report, names: Names) -> str:
    answer = report.answer
    if answer is None:
        return ""
    approved = (
        f"{answer.capacity or ''} {names.person(answer.approved_by)}".strip() if answer.approved_by else ""
    )
    return " · ".join(
        filter(None, (names.person(answer.submitted_by), approved, names.person(answer.published_by)))
    )


def _extension(report: Report) -> str:
    """Both may ask for the same day: who reads it compares the reasons."""
    asked = report.extension
    if asked is None:
        return ""
    return f"{moment_text(asked.new_due_at)} · {reason_word(asked.code)}: {asked.text}"


def _returned(report: Report) -> str:
    reason = report.returns[-1] if report.returns else report.rejection
    return f"{reason_word(reason.code)}: {reason.text}" if reason else ""

"""The sheet of a report in the city's form of a document: head, what, who and when, answer, course, foot.

What citizens wrote is masked by the rule of the public page; what identifies them is nowhere in a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from desktop_app.domain.clocks import deadline_of
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.masking import mask_identity
from desktop_app.domain.report import Answer, Entry, Report
from ui.detail.reading import Reading
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.words import entry_phrase, outcome_word, reason_word, source_word, state_word
from ui.widgets.when import day_text, moment_text

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""The head of every official document; it is in Vietnamese whatever language the rest is in."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """Who printed the sheet, of which unit (id), and when."""

    name: str
    unit: str
    at: datetime


def sheet_of(reading: Reading, names: Names, printed: Printed) -> str:
    """Return the sheet as markup of what Qt's documents know."""
    report = reading.report
    title = translate("Sheet", "REPORT SHEET")
    parts = [
        _head(report, names, printed),
        _heading(title, mask_identity(report.title)),
        _section(translate("Sheet", "1. Report"), _pairs(_about(report, names))),
        _section(translate("Sheet", "2. What was reported"), _paragraph(mask_identity(report.text))),
        _section(translate("Sheet", "3. Who, what, when"), _pairs(_assignment(report, names))),
        _section(translate("Sheet", "4. Answer"), _answer(report.answer, names)),
        _section(translate("Sheet", "5. Course"), _course(reading.entries, names)),
        _foot(names, printed),
    ]
    return "".join(parts)


def _head(report: Report, names: Names, printed: Printed) -> str:
    unit = report.assignment.lead_unit if report.assignment else printed.unit
    number = translate("Sheet", "No.: {code}").format(code=report.code)
    day = printed.at.astimezone(ZONE)
    dated = translate("Sheet", "Date: {day}").format(day=day_text(day))
    left = f"<b>{_text(names.unit(unit).upper())}</b><br>{_text(number)}"
    right = f"<b>{COUNTRY}</b><br><b>{MOTTO}</b><br><i>{_text(dated)}</i>"
    return (
        f'<table width="100%"><tr><td width="42%" align="center" style="font-size:12pt">{left}</td>'
        f'<td width="58%" align="center" style="font-size:12pt">{right}</td></tr></table>'
    )


def _heading(title: str, subject: str) -> str:
    strong = f'<b style="font-size:14pt">{_text(title)}</b><br><b>{_text(subject)}</b>'
    return f'<p align="center" style="margin-top:18px">{strong}</p>'


def _about(report: Report, names: Names) -> Iterator[Pair]:
    yield translate("Sheet", "Received"), moment_text(report.received_at)
    yield translate("Sheet", "Source"), source_word(report.source)
    yield translate("Sheet", "Field"), names.category(report.category)
    yield translate("Sheet", "Place"), mask_identity(names.address(report.place))
    yield translate("Sheet", "State"), state_word(report.state)
    if report.private:
        yield translate("Sheet", "Circulation"), translate("Sheet", "Not public: for its recipient alone")


def _assignment(report: Report, names: Names) -> Iterator[Pair]:
    job = report.assignment
    if job is None:
        yield translate("Sheet", "Who"), translate("Sheet", "not assigned yet")
        return
    owner, lead = names.who(job.owner), names.unit(job.lead_unit)
    yield translate("Sheet", "Who"), owner if owner == lead else f"{owner} – {lead}"
    yield translate("Sheet", "With"), ", ".join(names.unit(unit) for unit in job.co_processors)
    yield translate("Sheet", "What"), job.deliverable
    due = deadline_of(report)
    yield translate("Sheet", "When"), moment_text(due) if due else ""
    if job.first_due_at is not None:
        yield translate("Sheet", "First due"), moment_text(job.first_due_at)
    for back in report.returns:
        said = f"{names.unit(back.by_unit)}: {reason_word(back.code)}. {back.text}"
        yield translate("Sheet", "Returned"), said


def _answer(answer: Answer | None, names: Names) -> str:
    if answer is None:
        return _paragraph(translate("Sheet", "There is no answer yet."))
    signed = [(translate("Sheet", "Result"), outcome_word(answer.outcome))]
    if answer.approved_by is not None and answer.approved_at is not None:
        by = " ".join(filter(None, [answer.capacity, names.person(answer.approved_by)]))
        card = translate("Sheet", "signed with the card") if answer.approval_sha256 else ""
        said = ", ".join(filter(None, [by, moment_text(answer.approved_at), card]))
        signed.append((translate("Sheet", "Approved by"), said))
    if answer.published_at is not None:
        said = f"{names.unit(answer.publisher_unit)}, {moment_text(answer.published_at)}"
        signed.append((translate("Sheet", "Published by"), said))
    return _paragraph(answer.text) + _pairs(signed)


def _course(entries: Iterable[Entry], names: Names) -> str:
    rows = "".join(
        f"<tr><td>{_text(moment_text(each.at))}</td><td>{_text(names.unit(each.unit))}</td>"
        f"<td>{_text(_said(each))}</td></tr>"
        for each in entries
    )
    heads = (
        translate("Sheet", "When"), translate("Sheet", "Unit"), translate("Sheet", "Step"),
    )  # fmt: skip
    head = "".join(f"<td><b>{_text(each)}</b></td>" for each in heads)
    ruled = 'border="1" cellspacing="0" cellpadding="8" style="font-size:11pt;border-collapse:collapse"'
    return f'<table width="100%" {ruled}><tr>{head}</tr>{rows}</table>'


def _said(entry: Entry) -> str:
    phrase = entry_phrase(entry.kind)
    return f"{phrase}: {mask_identity(entry.text)}" if entry.text else phrase


def _foot(names: Names, printed: Printed) -> str:
    said = translate("Sheet", "Printed by {name} ({unit}) at {moment} from IOC Desk.")
    words = said.format(name=printed.name, unit=names.unit(printed.unit), moment=moment_text(printed.at))
    return f'<p style="margin-top:24px;font-size:10pt"><i>{_text(words)}</i></p>'


def _section(heading: str, body: str) -> str:
    return f'<p style="margin-top:12px;margin-bottom:4px"><b>{_text(heading)}</b></p>{body}'


def _pairs(pairs: Iterable[Pair]) -> str:
    rows = "".join(
        f'<tr><td width="26%">{_text(what)}:</td><td width="74%">{_text(which)}</td></tr>'
        for what, which in pairs
        if which
    )
    return f'<table width="100%">{rows}</table>'


def _paragraph(text: str) -> str:
    return f'<p align="justify" style="margin-top:4px">{_text(text)}</p>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")

"""The citizen's page of a report as markup: phase, title, place, text, the one answer, the steps.

The fields of the centre's public page in its order; never who reported, never an internal state.
"""

from __future__ import annotations

from datetime import datetime

from desktop_app.domain.phases import Phase, phase_of
from desktop_app.domain.report import Answer, Entry, Report
from ui.language import translate
from ui.reports.markup import lines, muted, paragraphs, strong
from ui.reports.names import Names
from ui.reports.words import entry_phrase, outcome_word, phase_word
from ui.theme import current
from ui.widgets.when import day_text, moment_text


def page_once_published(report: Report, entries: tuple[Entry, ...], names: Names, now: datetime) -> str:
    """Return the page as it will be when ``report``'s answer is published at ``now``."""
    answer = report.answer
    standing = phase_word(Phase.RESOLVED)
    if answer is not None:
        standing = f"{standing} – {outcome_word(answer.outcome)}"
    return _page(report, entries, names, standing, now)


def page_of(report: Report, entries: tuple[Entry, ...], names: Names) -> str:
    """Return the page as it is now; an unpublished answer is not on it."""
    published = report.answer.published_at if report.answer else None
    return _page(report, entries, names, phase_word(phase_of(report.state)), published)


def _page(
    report: Report, entries: tuple[Entry, ...], names: Names, standing: str, published: datetime | None
) -> str:
    size = current().type
    facts = [
        (translate("CitizenPage", "Code"), report.code),
        (translate("CitizenPage", "Received"), day_text(report.received_at)),
        (translate("CitizenPage", "Field"), names.category(report.category)),
        (translate("CitizenPage", "Place"), names.address(report.place)),
    ]
    parts = [
        f'<span style="color:{current().colours.accent}">{strong(standing)}</span>',
        f'<span style="font-size:{size.title}px">{strong(report.title)}</span>',
        "<br>".join(f"{muted(name + ':')} {paragraphs(value)}" for name, value in facts if value),
        paragraphs(report.text),
    ]
    if report.answer is not None and published is not None:
        parts += _answer(report.answer, names, published)
    parts += _steps(entries)
    return lines(parts, gap=12)


def _answer(answer: Answer, names: Names, published: datetime) -> list[str]:
    by = translate("CitizenPage", "Published {day} by {unit}").format(
        day=day_text(published), unit=names.unit(answer.publisher_unit)
    )
    return [strong(translate("CitizenPage", "Answer")), paragraphs(answer.text), muted(by)]


def _steps(entries: tuple[Entry, ...]) -> list[str]:
    steps = [
        f"{muted(moment_text(each.at))} {paragraphs(entry_phrase(each.kind))}"
        for each in entries
        if each.public
    ]
    return [strong(translate("CitizenPage", "Steps")), "<br>".join(steps)] if steps else []

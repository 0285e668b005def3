"""The citizen's page of one report: phase, the one answer, steps and place as plain HTML.

It never shows who reported or which officer acted. A text nobody has checked yet is not shown at
all, a checked one only through ``masking``. Everything that goes in is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from html import escape
from string import Template

import resources
from desktop_app.domain.attachments import Moment
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.masking import mask_identity, public_words
from desktop_app.domain.phases import Phase, phase_of
from desktop_app.domain.report import Answer, Entry, Report
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox.public_words import Words, words_in

_ANSWERED = frozenset({Phase.RESOLVED, Phase.RECONSIDERED})


def render_public_page(
    report: Report,
    names: Mapping[str, str],
    language: str = "vi",
    timeline: Sequence[Entry] = (),
    original: Report | None = None,
    pictures: Sequence[tuple[str, Moment]] = (),
) -> str:
    """Return the page of ``report``; ``original`` is what it duplicates, where the public may see that.

    ``pictures`` are the hashes of the answer's public copies and what each shows.
    ``names`` gives the name of a unit in ``language`` by its id and, for a place, by its code. The caller
    keeps private reports away.
    """
    words, other = words_in(language), "vi" if language == "en" else "en"
    checked = _is_checked(report)
    heading = public_words(report.title, decided=report.text_decided) if checked else words.report
    return _template().substitute(
        language="en" if language == "en" else "vi",
        content_language=escape(report.language if checked else language),
        code=escape(report.code),
        heading=escape(heading),
        city=escape(names.get(report.organisation, words.city)),
        other_href="?lang=en" if other == "en" else "?lang=vi",
        other_language=other,
        other_label=words.other_label,
        badges=_badges(report, original, words),
        sections="\n".join(_sections(report, names, words, timeline, original, pictures)),
        footer=words.footer,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template(resources.read_text("central_api/report_page.html"))


def _is_checked(report: Report) -> bool:
    """Tell whether a dispatcher has checked the text for identity: nobody has while it is just received."""
    return report.text_decided or (report.category is not None and report.state is not State.RECEIVED)


def _badges(report: Report, original: Report | None, words: Words) -> str:
    shown = original or report
    phase = phase_of(shown.state)
    badges = [_badge(phase, words.phases[phase])]
    if phase is Phase.RESOLVED and shown.answer is not None:
        badges.append(_badge(shown.answer.outcome, words.outcomes[shown.answer.outcome]))
    return " ".join(badges)


def _badge(kind: str, text: str) -> str:
    return f'<span class="phase {kind}">{escape(text)}</span>'


def _sections(
    report: Report,
    names: Mapping[str, str],
    words: Words,
    timeline: Sequence[Entry],
    original: Report | None,
    pictures: Sequence[tuple[str, Moment]],
) -> list[str]:
    checked = _is_checked(report)
    told = public_words(report.text, decided=report.text_decided)
    found = [
        _answer(report, names, words, pictures),
        _question(report, words),
        _rejection(report, words),
        _original(original, words),
        _section(words.report, _text(told if checked else words.unchecked)),
        _section(words.place, _text(_place(report, names))) if checked else "",
        _section(words.progress, _steps(report, names, words, timeline)),
    ]
    return [section for section in found if section]


def _section(title: str, body: str, kind: str = "") -> str:
    if not body:
        return ""
    attribute = f' class="{kind}"' if kind else ""
    return f"<section{attribute}><h2>{escape(title)}</h2>{body}</section>"


def _text(text: str) -> str:
    return f'<p class="text">{escape(text)}</p>' if text else ""


def _place(report: Report, names: Mapping[str, str]) -> str:
    ward = names.get(report.place.unit_code or "", "")
    return ", ".join(part for part in (mask_identity(report.place.address or ""), ward) if part)


def _published(report: Report) -> Answer | None:
    """The one answer, once it is out; a new one in the making stays inside."""
    answer = report.answer
    out = answer is not None and answer.published_at is not None and phase_of(report.state) in _ANSWERED
    return answer if out else None


def _answer(
    report: Report, names: Mapping[str, str], words: Words, pictures: Sequence[tuple[str, Moment]]
) -> str:
    answer = _published(report)
    if answer is None or answer.published_at is None:
        return ""
    unit = names.get(answer.publisher_unit, answer.publisher_unit)
    by = words.answered_by.format(unit=unit, date=_day(answer.published_at))
    shown = _pictures(report, words, pictures)
    return _section(words.answer, f'{_text(answer.text)}{shown}<p class="by">{escape(by)}</p>', "answer")


def _pictures(report: Report, words: Words, pictures: Sequence[tuple[str, Moment]]) -> str:
    figures = (
        f'<figure><img loading="lazy" src="{escape(report.code)}/files/{escape(sha256)}" '
        f'alt="{escape(words.moments[moment])}"><figcaption>{escape(words.moments[moment])}</figcaption></figure>'
        for sha256, moment in pictures
    )
    return f'<div class="pictures">{"".join(figures)}</div>' if pictures else ""


def _question(report: Report, words: Words) -> str:
    if phase_of(report.state) is not Phase.AWAITING_CITIZEN or not report.question:
        return ""
    until = words.reply_until.format(date=_day(report.question_due)) if report.question_due else ""
    return _section(words.question, _text(report.question) + _text(until), "answer")


def _rejection(report: Report, words: Words) -> str:
    if phase_of(report.state) is not Phase.NOT_ACCEPTED:
        return ""
    reason = report.rejection.text if report.rejection else words.no_reply
    return _section(words.reason, _text(reason), "answer")


def _original(original: Report | None, words: Words) -> str:
    if original is None:
        return ""
    link = f'<a href="{escape(original.code)}">{escape(original.code)}</a>'
    return f'<section class="answer"><p>{escape(words.original).format(code=link)}</p></section>'


def _steps(report: Report, names: Mapping[str, str], words: Words, timeline: Sequence[Entry]) -> str:
    told = [_step(report.received_at, words.received)]
    for entry in timeline:
        text = words.steps.get(Command(entry.kind)) if entry.kind in set(Command) else None
        if entry.public and text:
            unit = names.get(entry.unit or "", "")
            told.append(_step(entry.at, f"{text} · {unit}" if unit else text))
    return f"<ol>{''.join(told)}</ol>"


def _step(at: datetime, text: str) -> str:
    local = at.astimezone(ZONE)
    return f"<li><time>{local:%d/%m/%Y %H:%M}</time>{escape(text)}</li>"


def _day(day: date | datetime) -> str:
    local = day.astimezone(ZONE) if isinstance(day, datetime) else day
    return f"{local:%d/%m/%Y}"

"""The citizen's page of a report as it will be once its answer is published.

The same parts in the same order and words as the centre's public page: the answer, what was reported, the
place, the progress; identity masked by the same rule; never an officer, never an internal step.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.attachments import Moment
from desktop_app.domain.masking import mask_identity, public_words
from desktop_app.domain.phases import Phase
from desktop_app.domain.report import Answer, Entry, Report
from desktop_app.domain.workflow import Command
from desktop_app.triage.report_files import ReportFile
from ui.language import translate
from ui.theme import current
from ui.vocabulary.markup import coloured, lines, muted, paragraphs, strong
from ui.vocabulary.names import Names
from ui.vocabulary.words import outcome_word, phase_word
from ui.widgets.when import day_text, moment_text

_PICTURE_WIDTH = 340
"""As wide as the public page shows a picture at most, in pixels."""


def page_once_published(
    report: Report,
    entries: tuple[Entry, ...],
    names: Names,
    now: datetime,
    publisher: str,
    pictures: Sequence[tuple[ReportFile, Moment]] = (),
) -> str:
    """Return the page as markup when ``publisher`` (a unit's id) publishes ``report``'s answer at ``now``.

    ``pictures`` are the answer's public copies; each is an image of the address ``picture:`` and its hash.
    """
    title = public_words(report.title, decided=report.text_decided)
    told = public_words(report.text, decided=report.text_decided)
    return lines(
        [
            muted(report.code),
            f'<span style="font-size:{current().type.title}px">{strong(title)}</span>',
            _standing(report.answer),
            *_answer(report.answer, names, now, pictures),
            *_part(translate("CitizenPage", "What was reported"), told),
            *_part(translate("CitizenPage", "Place"), mask_identity(names.address(report.place))),
            muted(translate("CitizenPage", "Progress")),
            _progress(report, entries, names, now, publisher),
        ],
        gap=10,
    )


def _standing(answer: Answer | None) -> str:
    words = [phase_word(Phase.RESOLVED), outcome_word(answer.outcome) if answer else ""]
    return coloured(" · ".join(filter(None, words)), current().colours.good)


def _answer(
    answer: Answer | None, names: Names, now: datetime, pictures: Sequence[tuple[ReportFile, Moment]]
) -> list[str]:
    if answer is None:
        return []
    by = translate("CitizenPage", "{unit}, published on {day}")
    told = by.format(unit=names.unit(answer.publisher_unit), day=day_text(now))
    return [*_part(translate("CitizenPage", "Answer"), answer.text), *map(_picture, pictures), muted(told)]


def _picture(shown: tuple[ReportFile, Moment]) -> str:
    file, moment = shown
    words = {
        Moment.BEFORE: translate("CitizenPage", "Photo before the work"),
        Moment.AFTER: translate("CitizenPage", "Photo after the work"),
    }[moment]
    return f'<img src="picture:{file.sha256}" width="{_PICTURE_WIDTH}" alt="{words}"><br>{muted(words)}'


def _part(heading: str, text: str) -> list[str]:
    return [muted(heading), paragraphs(text)] if text else []


def _progress(report: Report, entries: tuple[Entry, ...], names: Names, now: datetime, publisher: str) -> str:
    told = public_steps()
    steps = [_step(report.received_at, translate("CitizenPage", "Report received"))]
    shown = (entry for entry in entries if entry.public and entry.kind in told)
    steps.extend(_step(entry.at, told[entry.kind], names.unit(entry.unit)) for entry in shown)
    steps.append(_step(now, told[Command.PUBLISH], names.unit(publisher)))
    return "<br>".join(steps)


def _step(at: datetime, words: str, unit: str = "") -> str:
    return f"{muted(moment_text(at))} {paragraphs(f'{words} · {unit}' if unit else words)}"


def public_steps() -> dict[str, str]:
    """Return the steps that the public page tells of, by the kind of their line, in its words."""
    return {
        Command.VERIFY.value: translate("CitizenPage", "Information checked"),
        Command.REJECT.value: translate("CitizenPage", "Not accepted"),
        Command.MARK_DUPLICATE.value: translate("CitizenPage", "Joined with an earlier report"),
        Command.DISTRIBUTE.value: translate("CitizenPage", "Passed to the unit in charge"),
        Command.ACCEPT.value: translate("CitizenPage", "Work has begun"),
        Command.HAND_DOWN.value: translate("CitizenPage", "Passed to a local unit"),
        Command.ASK_CITIZEN.value: translate("CitizenPage", "More information asked for"),
        Command.REPLY.value: translate("CitizenPage", "Information received"),
        Command.EXPIRE.value: translate("CitizenPage", "Time for the information ran out"),
        Command.DECIDE_EXTENSION.value: translate("CitizenPage", "Extension decided"),
        Command.PUBLISH.value: translate("CitizenPage", "Result published"),
        Command.CLOSE.value: translate("CitizenPage", "Closed"),
        Command.REQUEST_REOPEN.value: translate("CitizenPage", "Reconsideration asked for"),
        Command.DECIDE_REOPEN.value: translate("CitizenPage", "Reconsideration decided"),
    }

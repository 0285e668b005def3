"""The answer in words: its text, what came of it, and who stands behind it."""

from __future__ import annotations

from desktop_app.domain.report import Answer
from ui.language import translate
from ui.vocabulary.markup import lines, muted, paragraphs
from ui.vocabulary.names import Names
from ui.vocabulary.words import outcome_word
from ui.widgets.when import moment_text


def answer_text(answer: Answer, names: Names) -> str:
    """Return the answer with its signers as harmless markup."""
    caption = translate("Detail", "{outcome} · in the name of {unit}").format(
        outcome=outcome_word(answer.outcome), unit=names.unit(answer.publisher_unit)
    )
    return lines([muted(caption), paragraphs(answer.text), *(muted(line) for line in signers(answer, names))])


def signers(answer: Answer, names: Names) -> list[str]:
    """Return who submitted, approved (in which capacity) and published, each with the time."""
    said = [
        translate("Detail", "Submitted by {name}, {when}").format(
            name=names.person(answer.submitted_by), when=moment_text(answer.submitted_at)
        )
    ]
    if answer.approved_by and answer.approved_at:
        name = f"{answer.capacity or ''} {names.person(answer.approved_by)}".strip()
        told = translate("Detail", "Approved by {name}, {when}").format(
            name=name, when=moment_text(answer.approved_at)
        )
        signed = translate("Detail", "signed with the card") if answer.approval_sha256 else ""
        said.append(" · ".join(filter(None, [told, signed])))
    if answer.published_by and answer.published_at:
        said.append(
            translate("Detail", "Published by {name}, {when}").format(
                name=names.person(answer.published_by), when=moment_text(answer.published_at)
            )
        )
    return said

"""What a report is tied to, by code: what it goes with or is part of, its parts, what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from ui.language import translate
from ui.vocabulary.markup import lines, muted, paragraphs, strong
from ui.vocabulary.words import state_word

PARENT: Final = "parent"
"""The field of a part's evidence that names the report it was split from."""


class Kind(StrEnum):
    """How two reports are tied."""

    DUPLICATE = "duplicate"
    GOES_WITH = "goes_with"
    PART_OF = "part_of"
    PART = "part"
    FOLLOWER = "follower"


@dataclass(frozen=True, slots=True)
class Tie:
    """A report that another is tied to; None: it is not on this desk."""

    kind: Kind
    other: Report | None


def ties_of(report: Report, find: Callable[[str], Report | None]) -> tuple[Tie, ...]:
    """Return what ``report`` is tied to; ``find`` a report of this desk by its id."""
    return tuple(Tie(kind, find(report_id)) for kind, report_id in _tied(report))


def _tied(report: Report) -> Iterator[tuple[Kind, str]]:
    if report.duplicate_of is not None:
        yield Kind.DUPLICATE if report.state is State.DUPLICATE else Kind.GOES_WITH, report.duplicate_of
    if parent := report.evidence.get(PARENT):
        yield Kind.PART_OF, parent
    yield from ((Kind.PART, part) for part in report.parts)
    yield from ((Kind.FOLLOWER, follower) for follower in report.followers)


def ties_text(ties: tuple[Tie, ...]) -> str:
    """Return the ties as harmless markup, a line each."""
    return lines([_line(tie) for tie in ties], gap=2)


def _line(tie: Tie) -> str:
    how, elsewhere = muted(_words(tie.kind)), translate("Ties", "a report that is not on this desk")
    if tie.other is None:
        return f"{how} {muted(elsewhere)}"
    other = tie.other
    return f"{how} {strong(other.code)} {paragraphs(other.title)}{muted(' · ' + state_word(other.state))}"


def _words(kind: Kind) -> str:
    return {
        Kind.DUPLICATE: translate("Ties", "Duplicate of"),
        Kind.GOES_WITH: translate("Ties", "Merged: decided and answered in"),
        Kind.PART_OF: translate("Ties", "Part of"),
        Kind.PART: translate("Ties", "Part:"),
        Kind.FOLLOWER: translate("Ties", "Goes with this one:"),
    }[kind]

"""A clause of the contract, what was found about it, and the two ways in which a check ends early."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.conformance.scene import Scene


class Verdict(StrEnum):
    """What a check came to."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNTESTED = "untested"


class Broken(Exception):
    """The server does not keep the clause; ``detail`` says what it did instead."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class Untested(Exception):
    """The clause cannot be tried with what is at hand; ``why`` says what is missing."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule: its id, its sentence, and the check that raises ``Broken`` or ``Untested``."""

    id: str
    sentence: str
    check: Callable[[Scene], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about a clause; ``detail`` is empty where it holds."""

    clause: str
    sentence: str
    verdict: Verdict
    detail: str = ""


def require(condition: object, detail: str) -> None:
    """Raise ``Broken`` unless ``condition`` is true."""
    if not condition:
        raise Broken(detail)


def judge(clause: Clause, scene: Scene) -> Finding:
    """Try one clause; an answer of another shape than the contract's breaks it, too."""
    try:
        clause.check(scene)
    except Broken as broken:
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, broken.detail)
    except Untested as untested:
        return Finding(clause.id, clause.sentence, Verdict.UNTESTED, untested.why)
    except (LookupError, TypeError, ValueError, AttributeError) as odd:
        detail = f"an answer of another shape ({type(odd).__name__}: {odd})"
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, detail)
    return Finding(clause.id, clause.sentence, Verdict.HOLDS)

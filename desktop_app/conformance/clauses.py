"""A clause of the contract, and what was found about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.conformance.endings import Broken, Untested
from desktop_app.jose import JwsInvalid

if TYPE_CHECKING:
    from desktop_app.conformance.scene import Scene


class Verdict(StrEnum):
    """What a check came to."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNTESTED = "untested"


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


def judge(clause: Clause, scene: Scene) -> Finding:
    """Try one clause; an answer of another shape than the contract's breaks it, too."""
    try:
        clause.check(scene)
    except Broken as broken:
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, broken.detail)
    except Untested as untested:
        return Finding(clause.id, clause.sentence, Verdict.UNTESTED, untested.why)
    except (LookupError, TypeError, ValueError, AttributeError, JwsInvalid) as odd:
        detail = f"an answer of another shape ({type(odd).__name__}: {odd})"
        return Finding(clause.id, clause.sentence, Verdict.BROKEN, detail)
    return Finding(clause.id, clause.sentence, Verdict.HOLDS)

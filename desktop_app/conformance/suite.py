"""All clauses in the order in which they are tried, and one run of them."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.conformance.checks import (
    answers,
    arranging,
    attendance,
    bounds,
    completeness,
    digests,
    enrolment,
    events,
    feed,
    files,
    fleet,
    hotline,
    presence,
    programs,
    proofs,
    publishing,
    scope,
    secrecy,
    sign_in,
)
from desktop_app.conformance.clauses import Clause, Finding, Verdict, judge
from desktop_app.conformance.scene import Scene

CLAUSES: Final[tuple[Clause, ...]] = (
    *answers.HEALTH,
    *enrolment.CLAUSES,
    *proofs.CLAUSES,
    *sign_in.CLAUSES,
    *feed.CLAUSES,
    *events.CLAUSES,
    *programs.CLAUSES,
    *files.CLAUSES,
    *digests.CLAUSES,
    *presence.CLAUSES,
    *hotline.CLAUSES,
    *arranging.CLAUSES,
    *scope.CLAUSES,
    *publishing.CLAUSES,
    *secrecy.CLAUSES,
    *attendance.CLAUSES,
    *completeness.CLAUSES,
    *fleet.CLAUSES,
    *bounds.CLAUSES,
    *enrolment.LAST,
    *answers.EVERY,
)
"""The wrong enrolment codes come late, for they lock our address out; the rules for all answers last."""


def run(scene: Scene, clauses: Sequence[Clause] = CLAUSES) -> Iterator[Finding]:
    """Yield a finding per clause, as each is tried."""
    for clause in clauses:
        try:
            yield judge(clause, scene)
        except (OSError, http.client.HTTPException) as silent:
            detail = f"no answer ({type(silent).__name__})"
            yield Finding(clause.id, clause.sentence, Verdict.BROKEN, detail)

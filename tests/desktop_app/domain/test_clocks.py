"""The deadline that runs: the assignment's, or that of a decision on reopening."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.clocks import deadline_of
from desktop_app.domain.workflow import State
from tests.desktop_app.domain.samples import DUE, NOON, report

SOON = NOON + timedelta(days=2)


def test_an_assignment_runs() -> None:
    assert deadline_of(report()) == DUE
    assert deadline_of(report(assignment=None)) is None


def test_a_request_to_reopen_has_its_own() -> None:
    assert deadline_of(report(State.REOPEN_REQUESTED, reopen_due=SOON)) == SOON
    assert deadline_of(report(State.REOPEN_REQUESTED)) == DUE
    assert deadline_of(report(State.REOPENED, reopen_due=SOON)) == DUE

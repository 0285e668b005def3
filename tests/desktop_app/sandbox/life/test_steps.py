"""Every step that may be drawn is in the workflow's table; what makes no sense is left out."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from desktop_app.domain.report import CodedReason, Extension
from desktop_app.domain.workflow import TABLE, Command, State
from desktop_app.sandbox.life.steps import STEPS, draw_step
from desktop_app.sandbox.service import utc_now
from tests.support.small_city import report

NOW = utc_now()


@pytest.mark.parametrize("state", list(STEPS))
def test_each_step_is_an_edge_of_the_table(state: State) -> None:
    for command, often in STEPS[state]:
        assert often > 0
        assert any(edge.command is command and state in edge.sources for edge in TABLE), command


def drawn(state: State, **changes: object) -> set[Command | None]:
    rng = Random(1)
    return {draw_step(rng, report(NOW, state, **changes)) for _ in range(400)}


def test_a_state_that_waits_for_others_has_no_step() -> None:
    for state in (State.AWAITING_CITIZEN, State.PUBLISHED, State.CLOSED, State.REJECTED, State.DUPLICATE):
        assert drawn(state) == {None}


def test_everything_a_state_allows_comes_up() -> None:
    assert drawn(State.IN_PROGRESS) == {command for command, _ in STEPS[State.IN_PROGRESS]}


def test_an_extension_is_asked_once_and_decided_soon() -> None:
    asked = Extension("weather", NOW + timedelta(days=9), "mưa", "o-handler")
    found = drawn(State.IN_PROGRESS, extension=asked)
    assert Command.DECIDE_EXTENSION in found
    assert Command.REQUEST_EXTENSION not in found


def test_a_second_return_is_left_to_people() -> None:
    before = (CodedReason("other", "không đúng tuyến"),)
    assert Command.RETURN not in drawn(State.DISTRIBUTED, returns=before)


def test_nobody_contributes_where_nobody_was_asked_to() -> None:
    alone = report(NOW, State.IN_PROGRESS).assignment
    assert alone is not None
    job = type(alone)(alone.lead_unit, alone.owner, alone.deliverable, alone.due_at)
    assert Command.CONTRIBUTE not in drawn(State.IN_PROGRESS, assignment=job)

"""Public phases."""

from __future__ import annotations

from desktop_app.domain.phases import PHASES, Phase, phase_of
from desktop_app.domain.workflow import State


def test_every_state_has_a_public_phase_and_every_phase_a_state() -> None:
    assert set(PHASES) == set(State)
    assert set(PHASES.values()) == set(Phase)
    assert phase_of(State.APPROVED) is Phase.IN_PROGRESS

"""Random histories end in agreement."""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import Histories

SHORT = settings(max_examples=12, stateful_step_count=40, deadline=None, database=None)


def test_histories_end_in_agreement() -> None:
    run_state_machine_as_test(Histories, settings=SHORT)

"""Random histories end in agreement; a few of them here, as many as there is time for in the soak."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.machine import Histories

SHORT = settings(max_examples=6, stateful_step_count=40, deadline=None, database=None)


@pytest.mark.timeout(240)  # a loaded machine takes its time over several desks and a server
def test_histories_end_in_agreement() -> None:
    run_state_machine_as_test(Histories, settings=SHORT)

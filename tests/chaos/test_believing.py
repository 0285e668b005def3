"""Policies taken over and killed anywhere: one is in force, the next is believed; what is torn is seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.store.terminal import TerminalStore
from tests.chaos.believing import KEY, PolicyLane, faults_of, successors
from tests.desktop_app.bundles import Authority


def test_killed_takeovers_leave_one_in_force(tmp_path: Path) -> None:
    lane = PolicyLane(tmp_path / "policies", random.Random(5))
    for life in range(5):
        assert lane.live(life)
    assert lane.judge().lines() == []
    assert lane.confirmed >= 5


@pytest.mark.parametrize(
    ("kept", "told", "fault"),
    [
        (2, 3, []),
        (2, 4, ["policy 4: 3 is in force"]),
        (None, 1, ["policy 1: none is in force"]),
        (None, 0, []),
    ],
)
def test_what_is_in_force_is_looked_at(tmp_path: Path, kept: int | None, told: int, fault: list[str]) -> None:
    bundles, path = successors(Authority()), tmp_path / "terminal.db"
    store = TerminalStore.open(path, KEY)
    if kept is not None:
        store.trust.keep_bundle(bundles[kept])
    store.close()
    assert faults_of(path, bundles, told) == fault


def test_a_policy_that_nobody_can_follow_is_seen(tmp_path: Path) -> None:
    bundles, path = successors(Authority()), tmp_path / "terminal.db"
    store = TerminalStore.open(path, KEY)
    store.trust.keep_bundle(successors(Authority())[4])
    store.close()
    assert faults_of(path, bundles, 5) == ["policy 5: what follows is refused: bundle_signature"]

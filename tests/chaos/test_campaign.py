"""A small campaign on the real parts, its figures, and power cuts with their control."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.campaign import Campaign, Result
from tests.chaos.power import PowerCuts


@pytest.mark.timeout(240)
def test_a_few_kills(tmp_path: Path) -> None:
    told: list[str] = []
    result = Campaign(tmp_path / "kills", 20, 8, told.append).run()
    assert result.findings.lines() == []
    assert result.kills == 8
    assert result.events > 0
    assert told[0].startswith("8 kills")


@pytest.mark.timeout(240)
def test_a_few_power_cuts_and_their_control(tmp_path: Path) -> None:
    before = {path.name for path in Path.cwd().iterdir()}
    found, lost_with_normal = PowerCuts(tmp_path / "power", 20).run(12)
    assert {path.name for path in Path.cwd().iterdir()} <= before, "a file layer's name was not its own"
    assert found.lines() == []
    assert lost_with_normal > 6


def test_the_line_says_what_was_found() -> None:
    result = Result(kills=3, faults=2, events=9)
    assert not result.findings.lines()
    result.findings.doubled.append("note e1")
    assert result.line == ("soak: kills=3 powercuts=0 faults=2 events=9 lost=0 doubled=1 diverged=0 leaked=0")
    assert not result.findings.hold

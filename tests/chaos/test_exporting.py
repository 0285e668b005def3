"""Exports killed anywhere leave a whole file or the one before; a torn one is seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.exports.whole_file import whole_file
from tests.chaos.exporting import NAMES, ROWS, ExportLane, _write, number_of


def test_killed_exports_leave_whole_files(tmp_path: Path) -> None:
    lane = ExportLane(tmp_path / "exports", random.Random(5))
    for life in range(5):
        assert lane.live(life)
    assert lane.judge().lines() == []
    assert lane.confirmed >= 5


@pytest.mark.parametrize("name", NAMES)
def test_a_torn_file_is_seen(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with whole_file(path) as draft:
        _write(draft, 7)
    assert number_of(path) == 7
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=f"{name} is torn"):
        number_of(path)


def test_an_older_file_is_seen(tmp_path: Path) -> None:
    lane = ExportLane(tmp_path / "exports", random.Random(5))
    with whole_file(tmp_path / "exports" / NAMES[0]) as draft:
        _write(draft, 3)
    lane._stands = {NAMES[0]: 4}
    lane._look()
    assert lane.judge().lines() == [f"lost: export {NAMES[0]} 4: it is 3"]
    assert ROWS > 1

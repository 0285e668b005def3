"""The diary is true after every step, and a failed one explains itself."""

from __future__ import annotations

import json
from pathlib import Path

from ui.tour.diary import Diary
from ui.tour.notes import Observed
from ui.tour.remote import NeverHappened


def holds(seen: Observed) -> None:
    seen["reports"] = 400


def fails(seen: Observed) -> None:
    raise NeverHappened("the desk", "Đăng nhập")


def test_the_summary_on_disk_tells_each_step(tmp_path: Path) -> None:
    said: list[str] = []
    diary = Diary(tmp_path / "summary.json", said.append)
    assert diary.step("sync", holds)
    assert diary.held
    assert not diary.step("desk", fails)
    steps = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))["steps"]
    assert [(step["name"], step["ok"]) for step in steps] == [("sync", True), ("desk", False)]
    assert steps[0]["observed"] == {"reports": 400}
    assert steps[1]["observed"]["screen"] == "Đăng nhập"
    assert "the desk" in steps[1]["observed"]["problem"]
    assert said[1].startswith("FAIL")


def test_one_step_that_fails_fails_the_day(tmp_path: Path) -> None:
    diary = Diary(tmp_path / "summary.json", lambda _line: None)
    assert not diary.held
    diary.step("desk", fails)
    diary.step("sync", holds)
    assert not diary.held

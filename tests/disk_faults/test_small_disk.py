"""A full and a read-only disk: a plain error, nothing confirmed lost, and on once there is room."""

from __future__ import annotations

from pathlib import Path

from tests.disk_faults.mounting import on_small_disk


def test_a_disk_that_fills_up_under_a_persons_work(tmp_path: Path) -> None:
    said = on_small_disk(tmp_path, "triage")
    assert said.pop("done") > 5
    assert said == {
        "code": "store_disk_full", "lost": 0, "invented": 0, "readable": True, "sound": True
    }  # fmt: skip


def test_a_disk_that_fills_up_under_a_kiosk(tmp_path: Path) -> None:
    said = on_small_disk(tmp_path, "tap")
    assert said.pop("done") > 5
    assert said == {"code": "store_disk_full", "same": True, "gapless": True}


def test_a_disk_without_room_for_a_migrations_backup(tmp_path: Path) -> None:
    assert on_small_disk(tmp_path, "migration") == {"code": "store_disk_full", "faults": []}


def test_a_disk_that_cannot_be_written(tmp_path: Path) -> None:
    said = on_small_disk(tmp_path, "read_only")
    assert said == {"code": "store_read_only", "kept": True}

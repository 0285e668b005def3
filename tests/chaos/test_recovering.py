"""Sealed work killed anywhere opens whole, and comes back once; what is missing is called by its name."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.chaos import recovering
from tests.chaos.centre import Centre
from tests.chaos.proxy import Proxy
from tests.chaos.recovering import RecoveryLane, missing_in_copy, missing_in_store, opened


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[RecoveryLane]:
    network = Proxy()
    centre = Centre(tmp_path / "centre", network)
    centre.start()
    (tmp_path / "homes").mkdir()
    yield RecoveryLane(centre, network.url, tmp_path / "homes" / "recovery", random.Random(5))
    network.close()
    centre.close()


@pytest.mark.timeout(240)
def test_killed_recoveries_lose_and_double_nothing(
    lane: RecoveryLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovering, "PIECES", 3)
    monkeypatch.setattr(recovering, "BRINGS_BACK", 0.6)
    for life in range(6):
        lane.live(life)
    lane.settle()
    assert lane.judge().lines() == []
    assert lane.confirmed > 0


def test_what_a_copy_lacks_is_told() -> None:
    work = {"person_id": "o", "events": [{"id": "e1"}, {"id": "e1"}], "drafts": [{"text": "nháp e1"}]}
    assert missing_in_copy(msgspec.json.encode(work), {"e1": "r1"}) == ["sealed e1"]
    assert missing_in_copy(msgspec.json.encode(work), {"e2": "r2"}) == ["sealed e2", "sealed draft of e2"]


def test_what_did_not_come_back_is_told(tmp_path: Path) -> None:
    opened(tmp_path / "back.db").close()
    assert missing_in_store(tmp_path / "back.db", {"e1": "r1"}) == [
        "recovered e1: 0 times",
        "recovered draft of e1",
    ]

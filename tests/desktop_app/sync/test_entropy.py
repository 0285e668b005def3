"""What differs from the server is found by sums and mended; nothing else is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Refused
from desktop_app.api.events import EventResult, PushAnswer, Status
from desktop_app.domain.digest import Member, Sum, slice_of, sums
from desktop_app.domain.outbox import OutboxState
from desktop_app.store.account import AccountStore
from desktop_app.store.sync_log import Passed
from desktop_app.sync.engine import Engine
from desktop_app.sync.entropy import Compared
from tests.desktop_app.store.builders import add, event, put, report_json, state
from tests.support.clock import ManualClock


class Truth:
    """The server's rows; notes what was asked."""

    def __init__(self, *reports: dict[str, Any]) -> None:
        self.reports = {str(one["id"]): one for one in reports}
        self.asked: list[str] = []
        self.moves_on = False

    def sums(self) -> list[Sum]:
        return [*sums("report", self._members()), *sums("unit", []), *sums("starship", [("x", 1)])]

    def members(self, entity: str, part: int) -> list[Member]:
        if self.moves_on:
            raise Refused("cursor_behind", 409)
        if entity == "unit":
            return []
        assert entity == "report"
        return [(key, version) for key, version in self._members() if slice_of(key) == part]

    def rows(self, entity: str, ids: Sequence[str]) -> list[ChangeLine]:
        self.asked += ids
        return [ChangeLine(1, entity, key, Operation.PUT, 1, self.reports[key]) for key in ids]

    def _members(self) -> list[Member]:
        return [(key, int(one["version"])) for key, one in self.reports.items()]


@pytest.fixture
def engine(store: AccountStore, clock: ManualClock) -> Engine:
    return Engine(store, lambda _: None, clock.now)


def test_nothing_is_fetched_where_nothing_differs(store: AccountStore, engine: Engine) -> None:
    reports = [report_json() for _ in range(20)]
    put(store, *reports)
    truth = Truth(*reports)
    assert engine.compare(truth) == Compared(0)
    assert (truth.asked, store.log.newest()) == ([], [])


def test_a_row_that_was_lost_left_behind_or_too_many_is_mended(store: AccountStore, engine: Engine) -> None:
    same, lost, stale = (report_json() for _ in range(3))
    put(store, same, {**stale, "version": 2})
    with store.write() as tx:
        store.directory.put(tx, "unit", {"id": "u-1", "name": "Sở", "kind": "agency"}, 1)
    truth = Truth(same, lost, {**stale, "title": "Mới"})
    assert engine.compare(truth) == Compared(3)
    assert sorted(truth.asked) == sorted([lost["id"], stale["id"]])
    assert store.reports.get(stale["id"]).title == "Mới"
    assert store.reports.has(lost["id"])
    assert store.directory.units() == []
    mended = [line.data["rows"] for line in store.log.newest() if line.kind is Passed.REPAIRED]
    assert sum(mended) == 3
    assert engine.compare(truth) == Compared(0)


@pytest.mark.expects_log("the centre lacks 1 rows of report")
@pytest.mark.parametrize("told", [(), (3,)])
def test_a_server_that_has_less_than_it_told_was_restored_and_is_offered_all_again(
    store: AccountStore, engine: Engine, told: tuple[int, ...]
) -> None:
    kept = report_json(version=4)
    put(store, kept)
    sent = event(kept["id"])
    add(store, sent)
    engine.push(lambda _: PushAnswer({sent.id: EventResult(sent.id, Status.APPLIED, version=4, seq=5)}))
    truth = Truth(*({**kept, "version": version} for version in told))
    assert engine.compare(truth) == Compared(1, offered=True)
    assert state(store, sent.id) is OutboxState.UNKNOWN
    assert (store.sync_state.cursor, store.sync_state.staging) == ("", True)
    assert (truth.asked, store.reports.has(kept["id"])) == ([], True)  # on the screen until the end
    assert Passed.RESTORED in {line.kind for line in store.log.newest()}


def test_a_feed_that_moved_on_meanwhile_is_no_difference(store: AccountStore, engine: Engine) -> None:
    truth = Truth(report_json())
    truth.moves_on = True
    assert engine.compare(truth) == Compared(0)
    assert truth.asked == []


def test_another_refusal_is_not_swallowed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    truth = Truth()

    def refuse() -> list[Sum]:
        raise Refused("not_found", 404)

    monkeypatch.setattr(truth, "sums", refuse)
    with pytest.raises(Refused):
        engine.compare(truth)

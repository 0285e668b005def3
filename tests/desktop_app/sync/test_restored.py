"""The signs of a restored centre, each alone, and what is done about it."""

from __future__ import annotations

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.store.account import AccountStore
from desktop_app.store.sync_log import Passed
from desktop_app.sync import restored
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.desktop_app.sync.bench import page


@pytest.mark.parametrize(
    ("epoch", "durable", "before"),
    [("other", 9, True), ("e", 2, True), ("e", 3, False), ("e", 4, False), (None, 0, False)],
)
def test_another_epoch_or_a_promise_that_goes_back_tells(
    epoch: str | None, durable: int, before: bool
) -> None:
    known = "e" if epoch is not None else None
    heard = page(epoch=epoch or "first", durable=durable)
    assert restored.goes_back(heard, known, 3 if known else 0) is before


def test_rows_of_people_s_work_that_are_gone_or_older_tell() -> None:
    held = {"same": 2, "gone": 1, "older": 5, "newer": 1}
    theirs = {"same": 2, "older": 4, "newer": 3, "new": 1}
    assert [restored.lost(kind, held, theirs) for kind in ("report", "entry")] == [2, 2]


def test_rows_of_the_directory_that_are_gone_are_only_mended() -> None:
    assert restored.lost("unit", {"u-1": 2}, {}) == 0


def test_all_that_was_acknowledged_is_asked_about_and_all_looked_at_again(store: AccountStore) -> None:
    [report_id] = put(store, report_json())
    sent = event(report_id)
    add(store, sent)
    store.outbox.take_ready()
    with store.write() as tx:
        assert store.outbox.settle(tx, sent.id, {"status": "applied", "version": 4, "seq": 5})
        restored.begin_anew(store, tx)
    found = store.outbox.get(sent.id)
    assert found is not None
    assert found.state is OutboxState.UNKNOWN
    assert (store.sync_state.cursor, store.sync_state.staging) == ("", True)
    assert [line.kind for line in store.log.newest()] == [Passed.RESTORED]

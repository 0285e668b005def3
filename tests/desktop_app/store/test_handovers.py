"""Shifts as the server tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.hotline import Handover, OpenItem
from desktop_app.domain.payloads import encode
from desktop_app.store import membership
from desktop_app.store.account import AccountStore
from desktop_app.store.reports import Malformed
from tests.desktop_app.store.builders import KEY

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
SHIFT = Handover("0198-1", 1, "o-1", "Cao Tổng Đài", AT, "Ổn", (OpenItem("048 213", "Gọi lại"),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    opened = AccountStore.open(tmp_path / "account.db", KEY, "a")
    yield opened
    opened.close()


def put(store: AccountStore, **changes: Any) -> None:  # noqa: ANN401 - any field
    with store.write() as tx:
        store.handovers.put(tx, {**encode(SHIFT), **changes})


def test_a_shift_is_kept_as_told_and_replaced_by_its_next_version(store: AccountStore) -> None:
    put(store)
    assert store.handovers.newest() == [SHIFT]
    put(store, version=2, taken_by="o-2", taken_by_name="Châu Thế Vỹ")
    put(store, id="0199-1")
    newest = store.handovers.newest()
    assert [(one.id, one.taken_by) for one in newest] == [("0199-1", None), ("0198-1", "o-2")]
    with store.reader() as connection:
        assert sorted(membership.members(connection, "handover")) == [("0198-1", 2), ("0199-1", 1)]


def test_a_row_that_is_no_shift_is_refused(store: AccountStore) -> None:
    with pytest.raises(Malformed):
        put(store, items="none")


def test_a_shift_out_of_sight_leaves_the_disk(store: AccountStore) -> None:
    put(store)
    with store.write() as tx:
        store.handovers.remove(tx, SHIFT.id)
    assert store.handovers.newest() == []

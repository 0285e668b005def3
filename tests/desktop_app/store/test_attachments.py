"""The files of reports: what the feed tells, and a bounded store of what was looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.attachments import Variant
from desktop_app.store.account import AccountStore
from desktop_app.store.attachments import Attachments
from desktop_app.store.database import Database
from desktop_app.store.reports import Malformed
from tests.desktop_app.store.builders import KEY, put, report_json, wire
from tests.support.clock import NOON, ManualClock


def attachment_json(report_id: str, number: int = 1, **changes: object) -> dict[str, Any]:
    return {
        "id": f"f-{report_id}-{number}", "report_id": report_id, "sha256": "a" * 64, "copy_sha256": "b" * 64,
        "size": 9, "media_type": "image/jpeg", "name": "ảnh.jpg", "by": "o-1", "by_name": "An",
        "at": wire(NOON), "version": number, "of_a_newer_server": True, **changes,
    }  # fmt: skip


def tell(store: AccountStore, *rows: dict[str, Any]) -> None:
    with store.write() as tx:
        for row in rows:
            store.attachments.put(tx, row)


def test_files_are_listed_in_the_order_in_which_they_were_attached(store: AccountStore) -> None:
    tell(store, attachment_json("r", 2), attachment_json("r", 1), attachment_json("s", 1))
    assert [one.version for one in store.attachments.of("r")] == [1, 2]
    tell(store, attachment_json("r", 1, name="khác.jpg"))
    found = store.attachments.get("f-r-1")
    assert found is not None
    assert found.name == "khác.jpg"
    assert store.attachments.get("nothing") is None


def test_a_broken_line_is_refused(store: AccountStore) -> None:
    with pytest.raises(Malformed):
        tell(store, attachment_json("r", size="many"))


def test_a_file_goes_with_its_contents(store: AccountStore) -> None:
    tell(store, attachment_json("r"))
    store.attachments.keep("f-r-1", Variant.COPY, b"pixels")
    assert store.attachments.content("f-r-1", Variant.COPY) == b"pixels"
    with store.write() as tx:
        store.attachments.remove(tx, "f-r-1")
    assert store.attachments.get("f-r-1") is None
    assert store.attachments.content("f-r-1", Variant.COPY) is None


def test_a_report_takes_its_files_with_it(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    tell(store, attachment_json(report_id))
    store.attachments.keep(f"f-{report_id}-1", Variant.COPY, b"pixels")
    with store.write() as tx:
        store.lose_scope(tx, report_id)
    store.attachments.keep(f"f-{report_id}-1", Variant.COPY, b"pixels")  # arrived too late: not kept
    with store.reader() as connection:
        assert connection.value("SELECT count(*) FROM attachment_content") == 0
    assert store.attachments.of(report_id) == []


def test_the_longest_unused_goes_first(tmp_path: Path) -> None:
    clock = ManualClock()
    database = Database(tmp_path / "small.db", KEY, "account")
    table = Attachments(database, clock.now, cache_bytes=25)
    with database.write() as tx:
        for number in (1, 2, 3):
            table.put(tx, attachment_json("r", number))
    for number in (1, 2):
        table.keep(f"f-r-{number}", Variant.COPY, b"x" * 10)
        clock.advance(1)
    table.content("f-r-1", Variant.COPY)  # used: now 2 is the older one
    clock.advance(1)
    table.keep("f-r-3", Variant.COPY, b"x" * 10)
    kept = [table.content(f"f-r-{number}", Variant.COPY) is not None for number in (1, 2, 3)]
    assert kept == [True, False, True]
    database.close()


def test_what_a_bootstrap_does_not_bring_goes(store: AccountStore) -> None:
    tell(store, attachment_json("r", 1), attachment_json("r", 2))
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
        store.attachments.put(tx, attachment_json("r", 2))
        store.sweep(tx)
    assert [one.version for one in store.attachments.of("r")] == [2]

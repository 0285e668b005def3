"""Rows by id and version, of every kind that is kept."""

from __future__ import annotations

import pytest

from desktop_app.store import membership
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import put, report_json
from tests.desktop_app.store.test_attachments import attachment_json


def test_each_kind_tells_its_versions(store: AccountStore) -> None:
    [report_id] = put(store, report_json(version=7))
    entry = {
        "id": "n-1", "report_id": report_id, "kind": "note", "at": "2026-03-10T01:00:00Z", "by": "o",
        "by_name": "An", "version": 6,
    }  # fmt: skip
    with store.write() as tx:
        store.entries.put(tx, entry)
        store.attachments.put(tx, attachment_json(report_id, 5))
        store.directory.put(tx, "unit", {"id": "u-1", "name": "Sở", "kind": "agency"}, 3)
    with store.reader() as connection:
        found = {
            kind: membership.members(connection, kind) for kind in ("report", "entry", "attachment", "unit")
        }
    assert found == {
        "report": [(report_id, 7)], "entry": [("n-1", 6)],
        "attachment": [(f"f-{report_id}-5", 5)], "unit": [("u-1", 3)],
    }  # fmt: skip


def test_a_kind_of_a_newer_server_is_not_known(store: AccountStore) -> None:
    assert membership.knows("calendar")
    assert not membership.knows("starship")
    with store.reader() as connection, pytest.raises(KeyError):
        membership.members(connection, "starship")

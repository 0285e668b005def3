"""What a report is found by, and that deleted terms leave the index's own pages."""

from __future__ import annotations

import msgspec

from desktop_app.domain.report import Report
from desktop_app.store import search_text
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import report_json, wire
from tests.support.clock import NOON


def test_everything_a_person_may_remember() -> None:
    answer = {
        "text": "Đã thông cống", "content_sha256": "0", "outcome": "fixed", "publisher_unit": "u",
        "submitted_by": "o", "submitted_at": wire(NOON),
    }  # fmt: skip
    told = report_json(source_key="NYC-5", answer=answer, evidence={"phone": "0905"})
    folded = search_text.searchable(msgspec.convert(told, Report), ["ghi chú Đỏ"])
    for part in (
        told["code"].lower(),
        "duong ngap",
        "nuoc ngap sau",
        "12 le loi",
        "nyc-5",
        "da thong cong",
        "chu do",
    ):
        assert part in folded
    assert "0905" not in folded


def test_terms_of_a_deleted_text_are_overwritten(store: AccountStore) -> None:
    with store.write() as tx:
        search_text.index(tx.connection, 1, "amoniac kho lanh")
        search_text.index(tx.connection, 2, "cay do")
    with store.write() as tx:
        search_text.index(tx.connection, 1, "cay do hai")
        search_text.forget(tx.connection, 2)
        search_text.forget(tx.connection, 99)
    with store.reader() as connection:
        blocks = b"".join(bytes(block) for (block,) in connection.rows("SELECT block FROM search_index_data"))
        assert connection.rows("SELECT rowid FROM search_index WHERE search_index MATCH 'cay'") == [(1,)]
    assert b"amoniac" not in blocks
    assert b"hai" in blocks

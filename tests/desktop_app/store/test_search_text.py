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
    folded = search_text.searchable(msgspec.convert(told, Report))
    for part in (
        told["code"].lower(),
        "duong ngap",
        "nuoc ngap sau",
        "12 le loi",
        "nyc-5",
        "da thong cong",
    ):
        assert part in folded
    assert "0905" not in folded


def documents(store: AccountStore, word: str) -> list[int]:
    with store.reader() as connection:
        sql = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
        return [document for (document,) in connection.rows(sql, (word,))]


def test_terms_of_a_deleted_text_are_overwritten(store: AccountStore) -> None:
    with store.write() as tx:
        search_text.index_report(tx.connection, 1, "amoniac kho lanh")
        search_text.index_report(tx.connection, 2, "cay do")
        note = search_text.index_note(tx.connection, 2, "Ông Zebulon", None)
    assert note == (2 << search_text.NOTE_BITS) + 1
    with store.write() as tx:
        search_text.index_report(tx.connection, 1, "cay do hai")
        search_text.forget_report(tx.connection, 2)
        search_text.forget_report(tx.connection, 99)
        search_text.forget_note(tx.connection, 99)
    assert documents(store, "cay") == [1 << search_text.NOTE_BITS]
    with store.reader() as connection:
        blocks = b"".join(bytes(block) for (block,) in connection.rows("SELECT block FROM search_index_data"))
    assert b"amoniac" not in blocks
    assert b"zebulon" not in blocks
    assert b"hai" in blocks


def test_a_note_changes_and_goes_alone(store: AccountStore) -> None:
    with store.write() as tx:
        search_text.index_report(tx.connection, 1, "cay do")
        note = search_text.index_note(tx.connection, 1, "máy bơm", None)
        assert note is not None
        assert search_text.index_note(tx.connection, 1, "máy cày", note) == note
    assert (documents(store, "bom"), documents(store, "cay")) == ([], [note - 1, note])
    with store.write() as tx:
        search_text.forget_note(tx.connection, note)
    assert documents(store, "cay") == [note - 1]


def test_notes_beyond_the_room_are_not_indexed(store: AccountStore) -> None:
    with store.write() as tx:
        found = [search_text.index_note(tx.connection, 1, "x", None) for _ in range(search_text.NOTES + 2)]
        search_text.index_report(tx.connection, 2, "y")
    assert found[-3:] == [(1 << search_text.NOTE_BITS) + search_text.NOTES, None, None]
    assert documents(store, "y") == [2 << search_text.NOTE_BITS]


def test_no_commit_merges_parts_of_the_index_while_a_first_sync_goes_on(store: AccountStore) -> None:
    def settings() -> dict[str, int]:
        with store.reader() as connection:
            named = "k LIKE '%merge' OR k = 'hashsize'"
            return dict(connection.rows(f"SELECT k, v FROM search_index_config WHERE {named}"))

    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
    assert settings() == {"automerge": 0, "crisismerge": 256, "usermerge": 16, "hashsize": 16 << 20}
    with store.write() as tx:
        store.sync_state.end_bootstrap(tx)
    assert settings() == {"automerge": 4, "crisismerge": 16, "usermerge": 4, "hashsize": 1 << 20}


def test_parts_of_the_index_are_merged_when_asked(store: AccountStore) -> None:
    def write(first: int, last: int) -> int:
        for number in range(first, last):
            with store.write() as tx:
                search_text.index_report(tx.connection, number, "cay do")
        with store.reader() as connection:
            return search_text.parts(connection)

    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
        assert not search_text.merge(tx.connection, 100)
    assert write(1, 16) == 15
    with store.write() as tx:
        assert not search_text.merge(tx.connection, 100)  # fewer than sixteen are left as they are
    assert write(16, 20) == 19
    with store.write() as tx:
        while search_text.merge(tx.connection, 100):
            pass
    with store.reader() as connection:
        assert search_text.parts(connection) == 1
    assert len(documents(store, "cay")) == 19

"""Notes in the index: the timeline's as they come and change, one's own from the moment they are written."""

from __future__ import annotations

from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import add, event, put, report_json, settle, wire
from tests.support.clock import NOON


def found(store: AccountStore, text: str) -> int:
    return len(store.search.ids(text))


def tell(store: AccountStore, report_id: str, text: str) -> None:
    line = {"id": "e", "report_id": report_id, "kind": "note", "at": wire(NOON), "by": "x", "by_name": "X"}
    with store.write() as tx:
        store.entries.put(tx, {**line, "text": text})


def documents(store: AccountStore) -> int:
    with store.reader() as connection:
        return int(connection.value("SELECT count(*) FROM search_text"))


def test_a_note_written_offline_is_found_at_once(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    add(store, event(report_id, Command.NOTE, text="Đã gọi ông Tư"), event(report_id))
    assert found(store, "goi ong tu") == 1
    assert documents(store) == 2


def test_it_is_found_once_through_sending_and_coming_back(store: AccountStore) -> None:
    told = report_json()
    put(store, told)
    note = event(told["id"], Command.NOTE, text="Đã gọi ông Tư")
    add(store, note)
    store.outbox.take_ready()
    settle(store, note.id, status="applied", version=4)
    assert found(store, "goi ong tu") == 1
    put(store, {**told, "version": 4})
    tell(store, told["id"], "Đã gọi ông Tư")
    assert found(store, "goi ong tu") == 1
    assert documents(store) == 2


def test_a_note_undone_is_not_found(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    note = event(report_id, Command.NOTE, text="nhầm báo cáo")
    add(store, note)
    store.outbox.cancel(note.id)
    assert found(store, "nham bao") == 0
    assert documents(store) == 1


def test_a_line_without_text_is_no_document(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    tell(store, report_id, "")
    assert documents(store) == 1
    tell(store, report_id, "có chữ")
    assert found(store, "co chu") == 1
    tell(store, report_id, "")
    assert found(store, "co chu") == 0


def test_a_report_that_goes_and_comes_back_is_indexed_anew(store: AccountStore) -> None:
    told = report_json()
    put(store, told)
    add(store, event(told["id"], Command.NOTE, text="giữ lời"))
    with store.write() as tx:
        store.lose_scope(tx, told["id"])
    assert documents(store) == 0
    put(store, {**told, "version": 9})
    assert documents(store) == 1
    assert found(store, "ngap") == 1
    with store.write() as tx:
        store.lose_scope(tx, told["id"])
    assert documents(store) == 0

"""Files that wait with their events: encrypted here, in order, gone when nobody needs them."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.outbox import Event, OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.uploads import PIECE, NewFile, NoSuchContent, Upload
from tests.desktop_app.store.builders import event, put, report_json
from tests.support.clock import NOON, ManualClock

BIG = bytes(range(256)) * (PIECE // 256) + b"the rest"


def file(content: bytes) -> NewFile:
    return NewFile(hashlib.sha256(content).hexdigest(), "image/jpeg", content)


def attach(store: AccountStore, report_id: str, *contents: bytes, held: bool = False) -> Event:
    made = event(report_id, Command.ATTACH, sha256=[file(one).sha256 for one in contents])
    with store.write() as tx:
        store.outbox.add(tx, made, NOON + timedelta(seconds=5) if held else None)
        for content in contents:
            store.uploads.add(tx, made, file(content))
    return made


def next_upload(store: AccountStore) -> Upload:
    found = store.uploads.next()
    assert found is not None
    return found


def finish(store: AccountStore) -> None:
    while (upload := store.uploads.next()) is not None:
        store.uploads.done(upload)


def taken(store: AccountStore) -> list[str]:
    return [one.id for one in store.outbox.take_ready()]


def test_a_file_is_read_in_pieces_from_anywhere(store: AccountStore) -> None:
    attach(store, "r", BIG)
    upload = next_upload(store)
    assert (upload.size, upload.location, upload.sent) == (len(BIG), None, False)
    assert store.uploads.piece(upload, 0) == BIG[:PIECE]
    assert store.uploads.piece(upload, 1000) == BIG[1000:PIECE]
    assert store.uploads.piece(upload, PIECE) == b"the rest"
    assert store.uploads.content("r", file(BIG).sha256) == BIG
    for missing in (len(BIG), len(BIG) + 1):
        with pytest.raises(NoSuchContent):
            store.uploads.piece(upload, missing)
    with pytest.raises(NoSuchContent):
        store.uploads.content("r", "f" * 64)


def test_an_event_with_several_files_stays_until_the_last_of_them_is_there(store: AccountStore) -> None:
    made = attach(store, "r", b"one", b"two", b"three")
    for left in (3, 2, 1):
        assert taken(store) == []
        found = store.outbox.get(made.id)
        assert found is not None
        assert found.state is OutboxState.READY
        assert [one.sent for one in store.uploads.of_event(made.id)].count(False) == left
        store.uploads.done(next_upload(store))
    assert taken(store) == [made.id]
    assert store.uploads.next() is None


def test_what_follows_on_the_report_waits_with_it_and_other_reports_do_not(store: AccountStore) -> None:
    first = attach(store, "r", b"one")
    behind, other = event("r", Command.NOTE, text="sau"), event("s", Command.NOTE, text="khác")
    with store.write() as tx:
        store.outbox.add(tx, behind, None)
        store.outbox.add(tx, other, None)
    assert taken(store) == [other.id]
    finish(store)
    assert taken(store) == [first.id, behind.id]


def test_the_place_at_the_centre_survives_a_restart(
    store: AccountStore, path: Path, clock: ManualClock
) -> None:
    attach(store, "r", b"one")
    store.uploads.located(next_upload(store), "/v1/uploads/u-1")
    store.close()
    again = AccountStore.open(path, bytes(range(32)), "a", now=clock.now)
    assert next_upload(again).location == "/v1/uploads/u-1"
    again.uploads.located(next_upload(again), None)
    assert next_upload(again).location is None
    again.close()


def test_a_file_whose_event_is_undone_is_deleted(store: AccountStore) -> None:
    made = attach(store, "r", b"one", held=True)
    assert store.uploads.next() is None  # held: nothing is sent that may be undone
    assert store.outbox.cancel(made.id)
    assert store.uploads.of_event(made.id) == []
    with store.reader() as connection:
        assert connection.value("SELECT count(*) FROM upload_piece") == 0


def test_a_file_the_centre_refuses_makes_its_event_need_a_person(store: AccountStore) -> None:
    made = attach(store, "r", b"one")
    assert store.outbox.refuse(made.id, {"rule": "media_type_refused"})
    assert store.uploads.next() is None
    assert [p.problem["rule"] for p in store.outbox.needs_person()] == ["media_type_refused"]
    assert store.outbox.retry(made.id)
    assert next_upload(store).event_id == made.id
    assert not store.outbox.refuse("another", {})


def test_a_centre_that_lost_the_file_gets_it_again_and_not_for_ever(store: AccountStore) -> None:
    made = attach(store, "r", b"one")
    lacking = {"status": "blocked", "rule": "attachment_missing"}
    states = []
    for _ in range(6):
        finish(store)
        if taken(store):
            with store.write() as tx:
                states.append(store.outbox.settle(tx, made.id, lacking))
    assert states == [OutboxState.READY] * 4 + [OutboxState.NEEDS_PERSON]


def test_files_are_kept_with_their_event_until_it_is_forgotten(
    store: AccountStore, clock: ManualClock
) -> None:
    made = attach(store, "r", b"one")
    finish(store)
    taken(store)
    with store.write() as tx:
        store.outbox.settle(tx, made.id, {"status": "applied", "version": 4, "seq": 9})
    clock.advance(31 * 24 * 3600)
    assert store.outbox.forget(8) == 0
    assert store.uploads.content("r", file(b"one").sha256) == b"one"
    assert store.outbox.forget(9) == 1
    assert store.uploads.of_event(made.id) == []


def test_my_version_of_an_event_takes_its_files_over(store: AccountStore) -> None:
    made = attach(store, "r", b"one")
    store.outbox.refuse(made.id, {})
    again = event("r", Command.ATTACH, sha256=[file(b"one").sha256])
    with store.write() as tx:
        store.outbox.reissue(tx, made.id, again)
    assert [one.event_id for one in store.uploads.of_report("r")] == [again.id]


def test_a_report_that_leaves_takes_the_files_that_nothing_waits_for(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    sent = attach(store, report_id, b"sent")
    finish(store)
    taken(store)
    with store.write() as tx:
        store.outbox.settle(tx, sent.id, {"status": "applied", "version": 4, "seq": 9})
    unsent = attach(store, report_id, b"unsent")
    with store.write() as tx:
        store.lose_scope(tx, report_id)
    assert [one.event_id for one in store.uploads.of_report(report_id)] == [unsent.id]


def test_the_same_file_twice_in_one_event_is_kept_once(store: AccountStore) -> None:
    made = attach(store, "r", b"one", b"one")
    assert len(store.uploads.of_event(made.id)) == 1

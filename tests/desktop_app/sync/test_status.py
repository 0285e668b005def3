"""The strip's state of the world."""

from __future__ import annotations

import pytest

from desktop_app.api.errors import ClientTooOld, ServerBroken, TlsFailed, Unauthorised, Unreachable
from desktop_app.news import Contact, SyncStatus
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import DiskFull
from desktop_app.sync.status import StatusBoard
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.support.clock import NOON, ManualClock


@pytest.fixture
def told() -> list[SyncStatus]:
    return []


@pytest.fixture
def board(store: AccountStore, clock: ManualClock, told: list[SyncStatus]) -> StatusBoard:
    return StatusBoard(store, told.append, clock.now)


def test_an_answer_is_contact(board: StatusBoard, told: list[SyncStatus]) -> None:
    board.heard()
    assert told == [SyncStatus(Contact.ONLINE, NOON)]
    board.heard()
    assert len(told) == 1  # nothing new, nothing said


@pytest.mark.parametrize(
    ("failure", "contact", "error", "detail"),
    [
        (Unreachable(sent=False), Contact.OFFLINE, "unreachable", {}),
        (ServerBroken(500), Contact.OFFLINE, "server_broken", {}),
        (TlsFailed("self-signed"), Contact.REFUSED, "tls_failed", {"reason": "self-signed"}),
        (Unauthorised("sign_in_again"), Contact.REFUSED, "unauthorised", {"reason": "sign_in_again"}),
        (ClientTooOld("2.0.0"), Contact.OUTDATED, "client_too_old", {"minimum": "2.0.0"}),
        (DiskFull(), Contact.ONLINE, "store_disk_full", {}),
    ],
)
def test_each_failure_leaves_its_mark(
    board: StatusBoard, failure: Exception, contact: Contact, error: str, detail: dict[str, str]
) -> None:
    board.heard()
    board.failed(failure)
    status = board.status
    assert (status.contact, status.error, status.detail, status.last_contact) == (
        contact,
        error,
        detail,
        NOON,
    )
    board.heard()
    assert (board.status.contact, board.status.error, board.status.detail) == (Contact.ONLINE, None, {})


def test_what_waits_is_counted(board: StatusBoard, store: AccountStore, told: list[SyncStatus]) -> None:
    first, second = put(store, report_json(), report_json())
    failed = event(second)
    add(store, event(first), failed)
    store.outbox.take_ready()
    with store.write() as tx:
        store.outbox.settle(tx, failed.id, {"status": "conflict"})
    board.recount()
    assert (told[-1].waiting, told[-1].needs_person) == (1, 1)


def test_progress_is_shown_and_ends(board: StatusBoard) -> None:
    board.progress(500, 1200)
    assert (board.status.done, board.status.total) == (500, 1200)
    board.progress(0, 0)
    assert (board.status.done, board.status.total) == (0, 0)


def test_after_the_lock_nothing_is_said(
    board: StatusBoard, store: AccountStore, told: list[SyncStatus]
) -> None:
    store.close()
    board.heard()
    assert told == []


def test_the_age_of_the_data_survives_a_restart(store: AccountStore, clock: ManualClock) -> None:
    with store.write() as tx:
        store.sync_state.heard(tx, NOON, "e", 0)
    status = StatusBoard(store, lambda _: None, clock.now).status
    assert (status.contact, status.last_contact) == (Contact.NEVER, NOON)


def test_what_was_sent_makes_the_program_no_newer(board: StatusBoard) -> None:
    board.failed(ClientTooOld("2.0.0"))
    board.reached()
    assert (board.status.contact, board.status.error) == (Contact.OUTDATED, "client_too_old")
    board.heard()
    assert board.status.contact is Contact.ONLINE


def test_what_was_sent_makes_the_data_no_younger(board: StatusBoard, clock: ManualClock) -> None:
    board.heard()
    board.failed(Unreachable(sent=False))
    clock.advance(60)
    board.reached()
    assert (board.status.contact, board.status.last_contact) == (Contact.ONLINE, NOON)
    board.heard()
    assert board.status.last_contact == clock.now()

"""What supervision counts is kept in step by every transaction: steps, own work, returns, the way out."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop_app.domain.ids import new_id
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.moments import from_micros
from tests.desktop_app.store.builders import add, event, put, report_json, wire
from tests.support.clock import NOON

GIVEN = NOON - timedelta(days=3)


def acted(store: AccountStore) -> datetime | None:
    with store.reader() as connection:
        found = connection.value("SELECT acted_at FROM standing")
    return None if found is None else from_micros(found)


def line(store: AccountStore, report_id: str, kind: str, at: datetime) -> None:
    entry = {"id": new_id(), "report_id": report_id, "kind": kind, "at": wire(at), "by": "p", "by_name": "P"}
    with store.write() as tx:
        store.entries.put(tx, entry)


def test_a_step_of_the_unit_counts_and_an_urging_does_not(store: AccountStore) -> None:
    (report_id,) = put(store, report_json(distributed_at=wire(GIVEN)))
    assert acted(store) == GIVEN
    line(store, report_id, Command.NOTE, GIVEN + timedelta(days=1))
    for kind in (Command.URGE, Command.TAG, "recalculate", "of a newer server"):
        line(store, report_id, kind, GIVEN + timedelta(days=2))
    assert acted(store) == GIVEN + timedelta(days=1)


def test_what_the_person_did_counts_before_the_centre_knows(store: AccountStore) -> None:
    (report_id,) = put(store, report_json(distributed_at=wire(GIVEN)))
    add(store, event(report_id, Command.NOTE, text="Đã gọi"))
    assert acted(store) == NOON


def test_nobody_is_idle_while_it_is_not_the_units_turn(store: AccountStore) -> None:
    put(store, report_json(distributed_at=wire(GIVEN), state="awaiting_approval"))
    assert acted(store) is None


def test_a_report_taken_back_from_its_unit_counts_no_more(store: AccountStore) -> None:
    told = report_json(distributed_at=wire(GIVEN))
    put(store, told)
    put(store, {**told, "version": 4, "state": "returned", "assignment": None})
    with store.reader() as connection:
        assert connection.value("SELECT count(*) FROM standing") == 0


def test_rows_from_before_there_was_a_table_are_counted_at_the_next_opening(
    store: AccountStore,
) -> None:
    put(store, report_json(distributed_at=wire(GIVEN)))
    with store.write() as tx:
        tx.connection.execute("DELETE FROM standing")
        tx.connection.execute("INSERT OR REPLACE INTO value VALUES ('rebuild', x'31')")
    store.marking.begin()
    assert acted(store) == GIVEN

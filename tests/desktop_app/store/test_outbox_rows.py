"""Rows of the outbox as events, and which of them lie over a report."""

from __future__ import annotations

import pytest

from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.outbox_rows import overlay
from tests.desktop_app.store.builders import add, event, settle


def laid_over(store: AccountStore, base_version: int = 3) -> list[str]:
    with store.reader() as connection:
        return [pending.event.id for pending in overlay(connection, "r", base_version)]


def test_what_is_under_way_lies_over_the_row_in_order(store: AccountStore) -> None:
    first, second = event("r"), event("r", Command.NOTE, text="x", deep={"a": [1, None, "Đ"]})
    add(store, first, second, event("elsewhere"))
    assert laid_over(store) == [first.id, second.id]
    store.outbox.take_ready()
    assert laid_over(store) == [first.id, second.id]
    store.outbox.lost_contact((first.id,))
    assert laid_over(store) == [first.id, second.id]


def test_what_was_taken_lies_over_the_row_until_it_shows(store: AccountStore) -> None:
    taken = event("r")
    add(store, taken)
    store.outbox.take_ready()
    settle(store, taken.id, status="applied", version=4)
    assert laid_over(store, base_version=3) == [taken.id]
    assert laid_over(store, base_version=4) == []


@pytest.mark.parametrize("status", ["conflict", "rejected", "not_found"])
def test_what_needs_a_person_lies_over_nothing(store: AccountStore, status: str) -> None:
    failed = event("r")
    add(store, failed)
    store.outbox.take_ready()
    settle(store, failed.id, status=status)
    assert laid_over(store) == []


def test_what_was_undone_lies_over_nothing(store: AccountStore) -> None:
    undone = event("r")
    add(store, undone)
    store.outbox.cancel(undone.id)
    assert laid_over(store) == []


def test_an_event_comes_back_whole(store: AccountStore) -> None:
    sent = event("r", Command.TAG, after="before", add=["lụt"], remove=[])
    add(store, sent)
    found = store.outbox.get(sent.id)
    assert found is not None
    assert found.event == sent

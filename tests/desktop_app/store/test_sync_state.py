"""The feed's place, written with the rows it is about."""

from __future__ import annotations

import pytest

from desktop_app.store.account import AccountStore
from tests.support.clock import NOON


def test_a_new_store_has_heard_nothing(store: AccountStore) -> None:
    state = store.sync_state
    assert (state.cursor, state.epoch, state.staging) == ("", None, False)
    assert (state.generation, state.durable_through, state.last_contact) == (0, 0, None)


def test_a_bootstrap_begins_advances_and_ends(store: AccountStore) -> None:
    state = store.sync_state
    with store.write() as tx:
        state.advance(tx, "old")
        state.begin_bootstrap(tx)
    assert (state.cursor, state.staging, state.generation) == ("", True, 1)
    with store.write() as tx:
        state.advance(tx, "c1")
    assert (state.cursor, state.staging) == ("c1", True)
    with store.write() as tx:
        state.end_bootstrap(tx)
    assert (state.cursor, state.staging) == ("c1", False)


def test_an_answer_is_recorded(store: AccountStore) -> None:
    with store.write() as tx:
        store.sync_state.heard(tx, NOON, "epoch-1", 42)
    state = store.sync_state
    assert (state.last_contact, state.epoch, state.durable_through) == (NOON, "epoch-1", 42)


def test_the_cursor_does_not_move_without_its_rows(store: AccountStore) -> None:
    def killed() -> None:
        with store.write() as tx:
            store.sync_state.advance(tx, "c1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert store.sync_state.cursor == ""

"""Every change of state is a compare-and-set that the report's projection follows."""

from __future__ import annotations

import pytest

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.outbox_moves import end, insert, move
from tests.desktop_app.store.builders import add, event, put, report_json, state
from tests.support.clock import NOON

S = OutboxState


def test_an_event_moves_from_the_states_named_and_no_other(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    ready = event(report_id)
    add(store, ready)
    with store.write() as tx:
        assert not move(tx, ready.id, S.UNKNOWN, (S.SENDING, S.HELD))
        assert tx.touched == {}
        assert move(tx, ready.id, S.SENDING, (S.READY, S.UNKNOWN), {"status": "tried"})
        assert tx.touched == {report_id: False}
        assert not move(tx, "unheard-of", S.SENDING, (S.READY,))
    found = store.outbox.get(ready.id)
    assert found is not None
    assert (found.state, found.problem) == (S.SENDING, {"status": "tried"})


def test_an_event_lies_where_it_is_put(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    first, second = event(report_id), event(report_id)
    with store.write() as tx:
        insert(tx, Pending(second, S.READY), 7)
        insert(tx, Pending(first, S.READY), 3)
    assert [p.event.id for p in store.outbox.pending(report_id)] == [first.id, second.id]


@pytest.mark.parametrize("with_words", [False, True])
def test_an_end_closes_the_chain_and_takes_the_words_where_asked(
    store: AccountStore, with_words: bool
) -> None:
    given_up = event("r", Command.NOTE, text="thôi")
    behind = event("r", Command.NOTE, after=given_up.id, text="sau")
    add(store, given_up, behind)
    with store.write() as tx:
        assert end(tx, given_up.id, S.DISCARDED, (S.READY,), NOON, with_words=with_words)
        assert not end(tx, given_up.id, S.DISCARDED, (S.READY,), NOON)
        assert tx.erases is with_words
    ended, following = store.outbox.get(given_up.id), store.outbox.get(behind.id)
    assert ended is not None
    assert following is not None
    assert state(store, given_up.id) is S.DISCARDED
    assert ended.event.payload == ({} if with_words else {"text": "thôi"})
    assert following.event.after is None

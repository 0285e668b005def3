"""Drafts: every revision kept, none changed, none taken away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.report import Outcome
from desktop_app.store.account import AccountStore
from desktop_app.store.drafts import Draft
from desktop_app.store.errors import RuleBroken
from tests.desktop_app.store.builders import put, report_json
from tests.support.clock import NOON


def save(store: AccountStore, text: str, outcome: Outcome | None = None, report_id: str = "r") -> Draft:
    with store.write() as tx:
        return store.drafts.save(tx, report_id, text, outcome, NOON)


def test_revisions_only_grow(store: AccountStore) -> None:
    assert store.drafts.latest("r") is None
    save(store, "Kính gửi")
    save(store, "Kính gửi Quý Ông/Bà", Outcome.FIXED)
    assert store.drafts.latest("r") == Draft("r", 2, NOON, "Kính gửi Quý Ông/Bà", Outcome.FIXED)
    assert [draft.text for draft in store.drafts.revisions("r")] == ["Kính gửi", "Kính gửi Quý Ông/Bà"]


def test_saving_the_same_again_is_no_revision(store: AccountStore) -> None:
    save(store, "x")
    assert save(store, "x").revision == 1
    assert save(store, "x", Outcome.PLANNED).revision == 2
    assert save(store, "", Outcome.PLANNED).revision == 3


@pytest.mark.parametrize("sql", ["UPDATE draft SET text = 'y'", "DELETE FROM draft"])
def test_nobody_changes_or_deletes_one(store: AccountStore, sql: str) -> None:
    save(store, "x")
    with pytest.raises(RuleBroken), store.write() as tx:
        tx.connection.execute(sql)
    assert [draft.text for draft in store.drafts.revisions("r")] == ["x"]


def test_a_draft_outlives_sync_and_scope(store: AccountStore) -> None:
    told = report_json()
    put(store, told)
    save(store, "công sức cả buổi", report_id=told["id"])
    put(store, {**told, "version": 9, "state": "published"})
    with store.write() as tx:
        store.lose_scope(tx, told["id"])
        store.sync_state.begin_bootstrap(tx)
        store.sweep(tx)
    found = store.drafts.latest(told["id"])
    assert found is not None
    assert found.text == "công sức cả buổi"
    assert found.saved_at == NOON + timedelta(0)

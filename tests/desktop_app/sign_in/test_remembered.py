"""The refresh token in the person's own store."""

from __future__ import annotations

from pathlib import Path

from desktop_app.sign_in.remembered import RememberedToken
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import KEY


def test_a_token_is_kept_over_a_restart_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "account.db"
    store = AccountStore.open(path, KEY, "a")
    assert RememberedToken(store).load() is None
    RememberedToken(store).save("refresh-me-please")
    store.close()
    again = AccountStore.open(path, KEY, "a")
    assert RememberedToken(again).load() == "refresh-me-please"
    RememberedToken(again).save(None)
    assert RememberedToken(again).load() is None
    again.close()
    assert b"refresh-me-please" not in path.read_bytes()

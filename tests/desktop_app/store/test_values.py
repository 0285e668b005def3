"""Single named values."""

from __future__ import annotations

from desktop_app.store.account import AccountStore
from desktop_app.store.values import read_value, write_value


def test_a_value_is_written_over(store: AccountStore) -> None:
    with store.write() as tx:
        assert read_value(tx.connection, "a") is None
        write_value(tx.connection, "a", "một")
        write_value(tx.connection, "a", "hai")
        assert read_value(tx.connection, "a") == "hai"

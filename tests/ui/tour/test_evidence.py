"""The stores are copied as they lie, the open account under its plain name."""

from __future__ import annotations

from pathlib import Path

from ui.tour.evidence import copy_stores


def test_the_open_account_is_the_plain_one(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    out.mkdir()
    for name in ("account-aa.db", "account-bb.db", "account-bb.db-wal", "terminal.db", "terminal.db-shm"):
        (home / name).write_bytes(name.encode())
    copied = copy_stores(home, out)
    assert copied == ["terminal.db", "terminal.db-shm", "account.db", "account.db-wal", "account-1.db"]
    assert (out / "account.db").read_bytes() == b"account-bb.db"
    assert (out / "account-1.db").read_bytes() == b"account-aa.db"

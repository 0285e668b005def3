"""What a wipe deletes and what it leaves."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from desktop_app.bus import Bus
from desktop_app.credentials import Secrets
from desktop_app.news import Wiped, WipeOrdered
from desktop_app.settings import Home
from desktop_app.workstation.wiping import Wiping

if TYPE_CHECKING:
    from desktop_app.workstation.workplace import Workplace


@pytest.mark.expects_log("wiped by order of the centre: 2 accounts")
def test_every_persons_files_and_secrets_go_and_nothing_else(tmp_path: Path) -> None:
    home, bus = Home(tmp_path), Bus()
    home.create()
    secrets = Secrets(home.workstation_key_file, use_keyring=False)
    for account in ("aa", "bb"):
        for name in (f"account-{account}.db", f"account-{account}.db-wal", f"account-{account}.vault"):
            (tmp_path / name).write_bytes(b"x")
        (tmp_path / f"account-{account}.db.before-0003_x").write_bytes(b"x")
        secrets.put(f"vault-{account}", b"k" * 32)
    secrets.put("another", b"k" * 32)
    home.sealed_file("aa").write_bytes(b"sealed")
    home.terminal_db.write_bytes(b"taps")
    told, left_desk = list[tuple[str, int, int]](), list[set[str]]()
    sync = SimpleNamespace(wiped=lambda *done: told.append(done))
    workplace = cast("Workplace", SimpleNamespace(sync=sync))
    Wiping(
        bus, home, lambda: left_desk.append({path.name for path in tmp_path.glob("account-*.db")}),
        lambda: secrets, lambda: workplace,
    )  # fmt: skip
    done = list[tuple[Wiped, set[str]]]()
    bus.subscribe(Wiped, lambda news: done.append((news, {path.name for path in tmp_path.glob("account-*")})))
    bus.publish(WipeOrdered("w-1"))
    assert done == [(Wiped(2), {"account-aa.sealed"})], "once, and when everything is gone"
    assert left_desk == [{"account-aa.db", "account-bb.db"}], "once, and before anything is deleted"
    assert told == [("w-1", 2, 1)]
    left = {path.name for path in tmp_path.glob("account-*")}
    assert left == {"account-aa.sealed"}
    assert home.terminal_db.exists()
    assert [secrets.get(name) for name in ("vault-aa", "vault-bb")] == [None, None]
    assert secrets.get("another") == b"k" * 32

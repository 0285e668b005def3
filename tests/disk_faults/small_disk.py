"""Scenes on a small disk: ``python -m tests.disk_faults.small_disk SCENE FOLDER``; the last line is JSON.

Ballast fills the disk; taking it away is what a person does who frees some room.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.database import Database
from desktop_app.store.errors import StoreError
from desktop_app.store.terminal import TerminalStore
from tests.chaos.migrating import KEY as OLD_KEY
from tests.chaos.migrating import faults_of, old_store
from tests.desktop_app.store.builders import KEY, Signer, add, event, put, report_json
from tests.support.clock import NOON

MOST = 4000
Said = dict[str, Any]


def fill(folder: Path, leave: int = 0) -> Path:
    """Leave ``leave`` bytes of room on the disk."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - leave))
    return ballast


def until_full(act: Callable[[], str]) -> tuple[list[str], str]:
    """Act until the disk refuses; return what was confirmed before, and the error's code."""
    done: list[str] = []
    for _ in range(MOST):
        try:
            done.append(act())
        except StoreError as failure:
            return done, failure.code
    return done, "never"


def triage(folder: Path) -> Said:
    """A person writes notes until the disk is full; room is made; they write on."""
    path = folder / "account.db"
    store = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    [report_id] = put(store, report_json())
    ballast = fill(folder, leave=400_000)

    def note() -> str:
        made = event(report_id, Command.NOTE, text="đã gọi " * 40)
        add(store, made)
        return made.id

    done, code = until_full(note)
    read_while_full = {pending.event.id for pending in store.outbox.waiting()}
    ballast.unlink()
    done.append(note())
    store.close()
    again = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    kept = {pending.event.id for pending in again.outbox.waiting()}
    sound = _sound(again)
    again.close()
    return {
        "code": code, "done": len(done), "lost": len(set(done) - kept), "invented": len(kept - set(done)),
        "readable": read_while_full == set(done[:-1]), "sound": sound,
    }  # fmt: skip


def tap(folder: Path) -> Said:
    """A journal is written until the disk is full; room is made; it goes on, and the chain has no gap."""
    path, signer = folder / "terminal.db", Signer()
    store = TerminalStore.open(path, KEY)
    store.journal.begin_epoch(1)
    ballast = fill(folder, leave=400_000)

    def one() -> str:
        with store.journal.reserved() as slot:
            return signer.append(slot).event_id

    done, code = until_full(one)
    ballast.unlink()
    done.append(one())
    store.close()
    again = TerminalStore.open(path, KEY)
    rows = again.journal.rows(1, 10**9)
    again.close()
    return {
        "code": code, "done": len(done), "same": [row.event_id for row in rows] == done,
        "gapless": [row.seq for row in rows] == list(range(1, len(rows) + 1)),
    }  # fmt: skip


def migration(folder: Path) -> Said:
    """A new program meets a full disk at its first start; room is made; it starts."""
    path = folder / "old.db"
    old_store(path, "account")
    ballast = fill(folder, leave=100_000)
    try:
        Database(path, OLD_KEY, "account").close()
        code = "none"
    except StoreError as failure:
        code = failure.code
    ballast.unlink()
    return {"code": code, "faults": faults_of(path, "account")}


def read_only(folder: Path) -> Said:
    """The disk becomes read-only under an open store, and at a start; then it can be written again."""
    path = folder / "account.db"
    store = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    [report_id] = put(store, report_json())
    store.close()
    _remount(folder, "ro")
    try:
        AccountStore.open(path, KEY, "a", now=lambda: NOON).close()
        code = "none"
    except StoreError as failure:
        code = failure.code
    _remount(folder, "rw")
    again = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    kept = again.reports.has(report_id)
    again.close()
    return {"code": code, "kept": kept}


def _remount(folder: Path, how: str) -> None:
    """Named by source and place: given the place alone, ``mount`` hands back options only root may set."""
    subprocess.run(["mount", "-o", f"remount,{how}", "tmpfs", str(folder)], check=True)


def _sound(store: AccountStore) -> bool:
    with store.reader() as connection:
        return bool(connection.value("PRAGMA integrity_check") == "ok")


SCENES: dict[str, Callable[[Path], Said]] = {
    "triage": triage, "tap": tap, "migration": migration, "read_only": read_only,
}  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(SCENES[sys.argv[1]](Path(sys.argv[2]))))

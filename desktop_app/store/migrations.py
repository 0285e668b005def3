"""Named, forward-only schema steps: ``resources/migrations/<schema>/NNNN_name.sql``.

Each runs whole in one transaction together with the record of its name. Before the first step on a
store that already holds data, a copy under the same key is laid beside it, for seven days: what leaves the
store by scope or retention must not live on in it. A step waits for that copy, and the officer for the
step: it is the file itself, byte by byte, taken while nobody has it open. Page by page through the store
(decrypted, encrypted, logged, written twice) the six gigabytes of a million reports took minutes.

A step is known by its whole name, for ever: stores in the field have recorded it. Two pairs of the account's
steps share a number (0007, 0008); they are independent of each other, and a new step has a number of its own.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

import resources
from desktop_app.store.connection import Connection, open_encrypted

BACKUP_SECONDS = 7 * 24 * 3600
_PIECE = 32 * 1024 * 1024
Tell = Callable[[int, int], None]
"""Hears how many of how many bytes are done."""
_RECORD = (
    "CREATE TABLE IF NOT EXISTS migration ("
    "name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID"
)


def nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""


def open_migrated(path: Path, key: bytes, schema: str, tell: Tell = nobody) -> tuple[Connection, str | None]:
    """Open the store at ``path`` and bring it up to date; return with it what ``migrate`` does.

    ``tell`` hears how many of how many bytes are copied, where steps wait for that: the step itself is short.
    """
    connection = open_encrypted(path, key)
    try:
        applied, missing = _steps(connection, schema)
        copied = bool(applied and missing)
        if copied:
            connection.close()
            copied = _copy_closed(path, missing[0], tell)
            connection = open_encrypted(path, key)
        return connection, migrate(connection, path, key, schema, copied=copied)
    except BaseException:
        connection.close()
        raise


def migrate(
    connection: Connection, path: Path, key: bytes, schema: str, *, copied: bool = False
) -> str | None:
    """Bring the store at ``path`` up to date; return the name of an unknown newer step, else None.

    ``copied``: the copy from before its first step lies there already.
    """
    applied, missing = _steps(connection, schema)
    unknown = sorted(set(applied) - set(resources.names(f"migrations/{schema}", ".sql")))
    if unknown:
        return unknown[-1]
    _drop_old_backups(path)
    if missing and applied and not copied:
        back_up(connection, path, key, missing[0])
    for name in missing:
        _apply(connection, name, resources.read_text(f"migrations/{schema}/{name}"))
    return None


def _steps(connection: Connection, schema: str) -> tuple[list[str], list[str]]:
    """The names of the steps that were taken, and of those that are to be."""
    applied = _applied(connection)
    return applied, [name for name in resources.names(f"migrations/{schema}", ".sql") if name not in applied]


def _copy_closed(path: Path, before: str, tell: Tell) -> bool:
    """Copy the file of a closed store, whole or not at all; False where that is not safe or did not succeed.

    A log that is still there belongs to another process that has the store open; a file that changed
    meanwhile tells of one, too.
    """
    log, (copy, draft) = path.with_name(path.name + "-wal"), _names(path, before)
    try:
        if log.exists() and log.stat().st_size:
            return False
        found = path.stat()
        _copy(path, draft, found.st_size, tell)
        now = path.stat()
        if (now.st_size, now.st_mtime_ns) != (found.st_size, found.st_mtime_ns) or log.exists():
            draft.unlink()
            return False
        draft.replace(copy)
    except OSError:  # the copy through the store says what is the matter
        draft.unlink(missing_ok=True)
        return False
    return True


def _copy(path: Path, draft: Path, size: int, tell: Tell) -> None:
    """Copy a file, onto the disk itself, piece by piece."""
    done = 0
    tell(done, size)
    with path.open("rb") as source, draft.open("wb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            target.flush()
            os.fsync(target.fileno())  # each by itself: the last one would hold up all, and tell nothing
            done += len(piece)
            tell(done, size)


def _names(path: Path, before: str) -> tuple[Path, Path]:
    """Where the copy from before a step lies, and where it is while it is being written."""
    copy = path.with_name(f"{path.name}.before-{Path(before).stem}")
    return copy, copy.with_name(copy.name + ".part")


def back_up(connection: Connection, path: Path, key: bytes, before: str) -> Path:
    """Copy an open store to ``<name>.before-<step>`` beside it, whole or not at all; return the copy."""
    copy, draft = _names(path, before)
    draft.unlink(missing_ok=True)
    target = open_encrypted(draft, key)
    try:
        connection.backup_to(target)
        target.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        target.close()
    draft.replace(copy)
    return copy


def _drop_old_backups(path: Path) -> None:
    for copy in path.parent.glob(f"{path.name}.before-*"):
        if time.time() - copy.stat().st_mtime > BACKUP_SECONDS:
            copy.unlink(missing_ok=True)


def _applied(connection: Connection) -> list[str]:
    exists = connection.value("SELECT 1 FROM sqlite_schema WHERE name = 'migration'")
    return [name for (name,) in connection.rows("SELECT name FROM migration ORDER BY name")] if exists else []


def _apply(connection: Connection, name: str, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        connection.execute(_RECORD)
        connection.execute("INSERT INTO migration VALUES (?, ?)", (name, int(time.time())))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """Yield the statements of an SQL script; a trigger's body stays in one piece."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if pending.strip() and dbapi2.complete_statement(pending):
            yield pending.strip()
            pending = ""

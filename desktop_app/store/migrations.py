"""Named, forward-only schema steps: ``resources/migrations/<schema>/NNNN_name.sql``.

Each runs whole in one transaction together with the record of its name. Before the first step on a
store that already holds data, an online backup under the same key is laid beside it, for seven days:
what leaves the store by scope or retention must not live on in its backup.

A step is known by its whole name, for ever: stores in the field have recorded it. Two pairs of the account's
steps share a number (0007, 0008); they are independent of each other, and a new step has a number of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

import resources
from desktop_app.store.connection import Connection, open_encrypted

BACKUP_SECONDS = 7 * 24 * 3600
_RECORD = (
    "CREATE TABLE IF NOT EXISTS migration ("
    "name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID"
)


def migrate(connection: Connection, path: Path, key: bytes, schema: str) -> str | None:
    """Bring the store at ``path`` up to date; return the name of an unknown newer step, else None."""
    known = resources.names(f"migrations/{schema}", ".sql")
    applied = _applied(connection)
    unknown = sorted(set(applied) - set(known))
    if unknown:
        return unknown[-1]
    missing = [name for name in known if name not in applied]
    _drop_old_backups(path)
    if missing and applied:
        back_up(connection, path, key, missing[0])
    for name in missing:
        _apply(connection, name, resources.read_text(f"migrations/{schema}/{name}"))
    return None


def back_up(connection: Connection, path: Path, key: bytes, before: str) -> Path:
    """Copy the store to ``<name>.before-<step>`` beside it, whole or not at all; return the copy."""
    copy = path.with_name(f"{path.name}.before-{Path(before).stem}")
    draft = copy.with_name(copy.name + ".part")
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

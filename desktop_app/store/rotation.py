"""A closed store under another key: written anew beside itself, looked at, and put in place whole.

Until that moment the old file is the store; afterwards the new one is. What was deleted long ago is not
in it. The driver's own ``sqlcipher_export`` does the work (https://www.zetetic.net/sqlcipher/sqlcipher-api/).
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.host import put_in_place
from desktop_app.store.connection import Connection, open_encrypted
from desktop_app.store.database import delete_store, fold_log
from desktop_app.store.errors import Corrupt

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def reencrypt(path: Path, key: bytes, fresh: bytes) -> None:
    """Have the closed store at ``path`` be under ``fresh`` instead of ``key`` (32 bytes each).

    Raises ``WrongKey``, ``DiskFull``, ``Corrupt`` (also where the copy is not what it was made from) and
    OSError: the store is as it was then. Its old copies before migrations, under the old key, go.
    """
    draft = path.with_name(path.name + ".part")
    delete_store(draft)
    try:
        _export(path, key, draft, fresh)
        _compare(path, key, draft, fresh)
        put_in_place(draft, path)
    finally:
        delete_store(draft)
    for copy in path.parent.glob(f"{path.name}.before-*"):
        copy.unlink(missing_ok=True)


def _export(path: Path, key: bytes, draft: Path, fresh: bytes) -> None:
    connection = open_encrypted(path, key)
    try:
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(draft), f"x'{fresh.hex()}'"))
        connection.execute("PRAGMA fresh.synchronous = FULL")
        connection.rows("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.user_version = {connection.value('PRAGMA user_version')}")
        connection.execute("DETACH DATABASE fresh")
    finally:
        connection.close()
    fold_log(path, key)


def _compare(path: Path, key: bytes, draft: Path, fresh: bytes) -> None:
    """Raise ``Corrupt`` unless the copy is sound and has every row of every table."""
    old, new = open_encrypted(path, key, read_only=True), open_encrypted(draft, fresh)
    try:
        if new.value("PRAGMA integrity_check(1)") != "ok" or _counts(old) != _counts(new):
            raise Corrupt
    finally:
        old.close()
        new.close()
    if not fold_log(draft, fresh):
        raise Corrupt


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for (name,) in connection.rows(_TABLES)]
    return {name: connection.value(f'SELECT count(*) FROM "{name}"') for name in names}  # noqa: S608 - names of the store's own tables

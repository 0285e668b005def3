"""The peer of P4: the same inbox with the same indexes in plain SQLite, made once beside the store."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.connection import Connection, open_encrypted
from tests.benchmarks.full_store import KEY

_INDEXES = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'inbox' AND sql IS NOT NULL"

_ATTACH = "ATTACH DATABASE ? AS peer KEY ''"


def plain_copy(store: Path) -> Connection:
    """Return an open plain copy of the inbox of ``store``; who calls closes it."""
    path = store.with_suffix(".plain")
    connection = open_encrypted(store, KEY)
    new = not path.exists()
    connection.execute(
        "ATTACH DATABASE ? AS peer KEY ''", (str(path.with_suffix(".draft") if new else path),)
    )
    if new:
        _fill(connection)
        connection.execute("DETACH DATABASE peer")
        path.with_suffix(".draft").replace(path)
        connection.execute("ATTACH DATABASE ? AS peer KEY ''", (str(path),))
    return connection


def _fill(connection: Connection) -> None:
    table = connection.value("SELECT sql FROM sqlite_schema WHERE name = 'inbox'")
    indexes = [sql for (sql,) in connection.rows(_INDEXES)]
    connection.execute("PRAGMA peer.journal_mode = OFF")
    connection.execute("PRAGMA peer.synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute(table.replace("CREATE TABLE inbox", "CREATE TABLE peer.inbox"))
    connection.execute("INSERT INTO peer.inbox SELECT * FROM main.inbox")
    for sql in indexes:
        connection.execute(sql.replace("CREATE INDEX ", "CREATE INDEX peer."))
    connection.execute("COMMIT")

"""Single named values of a store."""

from __future__ import annotations

from desktop_app.store.connection import Connection


def read_value(connection: Connection, name: str) -> str | None:
    """Return the value called ``name``, or None."""
    found = connection.value("SELECT value FROM value WHERE name = ?", (name,))
    return None if found is None else bytes(found).decode()


def write_value(connection: Connection, name: str, value: str) -> None:
    """Set the value called ``name``."""
    connection.execute(
        "INSERT INTO value VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value.encode()),
    )


def forget_value(connection: Connection, name: str) -> None:
    """Delete the value called ``name``."""
    connection.execute("DELETE FROM value WHERE name = ?", (name,))

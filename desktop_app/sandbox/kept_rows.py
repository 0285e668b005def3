"""Writing journal rows, all of a request in one statement that is the same for any number of them.

PostgreSQL reads them from one JSON document; a statement with a dozen parameters for each row would be put
together, parsed and planned anew for every number of rows, which costs more than writing them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from desktop_app.sandbox.tables import journal_row

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_NAMES = ", ".join(column.name for column in journal_row.columns)
_FROM_JSON = sa.text(
    f"INSERT INTO journal_row ({_NAMES}) "  # noqa: S608 - the table's own columns
    f"SELECT {_NAMES} FROM json_populate_recordset(NULL::journal_row, CAST(:rows AS json))"
)
_ONE_BY_ONE = sa.insert(journal_row)


def keep_rows(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Write ``rows``, each with every column of ``journal_row``; ``received_at`` is aware."""
    if connection.dialect.name == "postgresql":
        connection.execute(_FROM_JSON, {"rows": msgspec.json.encode(list(map(_plain, rows))).decode()})
    else:
        connection.execute(_ONE_BY_ONE, list(rows))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """The row as the columns take it: its time in UTC without a zone, as ``tables.UtcDateTime`` keeps it."""
    return {**row, "received_at": row["received_at"].astimezone(UTC).replace(tzinfo=None)}

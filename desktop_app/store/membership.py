"""Which rows of the server this store holds, by id and version: what sums are made of."""

# ruff: noqa: S608 - the SQL is put together from constants of this module
from __future__ import annotations

from typing import Final

from desktop_app.domain.digest import Member
from desktop_app.store.connection import Connection
from desktop_app.store.directory import SHAPES

_VERSION_IN_JSON: Final = "CAST(json_extract(CAST(data AS TEXT), '$.version') AS INTEGER)"
_QUERIES: Final = {
    "report": "SELECT id, version FROM report",
    "entry": f"SELECT id, {_VERSION_IN_JSON} FROM entry",
    "attachment": f"SELECT id, {_VERSION_IN_JSON} FROM attachment",
    "handover": "SELECT id, version FROM handover",
    **{kind: f"SELECT id, version FROM directory WHERE entity = '{kind}'" for kind in SHAPES},
}


def knows(kind: str) -> bool:
    """Tell whether rows of this kind are kept here at all (a newer server may have others)."""
    return kind in _QUERIES


def members(connection: Connection, kind: str) -> list[Member]:
    """Return every row of ``kind`` in the store by id and version; KeyError for a kind not ``knows``."""
    return [(row_id, version) for row_id, version in connection.rows(_QUERIES[kind])]

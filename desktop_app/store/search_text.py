"""The write side of the search: a report's folded words and the index over them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.folding import fold
from desktop_app.domain.report import Report
from desktop_app.store.connection import Connection


def searchable(report: Report, notes: Iterable[str]) -> str:
    """Return what a search looks through: title, text, address, code, answer and notes, folded."""
    parts = [report.code, report.title, report.text, report.place.address, report.source_key, *notes]
    if report.answer is not None:
        parts.append(report.answer.text)
    return fold("\n".join(part for part in parts if part))


def index(connection: Connection, number: int, folded: str) -> None:
    """Have the report ``number`` found by ``folded``, and by nothing that it said before."""
    before = connection.value("SELECT folded FROM search_text WHERE number = ?", (number,))
    if before == folded:
        return
    if before is not None:
        _forget_terms(connection, number, before)
    connection.execute(
        "INSERT INTO search_text VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET folded = excluded.folded",
        (number, folded),
    )
    connection.execute("INSERT INTO search_index(rowid, folded) VALUES (?, ?)", (number, folded))


def forget(connection: Connection, number: int) -> None:
    """Delete the report's words and its terms in the index."""
    before = connection.value("SELECT folded FROM search_text WHERE number = ?", (number,))
    if before is not None:
        _forget_terms(connection, number, before)
        connection.execute("DELETE FROM search_text WHERE number = ?", (number,))


def _forget_terms(connection: Connection, number: int, folded: str) -> None:
    """An index with external content must be told the old text to delete its terms (FTS5, 4.4.3)."""
    connection.execute(
        "INSERT INTO search_index(search_index, rowid, folded) VALUES ('delete', ?, ?)", (number, folded)
    )

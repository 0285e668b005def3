"""The write side of the search: folded documents and the index over them.

A report's own words are one document, each of its notes another; the documents of one report lie
together, so that an answer in the order of documents is in the order of reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.folding import fold
from desktop_app.domain.report import Report
from desktop_app.store.connection import Connection

NOTE_BITS = 10
NOTES = (1 << NOTE_BITS) - 1
"""Notes of one report that the search knows; what comes after is shown, not found."""

_USUAL: Final = (("automerge", 4), ("crisismerge", 16), ("usermerge", 4), ("hashsize", 1 << 20))
_SELDOM: Final = (("automerge", 0), ("crisismerge", 256), ("usermerge", 16), ("hashsize", 1 << 24))
_NOTHING_DONE: Final = 2
"""A merge that changes fewer rows than these had nothing to do (FTS5, 6.8)."""


def searchable(report: Report) -> str:
    """Return what a report is found by: code, title, text, address, source key, tags and answer, folded."""
    parts = [report.code, report.title, report.text, report.place.address, report.source_key, *report.tags]
    parts += [tag_term(tag) for tag in report.tags]
    if report.answer is not None:
        parts.append(report.answer.text)
    return fold("\n".join(part for part in parts if part))


def tag_term(tag: str) -> str:
    """Return the one word that stands in the index for a whole tag; no text of a citizen has it."""
    return "zznhan" + "".join(letter for letter in fold(tag) if letter.isalnum())


def index_report(connection: Connection, number: int, folded: str) -> None:
    """Have the report ``number`` found by ``folded``, and by nothing that it said before."""
    _index(connection, number << NOTE_BITS, folded)


def put_new(connection: Connection, documents: Sequence[tuple[int, str]]) -> None:
    """Write documents that are not there yet: each its number and its folded text.

    In their order: FTS5 puts what it has gathered on the disk whenever a document comes before the last.
    """
    documents = sorted(documents)
    connection.execute_many("INSERT INTO search_text VALUES (?, ?)", documents)
    connection.execute_many("INSERT INTO search_index(rowid, folded) VALUES (?, ?)", documents)


def merge_seldom(connection: Connection, *, seldom: bool) -> None:
    """Have ``merge`` alone merge parts of the index, sixteen at a time; or every commit, four at a time.

    The former is for documents that come by the thousand: each is then copied half as often, and nobody's
    commit merges what others wrote. A search looks into some more parts meanwhile. It lasts until it is told
    otherwise (FTS5, 6.2, 6.4 and 6.8).
    """
    for setting, parts in _SELDOM if seldom else _USUAL:
        connection.execute("INSERT INTO search_index(search_index, rank) VALUES (?, ?)", (setting, parts))


def parts(connection: Connection) -> int:
    """Return of how many parts the index consists: a search looks into each of them."""
    return int(connection.value("SELECT count(DISTINCT segid) FROM search_index_idx"))


def merge(connection: Connection, pages: int) -> bool:
    """Merge parts of the index if there are enough, about ``pages`` of it; tell whether there were."""
    before = connection.value("SELECT total_changes()")
    connection.execute("INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)", (pages,))
    return int(connection.value("SELECT total_changes()") - before) >= _NOTHING_DONE


def index_note(connection: Connection, number: int, text: str, document: int | None) -> int | None:
    """Have the report ``number`` found by a note; return the note's document, None where there is no room."""
    if document is None:
        document = _next_document(connection, number)
    if document is not None:
        _index(connection, document, fold(text))
    return document


def forget_report(connection: Connection, number: int) -> None:
    """Delete every document of the report, and their terms in the index."""
    first = number << NOTE_BITS
    for document, folded in connection.rows(
        "SELECT document, folded FROM search_text WHERE document BETWEEN ? AND ?", (first, first + NOTES)
    ):
        _forget(connection, document, folded)


def forget_note(connection: Connection, document: int) -> None:
    """Delete one note's document and its terms."""
    folded = connection.value("SELECT folded FROM search_text WHERE document = ?", (document,))
    if folded is not None:
        _forget(connection, document, folded)


def _next_document(connection: Connection, number: int) -> int | None:
    first = number << NOTE_BITS
    last = connection.value(
        "SELECT max(document) FROM search_text WHERE document BETWEEN ? AND ?", (first, first + NOTES)
    )
    document = max(first, last or 0) + 1
    return document if document <= first + NOTES else None


def _index(connection: Connection, document: int, folded: str) -> None:
    before = connection.value("SELECT folded FROM search_text WHERE document = ?", (document,))
    if before == folded:
        return
    if before is not None:
        _forget(connection, document, before)
    connection.execute("INSERT INTO search_text VALUES (?, ?)", (document, folded))
    connection.execute("INSERT INTO search_index(rowid, folded) VALUES (?, ?)", (document, folded))


def _forget(connection: Connection, document: int, folded: str) -> None:
    """An index with external content must be told the old text to delete its terms (FTS5, 4.4.3)."""
    connection.execute(
        "INSERT INTO search_index(search_index, rowid, folded) VALUES ('delete', ?, ?)", (document, folded)
    )
    connection.execute("DELETE FROM search_text WHERE document = ?", (document,))

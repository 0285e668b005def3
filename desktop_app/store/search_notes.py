"""Which notes of a report the search knows: the timeline's lines, and one's own that are still to be sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.domain.folding import fold
from desktop_app.domain.outbox import Pending
from desktop_app.store import search_text
from desktop_app.store.connection import Connection
from desktop_app.store.entries import read_entry
from desktop_app.store.search_text import forget_note, index_note


def index_timeline(connection: Connection, number: int, report_id: str) -> None:
    """Index the lines that are new or changed since, or came before their report."""
    for entry_id, data, known in connection.rows(
        "SELECT id, data, document FROM entry WHERE report_id = ? AND indexed = 0", (report_id,)
    ):
        text = read_entry(data).text
        indexed = bool(text) or known is not None
        document = index_note(connection, number, text, known) if indexed else None
        connection.execute("UPDATE entry SET indexed = 1, document = ? WHERE id = ?", (document, entry_id))


def waiting_notes(connection: Connection, numbers: Mapping[str, int]) -> list[tuple[int, str]]:
    """Return the documents of the lines that came before their reports, which are new: marked as indexed.

    ``numbers`` are the reports' by their ids. The caller writes the documents.
    """
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT id, report_id, data FROM entry WHERE indexed = 0 AND report_id IN ({marks})"  # noqa: S608 - question marks
    notes: Counter[str] = Counter()
    words, indexed = [], []
    for entry_id, report_id, data in connection.rows(sql, tuple(numbers)):
        document = None
        if (text := read_entry(data).text) and notes[report_id] < search_text.NOTES:
            notes[report_id] += 1
            document = (numbers[report_id] << search_text.NOTE_BITS) + notes[report_id]
            words.append((document, fold(text)))
        indexed.append((document, entry_id))
    connection.execute_many("UPDATE entry SET indexed = 1, document = ? WHERE id = ?", indexed)
    return words


def index_own(connection: Connection, number: int, report_id: str, lying_over: Sequence[Pending]) -> None:
    """Index the texts that lie over the report; forget those that do not any more."""
    texts = {p.event.id: str(p.event.payload["text"]) for p in lying_over if p.event.payload.get("text")}
    known: dict[str, int] = dict(_own(connection, report_id))
    for event_id, document in known.items():
        if event_id not in texts:
            forget_note(connection, document)
            _remember(connection, event_id, None)
    for event_id, text in texts.items():
        if event_id not in known:
            _remember(connection, event_id, index_note(connection, number, text, None))


def _own(connection: Connection, report_id: str) -> list[tuple[str, int]]:
    rows = connection.rows(
        "SELECT id, document FROM outbox WHERE entity_id = ? AND document IS NOT NULL", (report_id,)
    )
    return [(event_id, document) for event_id, document in rows]


def _remember(connection: Connection, event_id: str, document: int | None) -> None:
    connection.execute("UPDATE outbox SET document = ? WHERE id = ?", (document, event_id))

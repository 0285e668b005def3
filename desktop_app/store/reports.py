"""Reports: the server's own rows, changed only by the server's answers, and what projects over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from desktop_app.domain.conflicts import WORKFLOW
from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor
from desktop_app.store import search_text
from desktop_app.store.database import Database, Transaction
from desktop_app.store.errors import StoreError
from desktop_app.store.moments import to_micros
from desktop_app.store.outbox_rows import overlay
from desktop_app.store.projection import project
from desktop_app.store.sync_state import generation

_FILES_GO = (
    "DELETE FROM attachment_content WHERE id IN (SELECT id FROM attachment WHERE report_id = ?)",
    "DELETE FROM attachment WHERE report_id = ?",
)
_decoder = msgspec.json.Decoder(Report)


class NoSuchReport(StoreError):
    """The store holds no report of this id (left the scope, or never came)."""

    code = "no_such_report"

    def __init__(self, report_id: str) -> None:
        super().__init__(report_id)
        self.report_id = report_id


class Malformed(StoreError):
    """A row of the server cannot be read as what it should be; it was not stored."""

    code = "store_malformed"

    def __init__(self, entity: str, field: str) -> None:
        super().__init__(f"{entity}: {field}")
        self.entity = entity
        self.field = field


def read_report(data: bytes) -> Report:
    """Decode a stored report; fields that this program does not know stay in ``data``."""
    return _decoder.decode(data)


class ReportTable:
    """The reports of one person's scope."""

    def __init__(self, database: Database, actor: Callable[[], Actor]) -> None:
        self._database = database
        self._actor = actor

    def put_base(self, tx: Transaction, data: dict[str, Any], *, whatever: bool = False) -> bool:
        """Take over a report as the server tells it; return False for one older than what is known.

        Raises ``Malformed``. After a new bootstrap began, an older version is the truth (the server
        may have been restored from a backup); so it is where ``whatever`` is known is to be replaced.
        """
        report = checked_report(data)
        now = generation(tx.connection)
        known = tx.connection.row("SELECT version, generation FROM report WHERE id = ?", (report.id,))
        if not whatever and known is not None and known[0] > report.version and known[1] == now:
            return False
        self._store(tx, report, msgspec.json.encode(data), now, is_new=known is None)
        tx.touch(report.id, words=True)
        return True

    def refresh(self, tx: Transaction, data: dict[str, Any]) -> bool:
        """Take over a report as an answer beside the feed tells it; return False where it is no news.

        Only the feed brings a report and only the feed ends its stay: an answer that was overtaken by
        the loss of the scope must not bring it back. Raises ``Malformed``.
        """
        report = checked_report(data)
        known = tx.connection.row("SELECT version, generation FROM report WHERE id = ?", (report.id,))
        if known is None or known[0] >= report.version:
            return False
        self._store(tx, report, msgspec.json.encode(data), known[1], is_new=False)
        tx.touch(report.id, words=True)
        return True

    def _store(self, tx: Transaction, report: Report, data: bytes, now: int, *, is_new: bool) -> None:
        workflow = report.field_versions.get(WORKFLOW, 1)
        if is_new:
            tx.connection.execute(
                "INSERT INTO report (number, id, version, workflow_version, generation, data) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    _free_number(tx, to_micros(report.received_at)),
                    report.id,
                    report.version,
                    workflow,
                    now,
                    data,
                ),
            )
        else:
            tx.connection.execute(
                "UPDATE report SET version = ?, workflow_version = ?, generation = ?, data = ? WHERE id = ?",
                (report.version, workflow, now, data, report.id),
            )

    def remove(self, tx: Transaction, report_id: str) -> bool:
        """Delete the report with timeline, files and search terms from the disk; tell whether it was here.

        Drafts and outbox stay.
        """
        tx.erases = True
        number = tx.connection.value("SELECT number FROM report WHERE id = ?", (report_id,))
        if number is not None:
            search_text.forget_report(tx.connection, number)
            tx.connection.execute("UPDATE outbox SET document = NULL WHERE entity_id = ?", (report_id,))
        tx.connection.execute("DELETE FROM report WHERE id = ?", (report_id,))
        tx.connection.execute("DELETE FROM entry WHERE report_id = ?", (report_id,))
        for statement in _FILES_GO:
            tx.connection.execute(statement, (report_id,))
        tx.touch(report_id)
        return number is not None

    def mark_seen(self, tx: Transaction, report_id: str) -> None:
        """The person has opened the report: it is new no longer."""
        changed = tx.connection.execute(
            "UPDATE report SET seen_version = version WHERE id = ? AND seen_version < workflow_version",
            (report_id,),
        )
        if changed:
            tx.touch(report_id)

    def has(self, report_id: str) -> bool:
        """Tell whether the report is in the store."""
        with self._database.reading() as connection:
            return connection.value("SELECT 1 FROM report WHERE id = ?", (report_id,)) is not None

    def base(self, report_id: str) -> Report:
        """Return the report as the server last told it; raise ``NoSuchReport``."""
        return read_report(self.base_json(report_id))

    def base_json(self, report_id: str) -> bytes:
        """Return the server's own JSON, unknown fields included; raise ``NoSuchReport``."""
        with self._database.reading() as connection:
            data = connection.value("SELECT data FROM report WHERE id = ?", (report_id,))
        if data is None:
            raise NoSuchReport(report_id)
        return bytes(data)

    def get(self, report_id: str) -> Report:
        """Return the report as the person sees it: the server's row under their pending events."""
        return self.both(report_id)[1]

    def both(self, report_id: str) -> tuple[Report, Report]:
        """Return the report as the server last told it, and as the person sees it."""
        with self._database.reading() as connection:
            data = connection.value("SELECT data FROM report WHERE id = ?", (report_id,))
            if data is None:
                raise NoSuchReport(report_id)
            base = read_report(data)
            pending = overlay(connection, report_id, base.version)
        return base, project(base, pending, self._actor())


def checked_report(data: dict[str, Any]) -> Report:
    """Return the report that the server tells of; raises ``Malformed``."""
    try:
        return msgspec.convert(data, Report)
    except msgspec.ValidationError as error:
        raise Malformed("report", str(error).rpartition("`$.")[2].rstrip("`")) from None


def _free_number(tx: Transaction, received: int) -> int:
    """The time of receipt, or the first free number after it."""
    taken = tx.connection.value("SELECT 1 FROM report WHERE number = ?", (received,))
    if taken is None:
        return received
    free = tx.connection.value(
        "SELECT number + 1 FROM report AS r WHERE number >= ? "
        "AND NOT EXISTS (SELECT 1 FROM report WHERE number = r.number + 1) ORDER BY number LIMIT 1",
        (received,),
    )
    return int(free)

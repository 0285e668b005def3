"""The central API as a process of its own: the small city, served, killed, served again.

The harness keeps a service on the same database beside it, which mints codes and tells the truth.
"""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from cardio.simulator import CardFile
from desktop_app.domain.report import Assignment, Report
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.entities import Row
from desktop_app.sandbox.hosting import bind, serve_until_told
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import build, utc_now
from desktop_app.sandbox.tables import entity, event_log, journal_row
from tests.chaos.killing import Life
from tests.chaos.ledger import Applied, Delivered
from tests.chaos.proxy import Proxy
from tests.support.small_city import OTHER, SmallCity, found_small_city, report

HEARD_SECONDS = 30
PIN = "73914628"
"""Long enough not to turn up in random text by chance."""
DATABASE = "central.db"


def serve_centre(folder: Path, url: str, told: Connection) -> None:
    """Serve the city in ``folder`` on a free port until this process is killed; tell the port."""
    bound, _ = bind()
    engine = open_database(f"sqlite:///{folder / DATABASE}")
    service = build(engine, SandboxPki.load_or_create(folder, utc_now()), url)
    told.send(bound.getsockname()[1])
    serve_until_told(service, bound)


class Centre:
    """The city behind ``network``; ``start`` and ``kill`` its process."""

    def __init__(self, folder: Path, network: Proxy) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._network = network
        self._engine = open_database(f"sqlite:///{folder / DATABASE}")
        pki = SandboxPki.load_or_create(folder, utc_now())
        self.city: SmallCity = found_small_city(build(self._engine, pki, network.url), pki)
        self._moved: dict[str, int] = {}

    def start(self) -> None:
        """Serve, and lead the network there."""
        self._process = Life(serve_centre, self._folder, self._network.url)
        if not self._process.pipe.poll(HEARD_SECONDS):
            raise RuntimeError("the centre does not start")
        self._network.lead_to(self._process.pipe.recv())

    def kill(self) -> None:
        """End the process as a crash would, requests in flight."""
        self._process.kill()
        self._process.pipe.close()

    def close(self) -> None:
        """End."""
        self.kill()
        self._engine.dispose()

    def found(self, number: int, *, elsewhere: bool = False) -> list[str]:
        """Write new reports of the first unit, or of another one; return their ids."""
        service = self.city.service
        now = service.now()
        job = Assignment(OTHER, "o-other", "Thông cống", now)
        made = [report(now, assignment=job) if elsewhere else report(now) for _ in range(number)]
        rows = [Row("report", one.id, wire.encode(one), audience.of_report(one)) for one in made]
        with service.writer.transaction() as connection:
            service.entities.put_many(connection, rows)
        return [one.id for one in made]

    def card(self, officer: str) -> CardFile:
        """Issue a card that the city knows."""
        return self.city.card(officer, pin=PIN)

    def hand_over(self, report_id: str) -> None:
        """Give a report to another unit: the people of the first must forget it."""
        service = self.city.service
        with service.writer.transaction() as connection:
            found = service.entities.report(connection, report_id)
            if found is None or found.assignment is None or found.assignment.lead_unit == OTHER:
                return
            version = found.version + 1
            job = Assignment(OTHER, "o-other", "Tiếp nhận", found.assignment.due_at)
            moved = replace(found, version=version, assignment=job, field_versions={"workflow": version})
            service.entities.put_report(connection, moved)
        self._moved[report_id] = version

    # --- the truth -----------------------------------------------------------------------------

    def applied(self) -> list[Applied]:
        """Return every event the centre ever judged."""
        with self._engine.connect() as connection:
            return [
                Applied(row.id, row.entity_id, row.status, row.version, row.by)
                for row in connection.execute(sa.select(event_log))
            ]

    def delivered(self, terminal_id: str) -> list[Delivered]:
        """Return the journal rows that the centre holds of a terminal, by seq."""
        query = sa.select(journal_row).where(journal_row.c.terminal_id == terminal_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(journal_row.c.seq))
            return [Delivered(row.seq, row.event_id, row.status) for row in rows]

    def entities(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return every living entity of one kind by id."""
        query = sa.select(entity).where(entity.c.entity == kind, ~entity.c.removed)
        with self._engine.connect() as connection:
            return {row.id: row.data for row in connection.execute(query)}

    def handed_over(self) -> dict[str, list[int]]:
        """Return the version that each hand-over made."""
        return {report_id: [version] for report_id, version in self._moved.items()}

    def reports(self) -> dict[str, Report]:
        """Return every report by id."""
        return {id_: wire.decode(data, Report) for id_, data in self.entities("report").items()}

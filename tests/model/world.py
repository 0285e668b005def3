"""The real central API over real HTTP; it can be backed up, restored from its backup, and let time pass."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor
from desktop_app.sandbox import policy
from desktop_app.sandbox.database import open_database, write_setting
from desktop_app.sandbox.hosting import bind, serving
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import Service, build
from desktop_app.sandbox.tables import entity, event_log
from tests.chaos.ledger import Applied
from tests.support.sandbox_server import MovableClock

DATABASE = "central.db"


class World:
    """The centre on the files in ``folder``, and the time that all clocks share."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._folder = folder
        self.clock = MovableClock()
        self.passed = 0.0
        self._restores = 0
        self._moved: list[tuple[str, int]] = []
        bound, self.url = bind(port)
        self.port = bound.getsockname()[1]
        self._running = ExitStack()
        self.service = self._serve(bound)

    def _serve(self, bound: socket.socket) -> Service:
        engine = open_database(f"sqlite:///{self._folder / DATABASE}")
        self._running.callback(engine.dispose)
        self.pki = SandboxPki.load_or_create(self._folder, self.clock())
        service = build(engine, self.pki, self.url, self.clock)
        self._running.enter_context(serving(service, bound))
        return service

    def close(self) -> None:
        """End."""
        self._running.close()

    def passes(self, seconds: float) -> None:
        """Let time pass, for the centre and for every desk."""
        self.clock.move(timedelta(seconds=seconds))
        self.passed += seconds

    # --- backup ------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Take a backup, consistent, while the centre runs."""
        with (
            closing(sqlite3.connect(self._folder / DATABASE)) as live,
            closing(sqlite3.connect(self._folder / "backup.db")) as copy,
        ):
            live.backup(copy)

    def restore(self) -> bool:
        """Go back to the last backup under a new epoch; False where there is none."""
        backup = self._folder / "backup.db"
        if not backup.exists():
            return False
        self.close()
        for ending in ("", "-wal", "-shm"):
            (self._folder / (DATABASE + ending)).unlink(missing_ok=True)
        shutil.copyfile(backup, self._folder / DATABASE)
        self._restores += 1
        engine = open_database(f"sqlite:///{self._folder / DATABASE}")
        with engine.begin() as connection:
            write_setting(connection, "epoch", f"restored-{self._restores}")
        engine.dispose()
        self._running = ExitStack()
        self.service = self._serve(bind(self.port)[0])
        versions = {id_: report.version for id_, report in self.reports().items()}
        self._moved = [(id_, version) for id_, version in self._moved if version <= versions[id_]]
        return True

    # --- rights --------------------------------------------------------------------------------------------

    def hand_over(self, report_id: str, unit: str) -> None:
        """Somebody elsewhere gives a report to another unit."""
        service = self.service
        with service.writer.transaction() as connection:
            found = service.entities.report(connection, report_id)
            if found is None or found.assignment is None or found.assignment.lead_unit == unit:
                return
            job = replace(found.assignment, lead_unit=unit, owner=unit, co_processors=())
            version = found.version + 1
            stamped = {**found.field_versions, "workflow": version}
            changed = replace(found, version=version, assignment=job, field_versions=stamped)
            service.entities.put_report(connection, changed)
        self._moved.append((report_id, version))
        service.ripple.spread()

    def change_posts(self, officer_id: str, units: tuple[str, ...]) -> None:
        """A person's posts are others from now on."""
        service = self.service
        with service.writer.transaction() as connection:
            service.people.change_posts(connection, officer_id, units, service.now())
        service.ripple.spread()

    def let_approvers_publish(self, *, on: bool) -> None:
        """The policy is another from now on; a workstation hears of it when it next asks."""
        with self.service.writer.transaction() as connection:
            policy.change(connection, policy.APPROVER_PUBLISHES, on)

    def approvers_publish(self) -> bool:
        """Tell what the policy is now."""
        with self.service.engine.connect() as connection:
            return bool(policy.in_force(connection)[policy.APPROVER_PUBLISHES])

    # --- the truth -----------------------------------------------------------------------------------------

    def actor(self, officer_id: str) -> Actor:
        """Return a person as the rules see them now."""
        with self.service.engine.connect() as connection:
            found = self.service.people.actor(connection, officer_id, self.service.now())
        assert found is not None
        return found

    def reports(self) -> dict[str, Report]:
        """Return every report."""
        with self.service.engine.connect() as connection:
            found = [self.service.entities.report(connection, id_) for id_ in self.entities("report")]
        return {report.id: report for report in found if report is not None}

    def due(self, officer_id: str) -> tuple[dict[str, dict[str, Any]], frozenset[str]]:
        """Return the reports (as JSON) and the entries that a person may see."""
        me, reports = self.actor(officer_id), self.entities("report")
        mine = {id_ for id_, report in self.reports().items() if may_see(me, report)}
        entries = self.entities("entry").items()
        return {id_: reports[id_] for id_ in mine}, frozenset(
            id_ for id_, entry in entries if entry["report_id"] in mine
        )

    def entities(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return every living entity of a kind as JSON, by id."""
        query = sa.select(entity.c.id, entity.c.data).where(entity.c.entity == kind, ~entity.c.removed)
        with self.service.engine.connect() as connection:
            return {row.id: row.data for row in connection.execute(query)}

    def log(self) -> list[Applied]:
        """Return what every event came to."""
        with self.service.engine.connect() as connection:
            return [
                Applied(row.id, row.entity_id, row.status, row.version, row.by, row.kind, row.after)
                for row in connection.execute(sa.select(event_log))
            ]

    def handed_over(self) -> dict[str, list[int]]:
        """Return the versions that hand-overs made and no backup took back."""
        found: dict[str, list[int]] = {}
        for report_id, version in self._moved:
            found.setdefault(report_id, []).append(version)
        return found

    def visible(self, officer_id: str) -> frozenset[str]:
        """Return the ids of the reports that a person may see now."""
        me = self.actor(officer_id)
        return frozenset(id_ for id_, report in self.reports().items() if may_see(me, report))

    def published(self) -> Counter[str]:
        """Return how many public answers stand on each report's timeline, and how often it was published."""
        lines = Counter(
            str(one["report_id"]) for one in self.entities("entry").values() if one["kind"] == "publish"
        )
        acts = Counter(
            one.report_id for one in self.log() if (one.status, one.kind) == ("applied", "publish")
        )
        return lines | acts

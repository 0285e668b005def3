"""The first start: the demo city and its cards into an empty database; later, further CSV files."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import resources
from desktop_app.sandbox import wire
from desktop_app.sandbox.database import read_setting, write_setting
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.seed import import_nyc, seed_city
from desktop_app.sandbox.service import Service

REAL_REQUESTS = "city/nyc311-2025-03.csv"
_FOUNDED = "founded_at"
_log = logging.getLogger(__name__)


def found(service: Service, pki: SandboxPki) -> None:
    """Seed the city unless that was done; whole or not at all."""
    with service.writer.transaction() as connection:
        if read_setting(connection, _FOUNDED) is not None:
            return
        now = service.now()
        seed_city(connection, service.entities, pki, now)
        import_nyc(connection, service.entities, resources.locate(REAL_REQUESTS), now)
        write_setting(connection, _FOUNDED, wire.instant(now))


def import_reports(service: Service, files: Sequence[Path]) -> None:
    """Load further request files; refused rows are told, line by line, in the log."""
    for path in files:
        with service.writer.transaction() as connection:
            result = import_nyc(connection, service.entities, path, service.now())
        for row in result.refused:
            _log.warning("%s: line %s refused: %s", path.name, row.line, row.reason)

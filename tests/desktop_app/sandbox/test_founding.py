"""The first start: city and real requests once; further files by their rows; refusals told line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

import resources
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.founding import REAL_REQUESTS, found, import_reports
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import Service, build, utc_now
from desktop_app.sandbox.tables import entity


def counts(service: Service) -> dict[str, int]:
    query = sa.select(entity.c.entity, sa.func.count()).group_by(entity.c.entity)
    with service.engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.expects_log(r"broken\.csv: line \d+ refused")
def test_the_city_is_founded_once_and_files_add_only_what_is_new(folder: Path) -> None:
    engine = open_database(f"sqlite:///{folder / 'central.db'}")
    pki = SandboxPki.load_or_create(folder, utc_now())
    service = build(engine, pki, "http://127.0.0.1:1")
    found(service, pki)
    first = counts(service)
    assert first["report"] > 400
    assert first["officer"] >= 60
    found(service, pki)
    real = resources.locate(REAL_REQUESTS)
    import_reports(service, [real])
    assert counts(service) == first
    broken = folder / "broken.csv"
    lines = real.read_text(encoding="utf-8-sig").splitlines()
    broken.write_text("\n".join([lines[0], lines[1], "not,a,request"]), encoding="utf-8")
    import_reports(service, [broken])
    assert counts(service) == first
    engine.dispose()

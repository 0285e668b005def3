"""The import against the file counted independently: per status, agency and board; again adds nothing."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import resources
from desktop_app.domain.report import Report
from desktop_app.sandbox import wire
from desktop_app.sandbox.database import Writer, head
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import People
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.seed import ImportResult, RefusedRow, import_nyc, seed_city
from desktop_app.sandbox.seed.nyc311 import SECONDED
from tests.desktop_app.sandbox.seed.conftest import NOW
from tests.desktop_app.sandbox.seed.test_nyc_rows import GOOD, csv_of, row

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

SAMPLE = resources.locate("city/nyc311-2025-03.csv")
ENTITIES = Entities()


def load(writer: Writer, path: Path = SAMPLE) -> ImportResult:
    with writer.transaction() as connection:
        return import_nyc(connection, ENTITIES, path, NOW)


def reports(engine: Engine) -> list[Report]:
    with engine.connect() as connection:
        return [wire.decode(data, Report) for data in ENTITIES.all(connection, "report")]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_arrives_per_status_and_agency(
    writer: Writer, engine: Engine, rows: list[dict[str, str]]
) -> None:
    assert load(writer) == ImportResult(added=len(rows), unchanged=0, refused=[])
    expected = Counter(
        (f"nyc311-{line['Agency'].lower()}", "closed" if line["Status"] == "Closed" else "distributed")
        for line in rows
    )
    found = Counter((r.assignment.lead_unit, str(r.state)) for r in reports(engine) if r.assignment)
    assert found == expected
    assert sum(expected.values()) == 235


def test_boards_channels_types_and_coordinates_agree_with_the_file(
    writer: Writer, engine: Engine, rows: list[dict[str, str]]
) -> None:
    load(writer)
    by_key = {report.source_key: report for report in reports(engine)}
    for line in rows:
        report = by_key[line["Unique Key"]]
        board = line["Community Board"]
        assert report.place.unit_code == (None if board.startswith("Unspecified") else board)
        assert (report.source, report.source_type) == (line["Open Data Channel Type"], line["Complaint Type"])
        assert report.place.latitude == (float(line["Latitude"]) if line["Latitude"] else None)
        assert report.evidence["source_status"] == line["Status"]


def test_answers_are_the_resolution_texts(writer: Writer, engine: Engine, rows: list[dict[str, str]]) -> None:
    load(writer)
    expected = {
        line["Unique Key"]: line["Resolution Description"] for line in rows if line["Status"] == "Closed"
    }
    assert {r.source_key: r.answer.text for r in reports(engine) if r.answer} == expected


def test_importing_again_adds_nothing_and_moves_nothing(writer: Writer, engine: Engine) -> None:
    load(writer)
    with engine.connect() as connection:
        before = head(connection)
    assert load(writer) == ImportResult(added=0, unchanged=235, refused=[])
    with engine.connect() as connection:
        assert head(connection) == before


def test_units_and_categories_are_there_once(
    writer: Writer, engine: Engine, rows: list[dict[str, str]]
) -> None:
    load(writer)
    with engine.connect() as connection:
        units = ENTITIES.all(connection, "unit")
        categories = ENTITIES.all(connection, "category")
    agencies = {line["Agency"] for line in rows}
    boards = {line["Community Board"] for line in rows} - {"Unspecified BROOKLYN"}
    assert {unit["code"] for unit in units if unit["kind"] == "agency"} == agencies
    assert {unit["code"] for unit in units if unit["kind"] == "ward"} == boards
    assert {unit["organisation"] for unit in units} == {"nyc311"}
    assert {c["name"] for c in categories if c["parent"]} == {line["Complaint Type"] for line in rows}


def test_refused_rows_are_listed_and_leave_nothing_behind(
    writer: Writer, engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "mixed.csv"
    path.write_text(
        csv_of(GOOD, row(Unique_Key="2", Status="Lost", Agency="XYZ"), row(Unique_Key="3")), "utf-8"
    )
    result = load(writer, path)
    assert result == ImportResult(2, 0, [RefusedRow(3, "status_unknown", "Status")])
    assert {report.source_key for report in reports(engine)} == {"64446107", "3"}
    with engine.connect() as connection:
        assert "XYZ" not in {unit["code"] for unit in ENTITIES.all(connection, "unit")}


def test_a_key_told_twice_is_one_report(writer: Writer, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text(csv_of(GOOD, row(Descriptor="Other")), "utf-8")
    assert load(writer, path) == ImportResult(added=1, unchanged=1, refused=[])
    assert len(reports(engine)) == 1


def test_an_unreadable_file_adds_nothing(writer: Writer, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    assert load(writer, path) == ImportResult(0, 0, [RefusedRow(0, "encoding")])
    with engine.connect() as connection:
        assert ENTITIES.all(connection, "unit") == []


def test_the_demo_officers_work_for_both_organisations(
    writer: Writer, engine: Engine, tmp_path: Path
) -> None:
    with writer.transaction() as connection:
        seed_city(connection, ENTITIES, SandboxPki.load_or_create(tmp_path, NOW), NOW)
    load(writer)
    people = People(ENTITIES)
    with engine.connect() as connection:
        for person in SECONDED:
            actor = people.actor(connection, person, NOW)
            assert actor is not None
            assert {"hue-19789", "nyc311", "nyc311-hpd"} <= actor.units
            assert {"unit:hue-19789", "unit:nyc311-hpd"} <= people.scopes(connection, person)
        other = people.actor(connection, "hue-p22", NOW)
        assert other is not None
        assert "nyc311" not in other.units


def test_an_agency_that_comes_later_enters_their_sight(
    writer: Writer, engine: Engine, tmp_path: Path
) -> None:
    with writer.transaction() as connection:
        seed_city(connection, ENTITIES, SandboxPki.load_or_create(tmp_path, NOW), NOW)
    load(writer)
    later = tmp_path / "later.csv"
    later.write_text(
        csv_of(row(Unique_Key="9", Agency="EDC", Agency_Name="Economic Development Corporation")), "utf-8"
    )
    assert load(writer, later).added == 1
    with engine.connect() as connection:
        assert "unit:nyc311-edc" in People(ENTITIES).scopes(connection, SECONDED[0])

"""Rows of the open data: read as they are, refused with line and reason, never half."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from desktop_app.sandbox.seed.nyc_rows import (
    REQUIRED,
    RefusedRow,
    RowInvalid,
    ServiceRequest,
    local_time,
    parse,
    read_requests,
)

SAMPLE = resources.locate("city/nyc311-2025-03.csv")
GOOD = {
    "Unique Key": "64446107",
    "Created Date": "03/24/2025 11:33:07 PM",
    "Closed Date": "03/25/2025 12:45:11 AM",
    "Agency": "NYPD",
    "Agency Name": "New York City Police Department",
    "Complaint Type": "Noise - Residential",
    "Descriptor": "Banging/Pounding",
    "Status": "Closed",
    "Resolution Description": "Took action.",
    "Resolution Action Updated Date": "03/25/2025 12:45:15 AM",
    "Incident Address": "1155 EAST 35 STREET",
    "Community Board": "18 BROOKLYN",
    "Open Data Channel Type": "ONLINE",
    "Latitude": "40.62",
    "Longitude": "-73.94",
}


def row(**changes: str) -> dict[str, str]:
    return {**GOOD, **{name.replace("_", " "): value for name, value in changes.items()}}


def csv_of(*rows: dict[str, str]) -> str:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, fieldnames=list(REQUIRED))
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def read(tmp_path: Path, content: str | bytes) -> list[tuple[int, ServiceRequest | RefusedRow]]:
    path = tmp_path / "requests.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_requests(path))


def test_a_row_is_read_as_it_stands() -> None:
    request = parse(GOOD)
    assert request.created_at == datetime(2025, 3, 25, 3, 33, 7, tzinfo=UTC)  # New York is at UTC-4 in March
    assert request.resolved_at == datetime(2025, 3, 25, 4, 45, 11, tzinfo=UTC)
    assert (request.closed, request.channel, request.board) == (True, "ONLINE", "18 BROOKLYN")
    assert (request.latitude, request.longitude) == (40.62, -73.94)


def test_what_is_absent_stays_absent() -> None:
    request = parse(
        row(Latitude="", Longitude="", Incident_Address="", Community_Board="Unspecified BROOKLYN")
    )
    assert (request.latitude, request.longitude, request.address, request.board) == (None, None, None, None)


def test_a_crossing_is_an_address_too() -> None:
    crossing = {"Intersection Street 1": "BROADWAY", "Intersection Street 2": "WEST 105 STREET"}
    assert parse({**row(Incident_Address=""), **crossing}).address == "BROADWAY & WEST 105 STREET"


def test_a_closed_row_without_a_date_takes_its_last_update() -> None:
    assert parse(row(Closed_Date="")).resolved_at == datetime(2025, 3, 25, 4, 45, 15, tzinfo=UTC)


def test_a_whole_day_written_as_midnight_is_not_before_the_report() -> None:
    request = parse(row(Closed_Date="03/24/2025 12:00:00 AM"))
    assert request.resolved_at == request.created_at


def test_an_open_row_ignores_a_closed_date() -> None:
    request = parse(row(Status="Assigned", Closed_Date="03/28/2025 12:00:00 AM"))
    assert not request.closed
    assert request.resolved_at == datetime(2025, 3, 25, 4, 45, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"Unique_Key": ""}, "empty"),
        ({"Agency": ""}, "empty"),
        ({"Created_Date": "2025-03-24 23:33"}, "date_malformed"),
        ({"Created_Date": "02/30/2025 01:00:00 PM"}, "date_malformed"),
        ({"Created_Date": "03/09/2025 02:30:00 AM"}, "date_nonexistent"),
        ({"Closed_Date": "soon"}, "date_malformed"),
        ({"Closed_Date": "03/20/2025 01:00:00 PM"}, "closed_before_created"),
        ({"Closed_Date": "", "Resolution_Action_Updated_Date": ""}, "closed_without_date"),
        ({"Resolution_Description": ""}, "closed_without_resolution"),
        ({"Status": "Lost"}, "status_unknown"),
        ({"Latitude": "north"}, "coordinates_malformed"),
        ({"Latitude": "140.0"}, "coordinates_malformed"),
        ({"Longitude": ""}, "coordinates_malformed"),
        ({"Descriptor": "x" * 20_001}, "too_long"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason(changes: dict[str, str], reason: str) -> None:
    with pytest.raises(RowInvalid) as refused:
        parse(row(**changes))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("01/15/2025 12:00:00 PM", datetime(2025, 1, 15, 17, 0, tzinfo=UTC)),  # winter: UTC-5
        ("07/15/2025 12:00:00 AM", datetime(2025, 7, 15, 4, 0, tzinfo=UTC)),  # summer: UTC-4
        ("11/02/2025 01:30:00 AM", datetime(2025, 11, 2, 5, 30, tzinfo=UTC)),  # told twice: the first
    ],
)
def test_new_york_time_becomes_utc(text: str, utc: datetime) -> None:
    assert local_time(text, "Created Date") == utc


def test_refused_rows_carry_their_line_and_the_others_are_read(tmp_path: Path) -> None:
    bad = row(Status="Lost")
    found = read(tmp_path, csv_of(GOOD, bad, row(Unique_Key="2")))
    assert [line for line, _ in found] == [2, 3, 4]
    assert found[1][1] == RefusedRow(3, "status_unknown", "Status")
    assert isinstance(found[0][1], ServiceRequest)
    assert isinstance(found[2][1], ServiceRequest)


def test_lines_are_counted_as_in_the_file_also_over_line_breaks_in_a_field(tmp_path: Path) -> None:
    found = read(tmp_path, csv_of(row(Descriptor="one\ntwo"), row(Unique_Key="")))
    assert [line for line, _ in found] == [3, 4]


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"\xff\xfe\x00garbage", RefusedRow(0, "encoding")),
        ("Unique Key,Status\r\n1,Open\r\n", RefusedRow(0, "columns_missing", "Created Date")),
        ("", RefusedRow(0, "columns_missing", "Unique Key")),
    ],
)
def test_an_unreadable_file_is_refused_as_a_whole(
    tmp_path: Path, content: str | bytes, refused: RefusedRow
) -> None:
    assert [item for _, item in read(tmp_path, content)] == [refused]


def test_a_row_of_another_width_is_refused(tmp_path: Path) -> None:
    short = csv_of(GOOD) + "64446108,03/24/2025 11:33:07 PM\r\n"
    assert read(tmp_path, short)[1][1] == RefusedRow(3, "field_count")


def test_a_file_that_breaks_off_says_where(tmp_path: Path) -> None:
    torn = csv_of(GOOD) + '64446108,"03/24/2025 11'
    refused = read(tmp_path, torn)[-1][1]
    assert isinstance(refused, RefusedRow)
    assert (refused.line, refused.reason) == (3, "csv_malformed")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, "\ufeff" + csv_of(GOOD))[0][1], ServiceRequest)


def test_every_row_of_the_sample_is_read() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        keys = [line["Unique Key"] for line in csv.DictReader(file)]
    found = [item for _, item in read_requests(SAMPLE)]
    assert [item.key for item in found if isinstance(item, ServiceRequest)] == keys

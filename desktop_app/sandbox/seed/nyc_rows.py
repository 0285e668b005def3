"""One row of New York's 311 open data: read, checked, with its times as UTC.

Format: NYC Open Data, data set erm2-nwe9, as CSV. Local times ``MM/DD/YYYY hh:mm:ss AM`` are
America/New_York; what is absent stays absent.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/New_York")
CLOSED = "Closed"
OPEN_STATUSES = frozenset({"Open", "In Progress", "Started", "Assigned", "Pending", "Unspecified"})
REQUIRED = (
    "Unique Key", "Created Date", "Closed Date", "Agency", "Agency Name", "Complaint Type", "Descriptor",
    "Status", "Resolution Description", "Resolution Action Updated Date", "Incident Address",
    "Community Board", "Open Data Channel Type", "Latitude", "Longitude",
)  # fmt: skip
_DETAILS = {
    "descriptor": "Descriptor", "location_type": "Location Type", "community_board": "Community Board",
    "borough": "Borough", "agency": "Agency", "zip": "Incident Zip", "facility": "Park Facility Name",
    "vehicle": "Vehicle Type", "source_status": "Status",
}  # fmt: skip
_TIME = "%m/%d/%Y %I:%M:%S %p"
_UNSPECIFIED = "Unspecified"
_MAX_FIELD = 20_000


class RowInvalid(Exception):
    """A row cannot become a report; ``reason`` is a code, ``column`` names where."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(f"{reason} {column}".strip())
        self.reason = reason
        self.column = column


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A line (1 is the header) that was not imported, and why; line 0 stands for the whole file."""

    line: int
    reason: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """One request: who is responsible, what, where, since when, what came of it."""

    key: str
    agency: str
    agency_name: str
    complaint: str
    descriptor: str
    channel: str
    created_at: datetime
    closed: bool
    resolved_at: datetime | None
    resolution: str
    address: str | None
    board: str | None
    latitude: float | None
    longitude: float | None
    details: dict[str, str]


def read_requests(path: Path) -> Iterator[tuple[int, ServiceRequest | RefusedRow]]:
    """Yield each data row with its line number, read or refused; raises OSError.

    A file that is no UTF-8, lacks columns or breaks off yields one refusal for what cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        yield 0, RefusedRow(0, "encoding")
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    last = 1
    try:
        missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
        if missing:
            yield 0, RefusedRow(0, "columns_missing", missing[0])
            return
        for row in reader:
            last = reader.line_num
            yield last, _read(last, row)
    except csv.Error:
        yield last + 1, RefusedRow(last + 1, "csv_malformed")


def _read(line: int, row: Mapping[str | None, object]) -> ServiceRequest | RefusedRow:
    if None in row or None in row.values():
        return RefusedRow(line, "field_count")
    cells = {str(name): str(value).strip() for name, value in row.items()}
    try:
        return parse(cells)
    except RowInvalid as invalid:
        return RefusedRow(line, invalid.reason, invalid.column)


def parse(cells: Mapping[str, str]) -> ServiceRequest:
    """Return the request in ``cells`` (stripped text by column); raises ``RowInvalid``."""
    for name in ("Unique Key", "Agency", "Agency Name", "Complaint Type", "Created Date"):
        if not cells[name]:
            raise RowInvalid("empty", name)
    if any(len(value) > _MAX_FIELD for value in cells.values()):
        raise RowInvalid("too_long")
    latitude, longitude = _coordinates(cells)
    closed = _is_closed(cells["Status"])
    created = local_time(cells["Created Date"], "Created Date")
    return ServiceRequest(
        key=cells["Unique Key"],
        agency=cells["Agency"],
        agency_name=cells["Agency Name"],
        complaint=cells["Complaint Type"],
        descriptor=cells["Descriptor"],
        channel=cells["Open Data Channel Type"] or "UNKNOWN",
        created_at=created,
        closed=closed,
        resolved_at=_resolved_at(cells, closed, created),
        resolution=_resolution(cells, closed),
        address=_address(cells),
        board=_board(cells["Community Board"]),
        latitude=latitude,
        longitude=longitude,
        details=_details(cells),
    )


def local_time(text: str, column: str) -> datetime:
    """Return a New York wall time as UTC; raises ``RowInvalid``: ``date_malformed``, ``date_nonexistent``."""
    try:
        local = datetime.strptime(text, _TIME).replace(tzinfo=ZONE)
    except ValueError:
        raise RowInvalid("date_malformed", column) from None
    utc = local.astimezone(UTC)
    if utc.astimezone(ZONE).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise RowInvalid("date_nonexistent", column)  # the hour that spring skips
    return utc


def _is_closed(status: str) -> bool:
    if status != CLOSED and status not in OPEN_STATUSES:
        raise RowInvalid("status_unknown", "Status")
    return status == CLOSED


def _resolved_at(cells: Mapping[str, str], closed: bool, created: datetime) -> datetime | None:
    """When it was closed or, where the data does not say, when its resolution was last written."""
    column = "Closed Date" if cells["Closed Date"] and closed else "Resolution Action Updated Date"
    if not cells[column]:
        if closed:
            raise RowInvalid("closed_without_date", column)
        return None
    resolved = local_time(cells[column], column)
    if closed and resolved.astimezone(ZONE).date() < created.astimezone(ZONE).date():
        raise RowInvalid("closed_before_created", column)
    return max(resolved, created)  # some agencies write midnight for a whole day


def _resolution(cells: Mapping[str, str], closed: bool) -> str:
    text = cells["Resolution Description"]
    if closed and not text:
        raise RowInvalid("closed_without_resolution", "Resolution Description")
    return text


def _address(cells: Mapping[str, str]) -> str | None:
    """The address as written; at a crossing the data leaves it empty and names the two streets."""
    crossing = [cells.get(f"Intersection Street {n}", "") for n in (1, 2)]
    address = cells["Incident Address"] or (" & ".join(crossing) if all(crossing) else "")
    return address or None


def _board(text: str) -> str | None:
    return None if not text or text.startswith(_UNSPECIFIED) else text


def _coordinates(cells: Mapping[str, str]) -> tuple[float | None, float | None]:
    """WGS 84 degrees, both or neither."""
    if not cells["Latitude"] and not cells["Longitude"]:
        return None, None
    try:
        latitude, longitude = float(cells["Latitude"]), float(cells["Longitude"])
    except ValueError:
        raise RowInvalid("coordinates_malformed", "Latitude") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise RowInvalid("coordinates_malformed", "Latitude")
    return latitude, longitude


def _details(cells: Mapping[str, str]) -> dict[str, str]:
    found = {name: cells.get(column, "") for name, column in _DETAILS.items()}
    return {name: value for name, value in found.items() if value and value not in {_UNSPECIFIED, "N/A"}}

"""Files at the centre, for tests: one laid there whole, and one brought there by tus as a client does."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import requests
import sqlalchemy as sa

from desktop_app.sandbox.tables import blob
from tests.support.desk_client import DeskClient
from tests.support.pictures import JPEG

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

PIECE_TYPE = "application/offset+octet-stream"


def lay_file(connection: Connection, report_id: str, sha256: str) -> None:
    """Have a file of this hash be whole at the centre, whatever its content."""
    row = {
        "report_id": report_id,
        "sha256": sha256,
        "media_type": "image/jpeg",
        "content": JPEG,
        "copy": JPEG,
    }
    now = datetime.now(UTC)
    connection.execute(sa.insert(blob).values(**row, person_id="o-handler", attached=False, arrived_at=now))


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def announce(desk: DeskClient, report_id: str, length: int, sha256: str) -> requests.Response:
    """Create an upload."""
    value = b64encode(sha256.encode()).decode()
    headers = {"Upload-Length": str(length), "Upload-Metadata": f"sha256 {value}"}
    return tus(desk, "POST", f"/v1/reports/{report_id}/uploads", headers)


def patch(
    desk: DeskClient, location: str, offset: int, content: bytes, checksum: str | None = None
) -> requests.Response:
    """Send a piece; ``checksum`` is base64 of its SHA-256."""
    headers = {"Upload-Offset": str(offset), "Content-Type": PIECE_TYPE}
    if checksum is not None:
        headers["Upload-Checksum"] = f"sha256 {checksum}"
    return tus(desk, "PATCH", location, headers, content)


def tus(
    desk: DeskClient, method: str, path: str, headers: dict[str, str] | None = None, content: bytes = b""
) -> requests.Response:
    """Send one request of the protocol."""
    told = {"Tus-Resumable": "1.0.0", **(headers or {})}
    return desk.call(method, path, token=desk.token, more_headers=told, data=content or None, follows=False)


def bring(desk: DeskClient, report_id: str, content: bytes) -> str:
    """Bring a whole file; return its hash."""
    sha256 = sha256_of(content)
    made = announce(desk, report_id, len(content), sha256)
    assert made.status_code == 201, made.text
    assert patch(desk, made.headers["Location"], 0, content).status_code == 204
    return sha256

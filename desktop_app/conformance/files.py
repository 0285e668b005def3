"""Files of a report as a desk brings and fetches them, and small pictures to try it with.

A picture is a JPEG's container with the telling parts of a camera in it; no pixel is ever decoded.
"""

from __future__ import annotations

import hashlib
import struct
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.conformance.desk import Desk
from desktop_app.conformance.exchange import Answer, Body
from desktop_app.domain.ids import new_id

SECRET: Final = b"16 27 49N 107 35 26E"
_TUS: Final = {"Tus-Resumable": "1.0.0"}
_PIECE: Final = "application/offset+octet-stream"


def sha256(content: bytes) -> str:
    """Return the SHA-256 of ``content``, hex."""
    return hashlib.sha256(content).hexdigest()


def picture() -> bytes:
    """Return a new JPEG of one grey pixel with Exif and a comment that tell a place."""
    exif = _segment(0xE1, b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00" + SECRET)
    comment = _segment(0xFE, SECRET + new_id().encode())
    table = _segment(0xDB, bytes([0]) + bytes([16] * 64))
    frame = _segment(0xC0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
    codes = _segment(0xC4, bytes([0, 1, *([0] * 15), 0])) + _segment(0xC4, bytes([0x10, 1, *([0] * 15), 0]))
    scan = _segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\x3f"
    return b"\xff\xd8" + exif + comment + table + frame + codes + scan + b"\xff\xd9"


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, 2 + len(content)) + content


@dataclass(frozen=True, slots=True)
class Files:
    """What one desk does with files."""

    desk: Desk

    def capabilities(self, report_id: str) -> Answer:
        """Ask what the server can do."""
        return self.desk.workstation.call("OPTIONS", f"/v1/reports/{report_id}/uploads")

    def announce(self, report_id: str, length: int, digest: str) -> Answer:
        """Create an upload."""
        told = f"sha256 {b64encode(digest.encode()).decode()}"
        headers = {"Upload-Length": str(length), "Upload-Metadata": told}
        return self._call("POST", f"/v1/reports/{report_id}/uploads", headers)

    def begin(self, report_id: str, content: bytes, digest: str | None = None) -> str:
        """Create an upload for ``content``; return its path; raise ``Broken``."""
        answer = self.announce(report_id, len(content), digest or sha256(content))
        answer.expect(201)
        return answer.headers["location"].removeprefix(self.desk.workstation.exchange.url)

    def standing(self, path: str) -> Answer:
        """Ask how far an upload has come."""
        return self._call("HEAD", path, {})

    def send(self, path: str, offset: int, content: bytes, checksum_of: bytes | None = None) -> Answer:
        """Send a piece, with the checksum of ``checksum_of`` where that is given."""
        headers = {"Upload-Offset": str(offset)}
        if checksum_of is not None:
            headers["Upload-Checksum"] = f"sha256 {b64encode(hashlib.sha256(checksum_of).digest()).decode()}"
        return self._call("PATCH", path, headers, Body(content, _PIECE))

    def bring(self, report_id: str, content: bytes) -> str:
        """Bring a whole file; return its hash; raise ``Broken``."""
        self.send(self.begin(report_id, content), 0, content).expect(204)
        return sha256(content)

    def fetch(self, attachment: str, variant: str) -> Answer:
        """Fetch a file."""
        return self.desk.workstation.call(
            "GET", f"/v1/attachments/{attachment}/{variant}", token=self.desk.token
        )

    def _call(self, method: str, path: str, headers: Mapping[str, str], body: Body | None = None) -> Answer:
        told = {**_TUS, **headers}
        return self.desk.workstation.call(method, path, token=self.desk.token, headers=told, body=body)

"""Files of reports: up by tus 1.0 (creation, checksum, expiration) over our one session, and down.

The protocol's library would bring an HTTP client of its own past trust, proofs and bounds; what we need
of it is announce, ask how far, and send on. Source: https://tus.io/protocols/resumable-upload, 1.0.0.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from typing import Final

from desktop_app.api.errors import Garbage, Refused
from desktop_app.api.session import ApiSession, Reply, Request, TokenSource
from desktop_app.domain.attachments import MAX_BYTES, Variant

_TUS: Final = {"Tus-Resumable": "1.0.0"}
_PIECE_TYPE: Final = "application/offset+octet-stream"
_GONE: Final = frozenset({404, 410})
_PLACE: Final = re.compile(r"/v1/uploads/[\w~-][\w.~-]{0,127}", re.ASCII)


class UploadGone(Refused):
    """The centre knows this upload no more: it must be announced anew."""


class OffsetMismatch(Refused):
    """The centre stands elsewhere in the file than this client thought: ask, and go on from there."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one person's reports, over one session."""

    session: ApiSession
    token: TokenSource

    def announce(self, report_id: str, size: int, sha256: str) -> str:
        """Return the place (a path at the centre) of a new upload; raise ``Refused``."""
        told = b64encode(sha256.encode("ascii")).decode("ascii")
        headers = {**_TUS, "Upload-Length": str(size), "Upload-Metadata": f"sha256 {told}"}
        path = f"/v1/reports/{report_id}/uploads"
        reply = self.session.exchange(Request("POST", path, headers=headers), self.token)
        return self._own_path(reply.headers.get("Location", ""))

    def standing(self, location: str) -> int:
        """Return how many bytes have arrived; raise ``UploadGone`` where there is nothing to go on with."""
        try:
            reply = self.session.exchange(Request("HEAD", location, headers=_TUS), self.token)
        except Refused as refused:
            raise _told_apart(refused) from None
        return _offset(reply)

    def send_piece(self, location: str, offset: int, content: bytes) -> int:
        """Send on from ``offset``; return how many bytes have arrived now.

        Raises ``UploadGone``, ``OffsetMismatch``, and ``Refused`` for a file that is not taken.
        """
        checksum = b64encode(hashlib.sha256(content).digest()).decode("ascii")
        headers = {
            **_TUS, "Upload-Offset": str(offset), "Content-Type": _PIECE_TYPE,
            "Upload-Checksum": f"sha256 {checksum}",
        }  # fmt: skip
        try:
            reply = self.session.exchange(
                Request("PATCH", location, content=content, headers=headers), self.token
            )
        except Refused as refused:
            raise _told_apart(refused) from None
        return _offset(reply)

    def fetch(self, attachment_id: str, variant: Variant) -> bytes:
        """Return a file in the form asked for; raise ``Refused`` (404) where this person may not have it."""
        path = f"/v1/attachments/{attachment_id}/{variant}"
        return self.session.exchange(Request("GET", path, limit=MAX_BYTES), self.token).body

    def _own_path(self, location: str) -> str:
        """Only a place of this very centre: an answer must not lead our tokens elsewhere."""
        base, path = self.session.centre.url, location
        if location.startswith(base + "/"):
            path = location[len(base) :]
        if _PLACE.fullmatch(path) is None:
            raise Garbage("Location")
        return path


def _offset(reply: Reply) -> int:
    told = reply.headers.get("Upload-Offset", "")
    if not told.isascii() or not told.isdecimal() or len(told) > 12:
        raise Garbage("Upload-Offset")
    return int(told)


def _told_apart(refused: Refused) -> Refused:
    kind = UploadGone if refused.status in _GONE else OffsetMismatch if refused.status == 409 else Refused
    return kind(refused.reason, refused.status, refused.problem)

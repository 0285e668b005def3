"""Files on their way up: tus 1.0 with creation, checksum and expiration, for those who may see the report.

Whatever is not the caller's own upload to a report they may see answers as an unknown one. A file is
taken when it is whole, has the hash it was announced with, and shows itself to be of a kind we take.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from desktop_app.domain.attachments import MAX_BYTES, media_type_of
from desktop_app.domain.ids import new_id
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.picture_copies import Unreadable, without_camera_data
from desktop_app.sandbox.refusal import Refused, not_found
from desktop_app.sandbox.tables import blob, upload, upload_piece
from desktop_app.sandbox.wire import sha256_hex

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

KEPT: Final = timedelta(hours=24)
CHECKSUM_MISMATCH: Final = 460


@dataclass(frozen=True, slots=True)
class Upload:
    """Where one file stands, in bytes."""

    id: str
    report_id: str
    person_id: str
    sha256: str
    length: int
    offset: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one PATCH, where they belong, and the checksum they came with (raw, or None)."""

    offset: int
    content: bytes
    sha256: bytes | None


class Uploads:
    """Takes files, piece by piece."""

    def __init__(self, writer: Writer, entities: Entities, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._entities = entities
        self._now = now

    def create(self, actor: Actor, report_id: str, length: int, sha256: str) -> Upload:
        """Announce a file; raise ``Refused`` (404 ``not_found``, 413 ``too_large``)."""
        with self._writer.transaction() as connection:
            sweep(connection, self._now())
            self._require_sight(connection, actor, report_id)
            if length > MAX_BYTES:
                raise Refused(413, "too_large", limit=MAX_BYTES)
            made = Upload(new_id(), report_id, actor.person_id, sha256, length, 0, self._now() + KEPT)
            connection.execute(sa.insert(upload).values(**asdict(made)))
        return made

    def find(self, actor: Actor, upload_id: str) -> Upload:
        """Return where a file of the caller's stands; raise ``Refused`` (404, 410 ``upload_expired``)."""
        with self._writer.transaction() as connection:
            return self._own(connection, actor, upload_id)

    def append(self, actor: Actor, upload_id: str, piece: Piece) -> Upload:
        """Take a piece; the last one makes the file whole.

        Raises ``Refused``: 409 ``offset_mismatch``, 460 ``checksum_mismatch``, 413 ``too_large``; of the
        whole file 415 ``media_type_refused`` and 422 ``content_other``, after which the upload is gone.
        """
        refused: Refused | None = None
        with self._writer.transaction() as connection:
            known = self._own(connection, actor, upload_id)
            _check(known, piece)
            _keep(connection, known, piece)
            after = replace(known, offset=known.offset + len(piece.content), expires_at=self._now() + KEPT)
            here = sa.update(upload).where(upload.c.id == known.id)
            connection.execute(here.values(offset=after.offset, expires_at=after.expires_at))
            if after.offset == known.length:
                refused = self._finish(connection, known)
        if refused is not None:  # the upload's end is committed with its reason
            raise refused
        return after

    def _finish(self, connection: Connection, known: Upload) -> Refused | None:
        """Make a file of the pieces, or say why not; the pieces go either way."""
        content = _whole(connection, known.id)
        _forget(connection, [known.id])
        if sha256_hex(content) != known.sha256:
            return Refused(422, "content_other")
        media_type = media_type_of(content)
        try:
            copy = without_camera_data(content, media_type or "")
        except Unreadable:
            return Refused(415, "media_type_refused")
        if media_type is None:
            return Refused(415, "media_type_refused")
        row = {"report_id": known.report_id, "sha256": known.sha256}
        if connection.execute(sa.select(blob.c.sha256).filter_by(**row)).first() is None:
            more = {"media_type": media_type, "content": content, "copy": copy, "attached": False}
            person = {"person_id": known.person_id, "arrived_at": self._now()}
            connection.execute(sa.insert(blob).values(**row, **more, **person))
        return None

    def _own(self, connection: Connection, actor: Actor, upload_id: str) -> Upload:
        row = connection.execute(sa.select(upload).where(upload.c.id == upload_id)).mappings().first()
        known = None if row is None else Upload(**row)
        if known is None or known.person_id != actor.person_id:
            raise not_found()
        self._require_sight(connection, actor, known.report_id)
        if known.expires_at <= self._now():
            raise Refused(410, "upload_expired")
        return known

    def _require_sight(self, connection: Connection, actor: Actor, report_id: str) -> None:
        report = self._entities.report(connection, report_id)
        if report is None or not may_see(actor, report):
            raise not_found()


def sweep(connection: Connection, now: datetime) -> None:
    """Drop uploads whose time is over a day ago, and whole files that no event attached within a day."""
    over = connection.execute(sa.select(upload.c.id).where(upload.c.expires_at <= now - KEPT)).scalars()
    _forget(connection, list(over))
    connection.execute(sa.delete(blob).where(~blob.c.attached, blob.c.arrived_at <= now - KEPT))


def _check(known: Upload, piece: Piece) -> None:
    if piece.offset != known.offset:
        raise Refused(409, "offset_mismatch", offset=known.offset)
    if known.offset + len(piece.content) > known.length:
        raise Refused(413, "too_large", limit=known.length)
    if piece.sha256 is not None and hashlib.sha256(piece.content).digest() != piece.sha256:
        raise Refused(CHECKSUM_MISMATCH, "checksum_mismatch")


def _keep(connection: Connection, known: Upload, piece: Piece) -> None:
    if piece.content:
        row = {"upload_id": known.id, "offset": known.offset, "content": piece.content}
        connection.execute(sa.insert(upload_piece).values(**row))


def _whole(connection: Connection, upload_id: str) -> bytes:
    mine = sa.select(upload_piece.c.content).where(upload_piece.c.upload_id == upload_id)
    return b"".join(connection.execute(mine.order_by(upload_piece.c.offset)).scalars())


def _forget(connection: Connection, upload_ids: list[str]) -> None:
    if upload_ids:
        connection.execute(sa.delete(upload_piece).where(upload_piece.c.upload_id.in_(upload_ids)))
        connection.execute(sa.delete(upload).where(upload.c.id.in_(upload_ids)))

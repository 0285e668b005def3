"""Files of reports as a signed-in person has them: those the centre knows, and those still on their way.

Reading one may ask the network: call it off the main thread.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from desktop_app.api.errors import Garbage
from desktop_app.api.files import Files
from desktop_app.api.session import Centre, TokenSource
from desktop_app.domain import payloads
from desktop_app.domain.attachments import (
    MAX_BYTES,
    Attachment,
    Variant,
    attachment_id,
    media_type_of,
    plain_name,
    sha256_of,
)
from desktop_app.domain.workflow import Command
from desktop_app.store.uploads import NewFile, NoSuchContent

if TYPE_CHECKING:
    from desktop_app.domain.outbox import Pending
    from desktop_app.store.account import AccountStore
    from desktop_app.sync.turns import Setback
    from desktop_app.sync.upload import UploadLoop

_STOP_SECONDS: Final = 0.5


class FileRefused(Exception):
    """A file cannot be attached; ``reason``: ``file_empty``, ``file_too_large``, ``file_type``."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.name = name


@dataclass(frozen=True, slots=True)
class FileToAttach:
    """A file that a person adds: its name, its content, and a small JPEG of it for lists, if any."""

    name: str
    content: bytes
    thumbnail: bytes | None = None

    @classmethod
    def read(cls, path: Path, thumbnail: bytes | None = None) -> Self:
        """Read a file from disk; raise OSError, and ``FileRefused`` before a huge one is in memory."""
        if path.stat().st_size > MAX_BYTES:
            raise FileRefused("file_too_large", path.name)
        return cls(path.name, path.read_bytes(), thumbnail)

    def checked(self) -> NewFile:
        """Return the file as it is kept for the centre; raise ``FileRefused``."""
        if not self.content:
            raise FileRefused("file_empty", self.name)
        if len(self.content) > MAX_BYTES:
            raise FileRefused("file_too_large", self.name)
        media_type = media_type_of(self.content)
        if media_type is None:
            raise FileRefused("file_type", self.name)
        return NewFile(sha256_of(self.content), media_type, self.content)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of a report as a list shows it; ``waiting``: the centre does not have it yet."""

    id: str
    sha256: str
    name: str
    media_type: str
    size: int
    by_name: str
    at: datetime
    has_thumbnail: bool
    redacts: str | None = None
    waiting: bool = False


class ReportFiles:
    """The files of the reports in one person's store. Methods may be called from any thread."""

    def __init__(
        self, centre: Centre, token: TokenSource, store: AccountStore, own_name: str, outgoing: UploadLoop
    ) -> None:
        """``outgoing`` sends those that wait; what is read here goes over a session of its own."""
        self._session = centre.open()
        self._files = Files(self._session, token)
        self._store = store
        self._own_name = own_name
        self._outgoing = outgoing
        self._turn = threading.Lock()
        self._stopped = False

    def of(self, report_id: str) -> list[ReportFile]:
        """Return the files of a report, those that wait last."""
        known = [_known(one) for one in self._store.attachments.of(report_id)]
        ids = {one.id for one in known}
        waiting = (one for pending in self._store.outbox.pending(report_id) for one in self._waiting(pending))
        return known + [one for one in waiting if one.id not in ids]

    def _waiting(self, pending: Pending) -> list[ReportFile]:
        event = pending.event
        if event.type is not Command.ATTACH:
            return []
        payload = payloads.decode(Command.ATTACH, event.payload)
        assert isinstance(payload, payloads.Attach)  # noqa: S101 - the shape of that command
        kept = {upload.sha256: upload for upload in self._store.uploads.of_event(event.id)}
        names = payload.names or ("",) * len(payload.sha256)
        small = payload.thumbnails or ("",) * len(payload.sha256)
        return [
            ReportFile(
                id=attachment_id(event.entity_id, sha256), sha256=sha256, name=plain_name(name),
                media_type=kept[sha256].media_type, size=kept[sha256].size, by_name=self._own_name,
                at=event.occurred_at, has_thumbnail=bool(thumbnail), redacts=payload.redacts, waiting=True,
            )
            for sha256, name, thumbnail in zip(payload.sha256, names, small, strict=True)
            if sha256 in kept
        ]  # fmt: skip

    def open(self, file: ReportFile, report_id: str, variant: Variant = Variant.COPY) -> bytes:
        """Return the content of a file: from this computer where it is here, else from the centre.

        A file that waits is returned as it was added. Raises ``ApiError``, ``StoreError``.
        """
        if file.waiting:
            return self._store.uploads.content(report_id, file.sha256)
        return self.fetch(file.id, variant)

    def fetch(self, attachment: str, variant: Variant = Variant.COPY) -> bytes:
        """Return a file that the centre has; raise ``ApiError``, ``StoreError``.

        What arrives must be what the feed announced; originals are never kept on this computer.
        """
        kept = self._store.attachments.content(attachment, variant)
        if kept is not None:
            return kept
        known = self._store.attachments.get(attachment)
        if known is None:
            raise NoSuchContent
        content = self._fetched(attachment, variant)
        if variant is not Variant.THUMBNAIL and sha256_of(content) != _announced(known, variant):
            raise Garbage("content")
        if variant is not Variant.ORIGINAL:
            self._store.attachments.keep(attachment, variant, content)
        return content

    def _fetched(self, attachment: str, variant: Variant) -> bytes:
        with self._turn:
            try:
                return self._files.fetch(attachment, variant)
            finally:
                if self._stopped:
                    self._session.close()

    def setback(self, event_id: str) -> Setback | None:
        """Return what keeps a file of a waiting event back, and when it is tried next; None: nothing does."""
        turns = self._outgoing.turns
        met = (turns.setback(one.position) for one in self._store.uploads.of_event(event_id) if not one.sent)
        return next((one for one in met if one is not None), None)

    def sent_of(self, position: int) -> int:
        """Return how many bytes of a waiting file (its position in the store) are at the centre already."""
        return self._outgoing.arrived(position)

    def send_now(self) -> None:
        """Try every file that waits for its turn at once: the person asks."""
        self._outgoing.try_all()

    def stop(self) -> None:
        """Break what hangs and give the connections back: the desk is left. Idempotent.

        What still looks for the centre's address then gives them back itself.
        """
        self._stopped = True
        self._session.stop()
        if self._turn.acquire(timeout=_STOP_SECONDS):
            try:
                self._session.close()
            finally:
                self._turn.release()


def _announced(known: Attachment, variant: Variant) -> str:
    return known.sha256 if variant is Variant.ORIGINAL else known.copy_sha256


def _known(one: Attachment) -> ReportFile:
    return ReportFile(
        id=one.id, sha256=one.sha256, name=one.name, media_type=one.media_type, size=one.size,
        by_name=one.by_name, at=one.at, has_thumbnail=one.thumbnail is not None, redacts=one.redacts,
    )  # fmt: skip

"""The upload thread: files go up beside everything else, so that a note never waits behind a photo.

Each file is announced once and goes on, after a cut or a kill, where the centre says it stands. What the
centre will not take makes its event need a person; the event itself goes out when its last file is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop_app.api.errors import Refused, TooLarge
from desktop_app.api.files import Files, OffsetMismatch, UploadGone
from desktop_app.api.session import Centre, TokenSource
from desktop_app.domain.outbox import OutboxState
from desktop_app.news import OutboxChanged, ReportsChanged
from desktop_app.store.sync_log import Passed
from desktop_app.store.uploads import Upload
from desktop_app.sync.loop import Loop

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_NAME: Final = "upload"
_MOST_RESTARTS: Final = 5
CHECKSUM_MISMATCH: Final = 460


class UploadLoop:
    """Sends what files wait. ``delivered`` is called when one has arrived whole, or was refused for good."""

    def __init__(
        self,
        centre: Centre,
        token: TokenSource,
        store: AccountStore,
        failed: Callable[[Exception], None],
        publish: Callable[[object], None],
        delivered: Callable[[], None],
    ) -> None:
        self._session = centre.open()
        self._files = Files(self._session, token)
        self._store = store
        self._publish = publish
        self._delivered = delivered
        self._loop = Loop(_NAME, self._step, failed, self._session.stop, close=self._session.close)
        self.start, self.wake = self._loop.start, self._loop.wake
        self.ask_to_stop, self.stop = self._loop.ask_to_stop, self._loop.stop

    def _step(self) -> None:
        while (upload := self._store.uploads.next()) is not None:
            try:
                send_file(self._files, self._store, upload)
            except (Refused, TooLarge) as refused:
                self._give_up(upload, refused)
            self._publish(ReportsChanged((upload.report_id,)))
            self._delivered()

    def _give_up(self, upload: Upload, refused: Refused | TooLarge) -> None:
        rule = refused.reason if isinstance(refused, Refused) else refused.code
        if self._store.outbox.refuse(upload.event_id, {"status": "rejected", "rule": rule}):
            self._publish(OutboxChanged(upload.event_id, upload.report_id, OutboxState.NEEDS_PERSON))


def send_file(files: Files, store: AccountStore, upload: Upload) -> None:
    """Bring one file to the centre, whole; raise ``Refused`` where it is not taken, and ``ApiError``."""
    location = upload.location
    for _ in range(_MOST_RESTARTS):
        try:
            if location is None:
                location = files.announce(upload.report_id, upload.size, upload.sha256)
                store.uploads.located(upload, location)
                offset = 0
            else:
                offset = files.standing(location)
            _send_on(files, store, upload, location, offset)
        except UploadGone:
            location = None
            store.uploads.located(upload, None)
        except OffsetMismatch:
            continue
        except Refused as refused:
            if refused.status != CHECKSUM_MISMATCH:
                store.uploads.located(upload, None)
                raise
        else:
            store.uploads.done(upload)
            with store.write() as tx:
                store.log.note(tx, Passed.UPLOADED, report=upload.report_id)
            return
    raise Refused("upload_restarted_too_often", 409)


def _send_on(files: Files, store: AccountStore, upload: Upload, location: str, offset: int) -> None:
    while offset < upload.size:
        offset = files.send_piece(location, offset, store.uploads.piece(upload, offset))

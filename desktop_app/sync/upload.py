"""The upload thread: files go up beside everything else, so that a note never waits behind a photo.

Each file is announced once and goes on, after a cut or a kill, where the centre says it stands. What the
centre will not take makes its event need a person; the event itself goes out when its last file is there.
What goes wrong with one file (``_OWN``) makes that file wait; what is wrong with the line stops them all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop_app.api.errors import ApiError, Garbage, Refused, ServerBroken, TooLarge, Unreachable
from desktop_app.api.files import Files, OffsetMismatch, UploadGone
from desktop_app.api.session import Centre, TokenSource
from desktop_app.domain.outbox import OutboxState
from desktop_app.news import FileMoved, OutboxChanged, ReportsChanged
from desktop_app.store.sync_log import Passed
from desktop_app.store.uploads import NoSuchContent, Upload
from desktop_app.sync.loop import LAG_SECONDS, Loop
from desktop_app.sync.turns import Turns

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_NAME: Final = "upload"
_MOST_RESTARTS: Final = 5
CHECKSUM_MISMATCH: Final = 460
_OWN: Final = (Unreachable, ServerBroken, Garbage)


class UploadLoop:
    """Sends what files wait. ``delivered`` is called when one has arrived whole, or was refused for good."""

    def __init__(
        self,
        centre: Centre,
        token: TokenSource,
        store: AccountStore,
        failed: Callable[[Exception], None],
        publish: Callable[[object], None],
        delivered: Callable[[], object],
        turns: Turns | None = None,
    ) -> None:
        self._session = centre.open()
        self._files = Files(self._session, token)
        self._store = store
        self._publish = publish
        self._delivered = delivered
        self.turns = turns or Turns()
        self._arrived: dict[int, int] = {}
        self._loop = Loop(
            _NAME, self._step, failed, self._session.stop, lag=LAG_SECONDS, close=self._session.close
        )
        self.start, self.wake = self._loop.start, self._loop.wake
        self.ask_to_stop, self.stop = self._loop.ask_to_stop, self._loop.stop

    def try_all(self) -> None:
        """Contact is back, or a person asks: no file waits for its turn any longer."""
        self.turns.all_at_once()
        self.wake()

    def arrived(self, position: int) -> int:
        """Return how many bytes of a file are known to be at the centre; from any thread."""
        return self._arrived.get(position, 0)

    def _moved(self, upload: Upload, offset: int) -> None:
        self._arrived[upload.position] = offset
        self._publish(FileMoved(upload.report_id, upload.sha256, offset, upload.size))

    def _step(self) -> float | None:
        while (upload := self._store.uploads.next(self.turns.waiting())) is not None:
            try:
                send_file(self._files, self._store, upload, partial(self._moved, upload))
            except (Refused, TooLarge, NoSuchContent) as refused:
                self._give_up(upload, refused)
            except _OWN as failure:
                if _is_the_lines(failure):
                    raise
                self._let_wait(upload, failure)
                continue
            self.turns.over(upload.position)
            self._arrived.pop(upload.position, None)
            self._publish(ReportsChanged((upload.report_id,)))
            self._delivered()
        return self.turns.next_turn()

    def _give_up(self, upload: Upload, refused: Refused | TooLarge | NoSuchContent) -> None:
        rule = refused.reason if isinstance(refused, Refused) else refused.code
        if self._store.outbox.refuse(upload.event_id, {"status": "rejected", "rule": rule}):
            self._publish(OutboxChanged(upload.event_id, upload.report_id, OutboxState.NEEDS_PERSON))

    def _let_wait(self, upload: Upload, failure: ApiError) -> None:
        """The file waits by itself; the sync window says why."""
        self.turns.failed(upload.position, failure.code)
        self._publish(OutboxChanged(upload.event_id, upload.report_id, OutboxState.READY))


def _is_the_lines(failure: ApiError) -> bool:
    """Nothing could be sent at all: the next file would fare no better."""
    return isinstance(failure, Unreachable) and not failure.sent


def _unheard(_offset: int) -> None:
    """Nobody follows how far a file has come."""


def send_file(
    files: Files, store: AccountStore, upload: Upload, moved: Callable[[int], None] = _unheard
) -> None:
    """Bring one file to the centre, whole; ``moved`` hears how many bytes are there.

    Raises ``Refused`` where it is not taken, ``NoSuchContent`` where it was taken back, ``ApiError``.
    """
    location = upload.location
    for _ in range(_MOST_RESTARTS):
        try:
            if location is None:
                location = files.announce(upload.report_id, upload.size, upload.sha256)
                store.uploads.located(upload, location)
                offset = 0
            else:
                offset = files.standing(location)
            while offset < upload.size:
                moved(offset)
                offset = files.send_piece(location, offset, store.uploads.piece(upload, offset))
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

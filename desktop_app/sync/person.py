"""Everything that keeps one signed-in person's store and the centre together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.api.session import Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.news import Contact, DirectoryChanged, NoticesCame, ReportsChanged, SyncStatus
from desktop_app.store.errors import StoreError
from desktop_app.store.sync_log import Passed
from desktop_app.sync.engine import Engine
from desktop_app.sync.marking import MarkingLoop
from desktop_app.sync.presence import Presence
from desktop_app.sync.pull import Pull
from desktop_app.sync.push import Push
from desktop_app.sync.status import StatusBoard
from desktop_app.sync.upload import UploadLoop

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.clock import Clock
    from desktop_app.store.account import AccountStore


class PersonSync:
    """The four threads of a session, and the state they show."""

    def __init__(
        self,
        centre: Centre,
        token: PersonToken,
        store: AccountStore,
        bus: Bus,
        clock: Clock,
        contact: Contact = Contact.NEVER,
        before_sending: Callable[[], None] = lambda: None,
    ) -> None:
        """``contact`` is what the sign-in found; ``before_sending`` runs off the main thread at each push."""
        self.token = token
        self._store = store
        self._listener: Callable[[object], None] = bus.publish
        self._contact = Contact.NEVER
        self._board = StatusBoard(store, self._publish, clock.now, contact)
        engine = Engine(store, self._publish, clock.now)
        self._push = Push(
            centre, token, store, engine, self._board, clock.now,
            delivered=self._delivered, before=before_sending,
        )  # fmt: skip
        self.uploads = UploadLoop(centre, token, store, self._board.failed, self._publish, self._push.wake)
        self.presence = Presence(centre, token, self._publish)
        self._pull = Pull(centre, token, engine, self._board, online=self._back_online, tick=self._tick)
        self._marking = MarkingLoop(store, self._board, self._publish)

    @property
    def status(self) -> SyncStatus:
        """The latest state."""
        return self._board.status

    def start(self) -> None:
        """Begin all directions."""
        self._board.recount()
        self._publish(self._board.status)  # the strip is new: it has heard nothing yet
        self._marking.look()
        self._pull.start()
        self._push.start()
        self.uploads.start()
        self.presence.start()

    def wake(self) -> None:
        """The outbox changed: it is counted anew by who sends it, or here while that one is under way."""
        if not self._push.wake():
            self._board.recount()
        self.uploads.wake()

    def reconnect(self) -> None:
        """There are new tokens, or a reason to try at once."""
        self._board.recount()
        self._pull.retry()
        self._back_online()

    def only_send(self, progress: Callable[[], None]) -> None:
        """Fetch nothing and publish nothing any more; ``progress`` is called instead of each news."""
        self._listener = lambda _: progress()
        self._pull.stop()
        self.presence.stop()
        self._marking.stop()
        self._back_online()

    def stop(self) -> None:
        """End the threads, within a second. Idempotent."""
        threads = (self._pull, self._push, self.uploads, self.presence, self._marking)
        for each in threads:
            each.ask_to_stop()
        for each in threads:
            each.stop()

    def _back_online(self) -> None:
        """What waits may go out: events and files, those too that wait for their turn."""
        self._push.wake()
        self.uploads.try_all()

    def _publish(self, news: object) -> None:
        if isinstance(news, SyncStatus) and news.contact is not self._contact:
            self._contact = news.contact
            self._note_contact(news)
        if isinstance(news, DirectoryChanged) and self._has_other_rights():
            self._listener(ReportsChanged(()))
        self._listener(news)

    def _has_other_rights(self) -> bool:
        """Whether a colleague's absence has come to hold, or ended; the store marks its reports by it."""
        with suppress(StoreError):
            return self._store.follow_delegations()
        return False

    def _note_contact(self, status: SyncStatus) -> None:
        """Tell the log; a store that takes nothing any more has other worries."""
        online = status.contact is Contact.ONLINE
        data = {} if online else {"error": status.error or "unreachable"}
        with suppress(StoreError), self._store.write() as tx:
            self._store.log.note(tx, Passed.ONLINE if online else Passed.OFFLINE, **data)

    def _delivered(self) -> None:
        self._pull.delivered()
        self.uploads.wake()  # what stood in the way of a file's event may be gone, or a file be lacking

    def _tick(self) -> None:
        """Let deadlines that passed show in the inbox, and absences begin and end."""
        if self._store.follow_delegations():
            self._listener(DirectoryChanged())
            self._listener(ReportsChanged(()))
        self._marking.look()
        changed = self._store.tick()
        if changed:
            self._publish(ReportsChanged(changed))
        told = self._store.notices.look(first_sync=self._store.sync_state.staging)
        if told:
            self._publish(NoticesCame(told))

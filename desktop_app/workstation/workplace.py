"""An enrolled workstation: its identity, its terminal's store, what it believes, its own exchanges.

It stands whether or not anybody is signed in: the check-in runs on it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import release
from desktop_app.api.session import Centre
from desktop_app.api.terminals import Access
from desktop_app.api.terminals import Terminal as TerminalResource
from desktop_app.api.tokens import WorkstationToken
from desktop_app.attendance.journal_row import TerminalSigner
from desktop_app.attendance.judgement import Judge
from desktop_app.attendance.meanwhile import Meanwhile
from desktop_app.attendance.tap import TapDesk, Terminal
from desktop_app.domain.attendance import TapKind
from desktop_app.domain.deadlines import default_calendar
from desktop_app.news import Contact
from desktop_app.sync.attendance import Attendance, Identity
from desktop_app.sync.journal import JournalSync
from desktop_app.sync.refresh import Refresh
from desktop_app.sync.terminal_board import TerminalBoard
from desktop_app.trust.document_anchors import DocumentAnchors
from desktop_app.trust.state import TrustState
from desktop_app.workstation.enrol import Enrolment

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.clock import Clock
    from desktop_app.store.journal_check import Fault
    from desktop_app.store.terminal import TerminalStore

_log = logging.getLogger(__name__)
SHORTEST_REPEAT, LONGEST_REPEAT = 5.0, 300.0
"""Seconds: bounds of the policy's window within which a tap is the same tap again."""
SHORTEST_KEPT, LONGEST_KEPT = 30.0, 3660.0
"""Days: bounds of the policy's time for which journal rows stay here after their receipt."""


class Workplace:
    """What ``core`` holds once the workstation is enrolled."""

    def __init__(
        self,
        enrolment: Enrolment,
        key: ec.EllipticCurvePrivateKey,
        store: TerminalStore,
        bus: Bus,
        clock: Clock,
        pinned_ca: Path | None = None,
    ) -> None:
        """``pinned_ca``: the authorities (PEM) that alone may vouch for the centre."""
        self.enrolment = enrolment
        self.store = store
        self.clock = clock
        self.centre = Centre(enrolment.server_url, key, clock, release.build(), pinned_ca)
        self.trust = TrustState(store, enrolment.server_url, enrolment.bundle)
        store.journal_kept = self._journal_kept
        self.document_anchors = DocumentAnchors(store.anchors)
        signer = TerminalSigner(key)
        self._meanwhile = Meanwhile()
        self.desk = TapDesk(
            Terminal(enrolment.terminal_id, signer),
            store,
            self._judge,
            clock,
            offline=self._is_offline,
            written=self._written,
            meanwhile=self._meanwhile,
        )
        identity = Identity(enrolment.terminal_id, enrolment.key_class, signer)
        self._attendance = Attendance(store, identity, lambda: self.trust.bundle, clock.now)
        token = WorkstationToken(enrolment.workstation_id, enrolment.bundle.token_url, key)
        self._access = Access(self.centre, token, enrolment.terminal_id)
        self.sync = JournalSync(
            self._access,
            self._attendance,
            Refresh(store, self.trust, self._list_updated),
            TerminalBoard(store, self.trust, clock.now, bus.publish),
            wipe=bus.publish,
            heard=self.keep_time,
        )
        self._on_duty = False
        self.journal_fault: Fault | None = None

    def start(self) -> None:
        """Begin the terminal's exchanges."""
        self.store.prune()  # at each start, too: not every computer runs for a day
        self.store.journal.begin_epoch(self.enrolment.epoch)
        self.sync.start()

    def stop(self) -> None:
        """End them and close the terminal's store. Idempotent."""
        self.off_duty()
        self._meanwhile.stop()
        self.sync.stop()
        self.keep_time()
        self.store.close()

    def _journal_kept(self) -> timedelta:
        days = self.trust.bundle.limit("journal_days")
        return timedelta(days=min(max(days, SHORTEST_KEPT), LONGEST_KEPT))

    @contextmanager
    def resource(self) -> Iterator[TerminalResource]:
        """This terminal at the centre, over a session of its own: for an act beside the exchanges."""
        with closing(self.centre.open()) as session:
            yield self._access.over(session)

    def on_duty(self) -> None:
        """The check-in opens for the first time in this run: the journal's tail is checked, and says so.

        A fault is told and keeps nobody from being counted; whoever verifies the whole finds it again.
        """
        if not self._on_duty:
            self._on_duty = True
            self.journal_fault = self.store.journal.verify_tail().fault
            if self.journal_fault is not None:
                _log.error("the journal's tail does not hold: %s", self.journal_fault.what)
            self.desk.note(TapKind.BOOT)
            threading.Thread(target=self.trust.cards.warm_up, daemon=True).start()

    def warm_up(self) -> None:
        """Have loaded what trust and requests need; for a thread that nobody waits for."""
        from desktop_app.api import line_adapter  # noqa: F401 - loading is the purpose

        self.trust.cards.warm_up()
        if self.trust.bundle.calendar is None:
            default_calendar()

    def off_duty(self) -> None:
        """The program ends: the journal says so, and a checkpoint binds it."""
        if self._on_duty:
            self._on_duty = False
            self.desk.note(TapKind.SHUTDOWN)
            self._attendance.make_checkpoint()

    def _is_offline(self) -> bool:
        return self.sync.status.contact is not Contact.ONLINE

    def _written(self) -> None:
        self.sync.wake()

    def _judge(self) -> Judge:
        bundle = self.trust.bundle
        window = min(max(bundle.limit("repeat_window_seconds"), SHORTEST_REPEAT), LONGEST_REPEAT)
        return Judge(
            self.trust.cards,
            timedelta(seconds=window),
            numbers=bundle.allows("uid_check_in"),
            lane=self.enrolment.lane,
            site_stale=self.store.roster.site_stale(),
        )

    def _list_updated(self) -> None:
        if self._on_duty:
            self.desk.note(TapKind.LIST_UPDATE)

    def keep_time(self) -> None:
        """Have the store keep the highest time known to be over: a restart goes on from there."""
        highest = self.clock.highest_trusted()
        if highest is not None:
            self.store.trust.keep_highest_trusted(highest)

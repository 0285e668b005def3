"""Lost work brought back where there is one reader only: it is lent to two site admins, one after the other.

The person's session goes on meanwhile, for five minutes at most, and nothing but this can be done with it.
Their own card and its PIN end the loan; whatever else ends it locks the desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cardio import events
from desktop_app.cards.presented_card import read_card
from desktop_app.ceremonies import recovery
from desktop_app.ceremonies.recovery import ADMINS, Approval, NotEnrolled
from desktop_app.news import LockReason
from desktop_app.reception.hand_over import HandOver
from desktop_app.triage.approval import OtherCard

if TYPE_CHECKING:
    from desktop_app.core import Core

LIMIT_SECONDS: Final = 300.0
READ_SECONDS: Final = 20.0


class RecoveryTurns:
    """One loan of the reader, for one sealed copy; what blocks says so."""

    def __init__(self, core: Core, sealed: str) -> None:
        """Lend the reader of the person signed in; raise ``NotEnrolled`` where nobody is."""
        if core.session is None:
            raise NotEnrolled
        self._core, self._sealed = core, sealed
        self.reader = core.session.reader
        self._account = core.session.account_id
        self.approvals: tuple[Approval, ...] = ()
        self._own_card_left = False
        self._loan = HandOver(core.guard, core.bus, core.lock, LIMIT_SECONDS)
        self._forget = core.bus.subscribe(events.CardRemoved, self._left)
        self._loan.begin(self.reader)

    @property
    def is_approved(self) -> bool:
        """Whether as many admins have signed as it takes."""
        return len(self.approvals) >= ADMINS

    @property
    def minutes_left(self) -> int:
        """How long the reader is lent still; 0 when it is not any more."""
        return self._loan.minutes_left

    def approve(self, pin: bytearray) -> None:
        """Have the admin's card now in the reader sign; blocks, ``pin`` is wiped. Raises as ``approve``."""
        approval = recovery.approve(self._core, self.reader, pin, self._sealed, self.approvals)
        self.approvals = (*self.approvals, approval)

    def bring_back(self) -> int:
        """Have the work opened and taken over; return how many items. Blocks; raises as ``recovery`` does."""
        return recovery.bring_back(self._core, self._sealed, self.approvals)

    def take_back(self, pin: bytearray) -> None:
        """End the loan by the person's own card; blocks, ``pin`` is wiped.

        Raises ``OtherCard`` before any PIN is presented, and as a sign-in does.
        """
        try:
            seen = self._core.readers.submit(self.reader, read_card).result(READ_SECONDS)
            if seen.account_id != self._account:
                raise OtherCard
            self._core.sign_in.begin(self.reader, bytearray(pin)).result()
        finally:
            pin[:] = bytes(len(pin))
        self._loan.end()
        self.close()

    def give_up(self) -> None:
        """End the loan without the card's word: the desk locks, unless the card never left. Idempotent."""
        lent = self._loan.reader is not None
        if lent and not self._own_card_left:
            self._loan.end()
        self.close()
        if lent and self._own_card_left:
            self._core.lock(LockReason.CARD_REMOVED)

    def close(self) -> None:
        """Hear nothing more; what is lent stays so until the lock that follows. Idempotent."""
        self._forget()
        self._loan.close()

    def _left(self, event: events.CardRemoved) -> None:
        if event.reader == self.reader:
            self._own_card_left = True

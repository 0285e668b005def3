"""A new epoch for this terminal, after its journal was lost or rolled back: a supervisor's card signs for it.

What the centre has is neither forgotten nor overwritten: the new epoch's first row chains to the last
hash that arrived there, and the day is marked at the centre.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import jose
from desktop_app.cards import officer_card
from desktop_app.cards.officer_card import Duty, Entitled
from desktop_app.ceremonies.recovery import NotEnrolled
from desktop_app.domain.attendance import TapKind

if TYPE_CHECKING:
    from desktop_app.api.terminals import Terminal, TerminalHead
    from desktop_app.cards.officer_card import OfficerCard
    from desktop_app.core import Core
    from desktop_app.workstation.enrol import Enrolment
    from desktop_app.workstation.workplace import Workplace


def order(card: OfficerCard, terminal_id: str, head: TerminalHead, reason: str, now: datetime) -> str:
    """Return the supervisor's order over what the server has; raise ``CardError``."""
    claims = {
        "terminal_id": terminal_id, "old_epoch": head.epoch, "last_seq": head.next_expected_seq - 1,
        "head_hash": head.head_hash, "reason": reason, "iat": int(now.timestamp()),
    }  # fmt: skip
    return card.order(jose.Kind.EPOCH, claims)


def begin(workplace: Workplace, centre: Terminal, signed: str, enrolment_file: Path) -> Enrolment:
    """Have the order carried out, and go on in the new epoch; blocks on the network.

    Raises ``ApiError`` (``Refused``: ``epoch_stale``, ``not_entitled``), ``StoreError``, OSError.
    """
    epoch, chained_to = centre.begin_epoch(signed)
    workplace.store.journal.begin_epoch(epoch, chained_to)
    workplace.enrolment = replace(workplace.enrolment, epoch=epoch)
    workplace.enrolment.save(enrolment_file)
    workplace.desk.note(TapKind.BOOT)
    return workplace.enrolment


def carry_out(core: Core, reader: str, pin: bytearray, reason: str) -> Enrolment:
    """Begin a new epoch by the supervisor's card in ``reader``; blocks. ``pin`` is wiped.

    Raises as ``begin`` and ``officer_card.act``, and ``NotEnrolled``; nothing is signed before the centre
    has said where it stands.
    """
    try:
        workplace = core.workplace
        if workplace is None:
            raise NotEnrolled
        with workplace.resource() as centre:
            head, now = centre.head(), workplace.clock.now()
            terminal = workplace.enrolment.terminal_id
            signed = officer_card.act(
                core.readers, reader, pin, Entitled(workplace.trust.cards, now, Duty.SUPERVISOR),
                lambda card: order(card, terminal, head, reason, now),
            )  # fmt: skip
            enrolment = begin(workplace, centre, signed, core.home.enrolment_file)
        workplace.sync.wake()
    finally:
        pin[:] = bytes(len(pin))
    return enrolment

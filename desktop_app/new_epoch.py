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
from desktop_app.domain.attendance import TapKind
from desktop_app.recovery import officer_order

if TYPE_CHECKING:
    from desktop_app.api.terminals import Terminal, TerminalHead
    from desktop_app.enrol import Enrolment
    from desktop_app.officer_card import OfficerCard
    from desktop_app.workplace import Workplace


def order(card: OfficerCard, terminal_id: str, head: TerminalHead, reason: str, now: datetime) -> str:
    """Return the supervisor's order over what the server has; raise ``CardError``."""
    claims = {
        "terminal_id": terminal_id, "old_epoch": head.epoch, "last_seq": head.next_expected_seq - 1,
        "head_hash": head.head_hash, "reason": reason, "iat": int(now.timestamp()),
    }  # fmt: skip
    return officer_order(card, jose.Kind.EPOCH, claims)


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

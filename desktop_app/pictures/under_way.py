"""How far one's own files of a report have travelled: waiting, halfway, arrived, or not taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.outbox import OutboxState
from desktop_app.store.account import AccountStore


class Stage(StrEnum):
    """The stations of a file on its way."""

    WAITING = "waiting"
    HALFWAY = "halfway"
    """Announced at the centre, part of it there perhaps: a cut goes on where it stopped."""
    ARRIVED = "arrived"
    REFUSED = "refused"
    """Its event needs a person."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One file on its way, and the event that brings it (taken back as a whole)."""

    sha256: str
    event_id: str
    stage: Stage
    size: int = 0
    sent: int = 0
    """Bytes known to be at the centre, of ``size``."""

    @property
    def may_be_taken_back(self) -> bool:
        """Tell whether undoing its event is still worth a try."""
        return self.stage in {Stage.WAITING, Stage.HALFWAY}


def share(files: Iterable[UnderWay]) -> float:
    """Return how much of these files together is at the centre, from 0 to 1."""
    sizes = [(each.sent, each.size) for each in files]
    whole = sum(size for _, size in sizes)
    return sum(sent for sent, _ in sizes) / whole if whole else 0.0


def under_way(
    store: AccountStore, report_id: str, sent_of: Callable[[int], int] = lambda _position: 0
) -> dict[str, UnderWay]:
    """Return the files of a report that the centre has not taken over yet, by their hash. Local, quick.

    ``sent_of`` tells the bytes that have arrived of the file at a position of the store.
    """
    pending = {each.event.id: each.state for each in store.outbox.pending(report_id)}
    found: dict[str, UnderWay] = {}
    for upload in store.uploads.of_report(report_id):
        state = pending.get(upload.event_id)
        if state is None:
            continue
        if state is OutboxState.NEEDS_PERSON:
            stage = Stage.REFUSED
        elif upload.sent:
            stage = Stage.ARRIVED
        else:
            stage = Stage.HALFWAY if upload.location else Stage.WAITING
        sent = upload.size if stage is Stage.ARRIVED else sent_of(upload.position)
        found[upload.sha256] = UnderWay(upload.sha256, upload.event_id, stage, upload.size, sent)
    return found

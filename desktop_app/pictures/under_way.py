"""How far one's own files of a report have travelled: waiting, halfway, arrived, or not taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.outbox import OutboxState
from desktop_app.store.account import AccountStore


class Stage(StrEnum):
    """The stations of a file on its way."""

    WAITING = "waiting"
    HALFWAY = "halfway"
    """Announced at the centre: a cut goes on where it stopped."""
    ARRIVED = "arrived"
    REFUSED = "refused"
    """Its event needs a person."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """One file on its way, and the event that brings it (taken back as a whole)."""

    sha256: str
    event_id: str
    stage: Stage

    @property
    def may_be_taken_back(self) -> bool:
        """Tell whether undoing its event is still worth a try."""
        return self.stage in {Stage.WAITING, Stage.HALFWAY}


def under_way(store: AccountStore, report_id: str) -> dict[str, UnderWay]:
    """Return the files of a report that the centre has not taken over yet, by their hash. Local, quick."""
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
        found[upload.sha256] = UnderWay(upload.sha256, upload.event_id, stage)
    return found

"""Everything the reading pane shows of one report, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.workflow import Command
from desktop_app.session import Session
from desktop_app.store.errors import Unavailable
from desktop_app.store.reports import NoSuchReport
from desktop_app.triage.triage import DraftContent
from ui.commands.catalogue import offered
from ui.detail.ties import Tie, ties_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its timeline, what of mine is still on its way, my draft, and what I may do."""

    report: Report
    entries: tuple[Entry, ...]
    pending: tuple[Pending, ...]
    draft: DraftContent | None
    commands: tuple[Command, ...]
    ties: tuple[Tie, ...] = ()

    @property
    def needs_person(self) -> Pending | None:
        """The oldest of my commands on this report that the centre did not take."""
        return next((each for each in self.pending if each.state is OutboxState.NEEDS_PERSON), None)


def read(session: Session, report_id: str) -> Reading | None:
    """Return what is to be shown of ``report_id``; None when it left the scope or the desk is locked."""
    store, triage = session.store, session.triage
    try:
        report = store.reports.get(report_id)
        return Reading(
            report=report,
            entries=tuple(store.entries.of(report_id)),
            pending=tuple(store.outbox.pending(report_id)),
            draft=triage.draft(report_id),
            commands=offered(report, triage.legal(report)),
            ties=ties_of(report, lambda id_: store.reports.get(id_) if store.reports.has(id_) else None),
        )
    except (NoSuchReport, Unavailable):
        return None


def after(session: Session, before: Reading, pending: Pending) -> Reading:
    """Return ``before`` as my command ``pending``, which is committed, leaves it; the store is not asked."""
    triage = session.triage
    report = triage.after(before.report, pending)
    return replace(
        before,
        report=report,
        pending=(*before.pending, pending),
        commands=offered(report, triage.legal(report)),
    )

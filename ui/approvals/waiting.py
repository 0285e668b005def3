"""Which answers wait for this leader's approval, as the store has them now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State
from desktop_app.store.inbox_query import InboxQuery, QuickFilter

if TYPE_CHECKING:
    from desktop_app.session import Session

MOST = 50
"""Answers in one round: more than one sitting, and one message to the centre."""


def waiting(session: Session) -> list[Report]:
    """Return the answers that wait for this leader, the most urgent first; raises ``StoreError``."""
    inbox = session.store.inbox
    query = InboxQuery(filter=QuickFilter.WAITING_FOR_ME, states=(State.AWAITING_APPROVAL,))
    return to_approve(session, [row.id for row in inbox.rows(inbox.ids(query, MOST))])


def to_approve(session: Session, ids: Sequence[str]) -> list[Report]:
    """Return those of ``ids`` that are here and this leader's to approve; raises ``StoreError``."""
    reports = session.store.reports
    here = [reports.get(report_id) for report_id in ids if reports.has(report_id)]
    return [each for each in here if each.answer and Command.APPROVE in session.triage.legal(each)]

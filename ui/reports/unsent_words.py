"""How a line of unsent work reads: on which report it is, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.store.reports import NoSuchReport
from ui.language import translate
from ui.reports.words import outbox_word
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.domain.outbox import Pending
    from desktop_app.store.account import AccountStore


def report_title(store: AccountStore, report_id: str) -> str:
    """Return code and title of the report."""
    try:
        report = store.reports.get(report_id)
    except NoSuchReport:
        return translate("Sync", "a report no longer with you")
    return f"{report.code} · {report.title}"


def standing(pending: Pending) -> str:
    """Return where the command stands, with the centre's reason where it was refused."""
    rule = pending.problem.get("rule")
    state = outbox_word(pending.state)
    return f"{state}: {sentence(str(rule)).title}" if rule else state

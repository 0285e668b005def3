"""How a line of unsent work reads: on which report it is, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.hotline import HANDOVER, HotlineCommand
from desktop_app.domain.outbox import OutboxState
from desktop_app.store.reports import NoSuchReport
from ui.language import translate
from ui.vocabulary.refusals import refusal
from ui.vocabulary.words import outbox_word

if TYPE_CHECKING:
    from desktop_app.domain.outbox import Event, Pending
    from desktop_app.store.account import AccountStore

_NEEDS = OutboxState.NEEDS_PERSON


def report_title(store: AccountStore, report_id: str) -> str:
    """Return code and title of the report."""
    try:
        report = store.reports.get(report_id)
    except NoSuchReport:
        return translate("Sync", "no longer with you")
    return f"{report.code} · {report.title}"


def unsent_title(store: AccountStore, event: Event) -> str:
    """Return what an event is about: a report, a call that is none yet, or a shift."""
    if event.type is HotlineCommand.RECEIVE and not event.payload.get("joins"):
        words = translate("Sync", "No. {number} · {title}")
        return words.format(number=event.payload.get("reference"), title=event.payload.get("title"))
    if event.entity == HANDOVER:
        return translate("Sync", "Shift of the hotline")
    return report_title(store, event.entity_id)


def loss(count: int) -> str:
    """Return what losing the card would cost, where the policy has no recovery key."""
    return translate("SignOut", "Losing the card loses the unsent work ({count}).").format(count=count)


def standing(pending: Pending) -> str:
    """Return where the command stands, with the reason where a person must decide."""
    state = outbox_word(pending.state)
    return f"{state} · {refusal(pending.problem).title}" if pending.state is _NEEDS else state

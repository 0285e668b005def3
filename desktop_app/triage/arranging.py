"""Arranges absences, work handed over, lists of the unit and campaigns: asked of the centre, not queued.

What was arranged comes back over the feed, to everybody it concerns. Each call is one exchange over a
connection of its own: off the main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.api import events
from desktop_app.api.events import Status
from desktop_app.domain import payloads
from desktop_app.domain.delegation import HandedDraft, Takeover
from desktop_app.domain.ids import new_id
from desktop_app.domain.matters import ENTITY, MatterCommand, Payload, decode
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.triage.triage import DraftContent

if TYPE_CHECKING:
    from desktop_app.api.session import Centre, TokenSource
    from desktop_app.store.account import AccountStore
    from desktop_app.triage.triage import Triage


class ArrangingRefused(Exception):
    """The centre said no; ``refusal`` is its rule, ``field`` the entry at fault, if one is."""

    def __init__(self, refusal: str, field: str | None = None) -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.field = field


class Arranging:
    """What one signed-in person arranges."""

    def __init__(self, centre: Centre, token: TokenSource, now: Callable[[], datetime]) -> None:
        self._centre, self._token, self._now = centre, token, now

    def send(self, command: MatterCommand, payload: Payload, entity_id: str | None = None) -> str:
        """Have the centre carry ``command`` out; return the id of what it concerns (a new one without it).

        Raises ``PayloadInvalid``, ``ArrangingRefused``, ``ApiError``.
        """
        concerned = entity_id or new_id()
        raw = payloads.encode(payload)
        decode(command, raw)
        event = SentEvent(
            new_id(), str(command), ENTITY[command], concerned, 0, self._now(), raw, touches=(concerned,)
        )
        with closing(self._centre.open()) as session:
            result = events.send(session, self._token, [event]).results.get(event.id)
        if result is None or result.status not in {Status.APPLIED, Status.DUPLICATE}:
            raise _refusal(result)
        return concerned


def _refusal(result: events.EventResult | None) -> Exception:
    if result is None:
        return ArrangingRefused("not_found")
    if result.rule == "payload":
        return PayloadInvalid(result.field or "payload", "malformed")
    return ArrangingRefused(result.rule or str(result.status), result.field)


def open_work(store: AccountStore, person_id: str) -> int:
    """Return how many open reports of this store ``person_id`` owns."""
    sql = "SELECT count(*) FROM inbox WHERE owner = ? AND open = 1"
    with store.reader() as connection:
        return int(connection.value(sql, (person_id,)))


def drafts_to_hand(store: AccountStore) -> tuple[HandedDraft, ...]:
    """Return the newest draft of each report of this store that is still open."""
    sql = "SELECT DISTINCT d.report_id FROM draft d JOIN inbox i ON i.id = d.report_id WHERE i.open = 1"
    with store.reader() as connection:
        ids = [report_id for (report_id,) in connection.rows(sql)]
    latest = ((report_id, store.drafts.latest(report_id)) for report_id in ids)
    return tuple(HandedDraft(one, draft.text, draft.outcome) for one, draft in latest if draft is not None)


def keep_drafts(triage: Triage, taken: Takeover) -> int:
    """Make the drafts of work taken over one's own, where one has none; return how many."""
    kept = 0
    for each in taken.drafts:
        if triage.draft(each.report_id) is None:
            triage.save_draft(each.report_id, DraftContent(each.text, each.outcome))
            kept += 1
    return kept

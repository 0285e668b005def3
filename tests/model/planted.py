"""Defects planted one at a time, each of which breaks one invariant: the histories must find every one.

``python -m tests.model --planted`` tells how long each took. A model that misses one is blind there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from unittest.mock import patch

from desktop_app.api.changes import ChangeLine, Page
from desktop_app.api.errors import ApiError
from desktop_app.domain import workflow
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import Command, State
from desktop_app.sandbox import commands, event_log, feed
from desktop_app.sandbox.auth.caller import Callers, Credentials, Person
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import People
from desktop_app.sandbox.tables import event_log as log_table
from desktop_app.store import reports
from desktop_app.store.account import AccountStore
from desktop_app.store.database import Transaction
from desktop_app.store.outbox import OutboxTable
from desktop_app.store.outbox_moves import move
from desktop_app.store.outbox_sender import OutboxSender
from desktop_app.sync.engine import Engine, Pulled

S = OutboxState


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong, the invariant it breaks, and how it is put in for the length of a ``with`` block."""

    name: str
    breaks: str
    patches: Callable[[], Sequence[Any]]

    def planted(self) -> ExitStack:
        """Return the block in which the defect is there."""
        stack = ExitStack()
        for one in self.patches():
            stack.enter_context(one)
        return stack


# --- the desk's ----------------------------------------------------------------------------------------


def _delivered_in_good_faith() -> Sequence[Any]:
    def undelivered(engine: Engine, events: list[Event], _failure: ApiError) -> None:
        with engine._store.write() as tx:
            for event in events:
                engine._store.outbox.settle(tx, event.id, {"status": "applied"})

    return [patch.object(Engine, "_undelivered", undelivered)]


def _failed_where_unknown() -> Sequence[Any]:
    def lost_contact(outbox: OutboxSender, event_ids: tuple[str, ...]) -> None:
        with outbox._database.write() as tx:
            for id_ in event_ids:
                move(tx, id_, S.NEEDS_PERSON, (S.SENDING,), {"status": "conflict"})

    return [patch.object(OutboxSender, "lost_contact", lost_contact)]


def _sent_under_another_id() -> Sequence[Any]:
    def lost_contact(outbox: OutboxSender, event_ids: tuple[str, ...]) -> None:
        with outbox._database.write() as tx:
            for id_ in event_ids:
                move(tx, id_, S.READY, (S.SENDING,))
                tx.connection.execute("UPDATE outbox SET id = ? WHERE id = ?", (new_id(), id_))

    return [patch.object(OutboxSender, "lost_contact", lost_contact)]


def _undone_on_its_way() -> Sequence[Any]:
    def cancel(outbox: OutboxTable, event_id: str) -> bool:
        with outbox._database.write() as tx:
            return outbox._end(tx, event_id, S.CANCELLED, (S.HELD, S.READY, S.UNKNOWN))

    return [patch.object(OutboxTable, "cancel", cancel)]


def _held_by_a_wrong_clock() -> Sequence[Any]:
    def release_due(outbox: OutboxSender, now: datetime) -> tuple[Pending, ...]:
        with outbox._database.write() as tx:
            due = [p for p in outbox.waiting() if p.state is S.HELD and p.held_until and p.held_until <= now]
            return tuple(p for p in due if move(tx, p.event.id, S.READY, (S.HELD,)))

    return [patch.object(OutboxSender, "release_due", release_due)]


def _sending_for_ever() -> Sequence[Any]:
    return [patch.object(OutboxSender, "recover_after_restart", lambda _outbox: ())]


def _no_reason_told() -> Sequence[Any]:
    real = OutboxSender.settle

    def settle(outbox: OutboxSender, tx: Transaction, event_id: str, result: Any) -> OutboxState | None:  # noqa: ANN401
        told = real(outbox, tx, event_id, result)
        tx.connection.execute("UPDATE outbox SET problem = ? WHERE id = ?", (b"{}", event_id))
        return told

    return [patch.object(OutboxSender, "settle", settle)]


def _never_offered_again() -> Sequence[Any]:
    return [patch.object(OutboxSender, "offer_again", lambda _outbox, _tx: None)]


def _cursor_before_rows() -> Sequence[Any]:
    real = Engine._take

    def take(engine: Engine, page: Page, told: Sequence[ChangeLine], *, staging: bool) -> Pulled:
        with engine._store.write() as tx:
            engine._store.sync_state.advance(tx, page.next)
        engine._publish(page)
        return real(engine, page, told, staging=staging)

    return [patch.object(Engine, "_take", take)]


def _nothing_swept() -> Sequence[Any]:
    return [patch.object(AccountStore, "_unseen", lambda _store, _tx, _table: iter(()))]


def _draft_overwritten() -> Sequence[Any]:
    """The schema lets no revision be changed or deleted: a newer one stands in front of it."""
    real = Engine._put

    def put(engine: Engine, tx: Transaction, line: ChangeLine, **more: bool) -> list[object]:
        drafts = engine._store.drafts
        if line.entity == "report" and drafts.latest(line.id) is not None:
            drafts.save(tx, line.id, "<0.0>", None, engine._now())
        return real(engine, tx, line, **more)

    return [patch.object(Engine, "_put", put)]


def _work_goes_with_its_report() -> Sequence[Any]:
    def strand(_outbox: OutboxSender, tx: Transaction, report_id: str) -> None:
        tx.connection.execute("DELETE FROM outbox WHERE entity_id = ?", (report_id,))

    return [patch.object(OutboxSender, "strand", strand)]


def _timeline_stays() -> Sequence[Any]:
    def remove(_table: reports.ReportTable, tx: Transaction, report_id: str) -> bool:
        tx.touch(report_id)
        return bool(tx.connection.execute("DELETE FROM report WHERE id = ?", (report_id,)))

    return [patch.object(reports.ReportTable, "remove", remove)]


def _terms_stay() -> Sequence[Any]:
    return [patch("desktop_app.store.search_text.forget_report", lambda _connection, _number: None)]


# --- the centre's --------------------------------------------------------------------------------------


def _forgets_what_it_did() -> Sequence[Any]:
    real = event_log.keep

    def keep(connection: Any, outcome: event_log.Outcome) -> None:  # noqa: ANN401 - SQLAlchemy's
        connection.execute(log_table.delete().where(log_table.c.id == outcome.id))
        real(connection, outcome)

    return [
        patch.object(event_log, "find", lambda _connection, _id: None),
        patch.object(event_log, "keep", keep),
    ]


def _knows_only_the_last() -> Sequence[Any]:
    """A request that comes late, behind others, is carried out again."""
    real_find, real_keep, last = event_log.find, event_log.keep, [""]

    def find(connection: Any, event_id: str) -> event_log.Logged | None:  # noqa: ANN401
        return real_find(connection, event_id) if event_id == last[0] else None

    def keep(connection: Any, outcome: event_log.Outcome) -> None:  # noqa: ANN401
        last[0] = outcome.id
        connection.execute(log_table.delete().where(log_table.c.id == outcome.id))
        real_keep(connection, outcome)

    return [patch.object(event_log, "find", find), patch.object(event_log, "keep", keep)]


def _overwrites_unseen() -> Sequence[Any]:
    return [patch.object(commands, "conflicts", lambda *_asked: False)]


def _silent_about_losses() -> Sequence[Any]:
    real = feed._change

    def change(seq: int, row: Any, visible: bool, was: bool) -> dict[str, Any] | None:  # noqa: ANN401
        return real(seq, row, visible, was) if visible else None

    return [patch.object(feed, "_change", change)]


def _silent_about_gains() -> Sequence[Any]:
    return [patch.object(People, "_announce", lambda *_asked: None)]


def _past_left_behind() -> Sequence[Any]:
    return [patch.object(Entities, "_dependents", lambda *_asked: [])]


def _blind_at_a_page_s_end() -> Sequence[Any]:
    real = feed.Feed._candidates

    def candidates(of: feed.Feed, connection: Any, position: Any, limit: int) -> Any:  # noqa: ANN401
        found = real(of, connection, position, limit)
        return found[: limit - 2] + found[limit - 1 :] if len(found) == limit > 1 else found

    return [patch.object(feed.Feed, "_candidates", candidates)]


def _rights_outlive_their_end() -> Sequence[Any]:
    """Whoever signs in is for ever what they were then."""
    real, known = Callers.person, dict[str, Person]()

    def person(callers: Callers, shown: Credentials) -> Person:
        found = real(callers, shown)
        return known.setdefault(found.actor.person_id, found)

    return [patch.object(Callers, "person", person)]


def _answers_twice() -> Sequence[Any]:
    table = tuple(
        replace(edge, sources=edge.sources | {State.PUBLISHED}) if edge.command is Command.PUBLISH else edge
        for edge in workflow.TABLE
    )
    return [patch.object(workflow, "TABLE", table)]


def _approvers_always_publish() -> Sequence[Any]:
    """On both sides: the desk offers it, the centre takes it, whatever the policy says."""
    real = workflow.parties

    def parties(actor: Actor, stake: workflow.Stake) -> frozenset[workflow.Party]:
        return real(replace(actor, approver_publishes=True), stake)

    return [patch.object(workflow, "parties", parties)]


def _loss_ends_with_its_page() -> Sequence[Any]:
    return [patch.object(feed, "_since", lambda position: position.seq)]


def _one_role_told() -> Sequence[Any]:
    return [patch.object(commands, "publishes_by_policy", lambda _actor, _stake: False)]


DEFECTS = (
    Defect("a request that was dropped is taken for delivered", "nothing is lost", _delivered_in_good_faith),
    Defect("an answer lost after the commit is shown as failed", "one visible truth", _failed_where_unknown),
    Defect(
        "an answer lost after the commit: sent again as new", "applied at most once", _sent_under_another_id
    ),
    Defect("an act whose answer was lost can be undone", "undone means not done", _undone_on_its_way),
    Defect("a hold made by a clock ahead lasts as long", "nothing waits unseen", _held_by_a_wrong_clock),
    Defect("after a kill what was being sent stays so", "nothing waits unseen", _sending_for_ever),
    Defect("what needs a person has no reason", "every leftover a visible reason", _no_reason_told),
    Defect("a restored server is offered nothing", "nothing is lost", _never_offered_again),
    Defect("the cursor moves before its rows", "converge", _cursor_before_rows),
    Defect("a bootstrap sweeps nothing", "no row out of scope", _nothing_swept),
    Defect("a colleague's edit takes the draft along", "nothing is lost", _draft_overwritten),
    Defect("unsent work goes with its report", "every leftover a visible reason", _work_goes_with_its_report),
    Defect("a report leaves, its timeline stays", "no row out of scope", _timeline_stays),
    Defect("a report leaves, its search terms stay", "no row out of scope", _terms_stay),
    Defect("a doubled request is carried out twice", "applied at most once", _forgets_what_it_did),
    Defect("a request that comes late is carried out again", "applied at most once", _knows_only_the_last),
    Defect("a decision goes over another one unseen", "conflicts are decided", _overwrites_unseen),
    Defect("lost scope is not told", "no row out of scope", _silent_about_losses),
    Defect("a gained right brings no rows", "converge", _silent_about_gains),
    Defect("a report enters without its timeline", "converge", _past_left_behind),
    Defect("the row before a page's end is skipped", "converge", _blind_at_a_page_s_end),
    Defect("a revoked right still carries out", "no act out of scope", _rights_outlive_their_end),
    Defect("a report can be published twice", "one public answer", _answers_twice),
    Defect("a loss is told up to the first page's end", "no row out of scope", _loss_ends_with_its_page),
    Defect("approvers publish against the policy", "no act out of scope", _approvers_always_publish),
    Defect("of two roles one is told", "both roles are recorded", _one_role_told),
)
"""Every invariant and every fault of the model has at least one."""

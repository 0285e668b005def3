"""Why a command still waits, and what it will do when the centre takes it, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.domain.workflow import TABLE, Command, State
from desktop_app.news import Contact
from desktop_app.store.reports import NoSuchReport
from ui.language import translate
from ui.reports.words import state_word
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.session import Session
    from desktop_app.sync.turns import Setback


def why(pending: Pending, session: Session, now: datetime) -> str:
    """Return why ``pending`` has not reached the centre."""
    state = pending.state
    if state is OutboxState.NEEDS_PERSON:
        return _judged(pending)
    if state is OutboxState.HELD and pending.held_until is not None:
        left = max(0, round((pending.held_until - now).total_seconds()))
        return translate("Sync", "Held for {count} more seconds, so that it can be undone.").format(
            count=left
        )
    if state is OutboxState.UNKNOWN:
        return translate(
            "Sync", "It was sent, but no answer came. It is asked about first; nothing is done twice."
        )
    if met := session.files.setback(pending.event.id):
        return _failing(met, now)
    if files := _files_left(pending, session):
        return translate("Sync", "Files still to be sent before it: {count}.").format(count=files)
    if _stands_behind(pending, session):
        return translate("Sync", "An earlier command on this report needs you first.")
    if session.status.contact is not Contact.ONLINE:
        return translate("Sync", "There is no connection to the centre. It goes out by itself.")
    return translate("Sync", "It goes out now.")


def _failing(met: Setback, now: datetime) -> str:
    again = (now + timedelta(seconds=met.seconds)).astimezone(ZONE)
    words = translate(
        "Sync",
        "A file could not be sent: {reason} Tries so far: {count}; the next at {time}. The others go on.",
    )
    reason = sentence(met.code).title
    return words.format(reason=reason, count=met.failures, time=f"{again:%H:%M:%S}")


def effect(pending: Pending, session: Session) -> str:
    """Return what the centre will do with ``pending``."""
    event = pending.event
    if event.type is Command.ATTACH:
        count = len(event.payload.get("sha256", ()))
        return translate("Sync", "Adds files to the report: {count}. Its state stays.").format(count=count)
    if isinstance(event.type, HotlineCommand):
        return _of_the_hotline(event)
    try:
        present = session.store.reports.base(event.entity_id).state
    except NoSuchReport:
        return translate("Sync", "The report is no longer with you: this cannot be taken any more.")
    targets = {edge.target for edge in TABLE if edge.command is event.type and present in edge.sources}
    moved = [target for target in targets if isinstance(target, State)]
    if len(moved) == 1:
        words = translate("Sync", "Moves the report from “{before}” to “{after}”.")
        return words.format(before=state_word(present), after=state_word(moved[0]))
    return translate("Sync", "Adds to the report; its state stays.")


def _of_the_hotline(event: Event) -> str:
    if event.type is not HotlineCommand.RECEIVE:
        return translate("Sync", "The next shift reads it; who handed over and who took over is recorded.")
    if event.payload.get("joins"):
        return translate("Sync", "Adds the caller's words to the report; its state stays.")
    return translate("Sync", "Makes a report, which gets its code then.")


def _judged(pending: Pending) -> str:
    status, rule = str(pending.problem.get("status", "")), pending.problem.get("rule")
    if rule:
        return sentence(str(rule)).title
    if status in {"conflict", "not_found", "hold_cut", "scope_lost", "recovered"}:
        return sentence(status).title
    return translate("Sync", "The centre did not take it.")


def _files_left(pending: Pending, session: Session) -> int:
    return sum(not one.sent for one in session.store.uploads.of_event(pending.event.id))


def _stands_behind(pending: Pending, session: Session) -> bool:
    for other in session.store.outbox.pending(pending.event.entity_id):
        if other.event.id == pending.event.id:
            return False
        if other.state is OutboxState.NEEDS_PERSON:
            return True
    return False

"""How it stands with the centre; why a command still waits, and what it will do when taken; in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.domain.workflow import TABLE as WORKFLOW
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact
from desktop_app.store.projection import project
from desktop_app.store.reports import NoSuchReport
from ui.language import translate
from ui.vocabulary.refusals import refusal
from ui.vocabulary.words import state_word
from ui.wording import TABLE, sentence

if TYPE_CHECKING:
    from desktop_app.news import SyncStatus
    from desktop_app.session import Session
    from desktop_app.sync.turns import Setback

_SIGN_IN: Final = "unauthorised"


def why(pending: Pending, session: Session, now: datetime) -> str:
    """Return why ``pending`` has not reached the centre."""
    state = pending.state
    if state is OutboxState.NEEDS_PERSON:
        return str(refusal(pending.problem))
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
    ahead = _ahead(pending.event, session)
    if any(other.state is OutboxState.NEEDS_PERSON for other in ahead):
        return translate("Sync", "An earlier command on this report needs you first.")
    if files := sum(_files_left(one, session) for one in (*ahead, pending)):
        return translate("Sync", "Files still to be sent before it: {count}.").format(count=files)
    return _by_contact(session)


def _by_contact(session: Session) -> str:
    match session.status.contact:
        case Contact.REFUSED if session.status.error == _SIGN_IN:
            return translate("Sync", "The centre wants a new sign-in. It goes out after that.")
        case Contact.REFUSED:
            return translate("Sync", "The centre was reached, but not safely or not willingly; see above.")
        case Contact.ONLINE | Contact.OUTDATED:
            return translate("Sync", "It goes out now.")
        case _:
            return translate("Sync", "There is no connection to the centre. It goes out by itself.")


def contact_told(status: SyncStatus, since: str) -> str:
    """Return how it stands with the centre and what becomes of what waits; ``since``: the last contact."""
    match status.contact:
        case Contact.ONLINE if status.error is None:
            return translate("Sync", "The centre answers. What is ready goes out at once.")
        case Contact.ONLINE:
            return str(sentence(status.error or "", status.detail))
        case Contact.REFUSED if status.error == _SIGN_IN:
            return translate(
                "Sync",
                "The centre wants a new sign-in. Nothing is lost: it goes out when you signed in again.",
            )
        case Contact.REFUSED:
            return str(sentence(_refused_for(status), status.detail))
        case Contact.OUTDATED:
            return translate(
                "Sync",
                "This program is too old to read anything new. What waits still goes out. Have it updated.",
            )
        case _:
            words = translate(
                "Sync",
                "No connection to the centre (last: {since}). Nothing is lost; it is tried again by itself.",
            )
            return words.format(since=since)


def _refused_for(status: SyncStatus) -> str:
    """The most telling code that has a sentence: the centre's reason, else the kind of refusal."""
    reason = status.detail.get("reason", "")
    return reason if reason in TABLE else status.error or _SIGN_IN


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
    if isinstance(event.type, HotlineCommand):
        return _of_the_hotline(event)
    try:
        present = _before(session, event)
    except NoSuchReport:
        return translate("Sync", "The report is no longer with you: this cannot be taken any more.")
    if event.type is Command.ATTACH:
        count = len(event.payload.get("sha256", ()))
        return translate("Sync", "Adds files to the report: {count}. Its state stays.").format(count=count)
    edges = [edge for edge in WORKFLOW if edge.command is event.type]
    legal = [edge for edge in edges if present in edge.sources]
    if not legal:
        words = translate("Sync", "The report is “{state}” now: this can no longer be done to it.")
        return words.format(state=state_word(present))
    moved = {edge.target for edge in legal if isinstance(edge.target, State)}
    if len(moved) == 1:
        words = translate("Sync", "Moves the report from “{before}” to “{after}”.")
        return words.format(before=state_word(present), after=state_word(moved.pop()))
    return translate("Sync", "Adds to the report; its state stays.")


def _before(session: Session, event: Event) -> State:
    """Return the state in which the centre will find the report: what waits ahead has been taken then."""
    base = session.store.reports.base(event.entity_id)
    ahead = _ahead(event, session)
    going = [one for one in ahead if one.state is not OutboxState.NEEDS_PERSON]
    return project(base, going, session.triage.actor).state


def _of_the_hotline(event: Event) -> str:
    if event.type is not HotlineCommand.RECEIVE:
        return translate("Sync", "The next shift reads it; who handed over and who took over is recorded.")
    if event.payload.get("joins"):
        return translate("Sync", "Adds the caller's words to the report; its state stays.")
    return translate("Sync", "Makes a report, which gets its code then.")


def _files_left(pending: Pending, session: Session) -> int:
    return sum(not one.sent for one in session.store.uploads.of_event(pending.event.id))


def _ahead(event: Event, session: Session) -> list[Pending]:
    """Return what goes out before it on its report."""
    there = session.store.outbox.pending(event.entity_id)
    return list(takewhile(lambda one: one.event.id != event.id, there))

"""The words of the hotline's pages."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.api.callers import EarlierReport, KnownCaller
from desktop_app.domain.hotline import Handover
from desktop_app.domain.outbox import UNSENT, OutboxState
from desktop_app.domain.workflow import State
from desktop_app.store.calls import Call
from desktop_app.triage.neighbours import Neighbour
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.row_text import SEPARATOR
from ui.vocabulary.words import outbox_word, state_word
from ui.widgets.when import day_text, moment_text


def similar_line(neighbour: Neighbour, names: Names) -> str:
    """Return two lines on an open report: its title; code, ward, state, day."""
    row = neighbour.row
    parts = (row.code, names.place(row.ward), state_word(State(row.state)), day_text(row.received_at))
    return f"{row.title}\n{SEPARATOR.join(part for part in parts if part)}"


def call_line(call: Call) -> str:
    """Return two lines on a call: number and title; where it stands, and what was promised."""
    title = call.title or translate("Hotline", "a private matter")
    return f"{number_text(call)}{SEPARATOR}{title}\n{SEPARATOR.join(_standing(call))}"


def earlier_line(report: EarlierReport) -> str:
    """Return two lines on an earlier report of a number: its title; code, state, day."""
    state = state_word(State(report.state)) if report.state in frozenset(State) else ""
    parts = (report.code, state, day_text(report.received_at))
    return f"{report.title}\n{SEPARATOR.join(part for part in parts if part)}"


def callers_text(found: Sequence[KnownCaller]) -> str:
    """Return who called about a report, a line each; or that nobody told who they are."""
    if not found:
        return translate("Hotline", "Nobody who called about it said who they are.")
    said = translate("Hotline", "Shown for a minute; it is kept nowhere on this computer.")
    return "\n".join((*map(_caller_line, found), said))


def _caller_line(one: KnownCaller) -> str:
    who = one.caller
    return SEPARATOR.join(filter(None, (who.name, who.phone, who.note, moment_text(one.at))))


def no_number() -> str:
    """Return what is wrong with an entry that is no telephone number."""
    return translate("Hotline", "A telephone number has eight to fifteen digits.")


def number_text(call: Call) -> str:
    """Return the number a caller can ask by, plainly said to be temporary while it is."""
    if call.code is not None:
        return call.code
    return translate("Hotline", "temporary no. {number}").format(number=call.reference)


def _standing(call: Call) -> list[str]:
    parts = [moment_text(call.taken_at)]
    if call.state in UNSENT:
        parts.append(outbox_word(call.state))
    elif call.joined:
        parts.append(translate("Hotline", "added to the open report"))
    else:
        parts.append(translate("Hotline", "with the dispatcher"))
    if call.promise:
        kept = call.kept_at is not None
        words = (
            translate("Hotline", "kept: {promise}") if kept else translate("Hotline", "promised: {promise}")
        )
        due = f" ({moment_text(call.promise_due)})" if call.promise_due and not kept else ""
        parts.append(words.format(promise=call.promise) + due)
    return parts


def sent_title(call: Call) -> str:
    """Return what to read to the caller."""
    if call.joined:
        return translate("Hotline", "Added to {code}.").format(code=call.number)
    if call.code is not None:
        return translate("Hotline", "Received: code {code}.").format(code=call.code)
    return translate("Hotline", "Written down: temporary number {number}.").format(number=call.reference)


def sent_hint(call: Call) -> str:
    """Return what else to tell the caller."""
    if call.code is not None or call.joined:
        return translate("Hotline", "Read it to the caller; they can follow it by this code.")
    if call.state is OutboxState.NEEDS_PERSON:
        return translate("Hotline", "The centre did not take it. Open it in the list and correct it.")
    return translate(
        "Hotline", "Read it to the caller. The code comes when the centre has it; both are found by search."
    )


def shift_head(shift: Handover) -> str:
    """Return who handed over, and when."""
    words = translate("Hotline", "{name} handed over · {at}")
    return words.format(name=shift.by_name, at=moment_text(shift.at))


def shift_end(shift: Handover) -> str:
    """Return who took over, and when; or that nobody did yet."""
    if shift.taken_by is None or shift.taken_at is None:
        return translate("Hotline", "nobody has taken it over yet")
    words = translate("Hotline", "{name} took over · {at}")
    return words.format(name=shift.taken_by_name, at=moment_text(shift.taken_at))

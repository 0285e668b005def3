"""The timeline of a report in words: who · did what · when, newest first, my unsent steps on top."""

from __future__ import annotations

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.domain.report import Entry
from desktop_app.domain.workflow import BOTH_ROLES, Command
from ui.detail.reading import Reading
from ui.language import translate
from ui.theme import current
from ui.vocabulary.markup import coloured, muted, paragraphs, strong
from ui.vocabulary.names import Names
from ui.vocabulary.words import entry_phrase, outbox_word, reason_word
from ui.widgets.when import moment_text

_DOT = " · "


def timeline(reading: Reading, names: Names) -> list[str]:
    """Return the lines of the timeline as harmless markup."""
    mine = [_pending_line(each) for each in reversed(reading.pending)]
    signed = _signed(reading)
    theirs = [_entry_line(each, names, signed=each is signed) for each in reversed(reading.entries)]
    return [*mine, *theirs]


def _signed(reading: Reading) -> Entry | None:
    """The line of the approval in force, where a card signed it; the centre took no signature unchecked."""
    answer = reading.report.answer
    if answer is None or answer.approval_sha256 is None:
        return None
    return next((each for each in reversed(reading.entries) if each.kind == Command.APPROVE.value), None)


def _entry_line(entry: Entry, names: Names, *, signed: bool) -> str:
    who = f"{entry.capacity} {entry.by_name}" if entry.capacity else entry.by_name
    if entry.on_behalf:
        who = translate("Timeline", "{who}, on behalf of {colleague}").format(
            who=who or names.who(entry.by), colleague=entry.on_behalf
        )
    unit = names.unit(entry.unit) if entry.unit else ""
    head = strong(who or names.who(entry.by)) + (muted(f" ({unit})") if unit else "")
    line = f"{head}{_DOT}{paragraphs(entry_phrase(entry.kind))}{muted(_DOT + moment_text(entry.at))}"
    if entry.roles == BOTH_ROLES:
        line += muted(_DOT + translate("Timeline", "as approver and publisher, by policy"))
    if signed:
        mark = translate("Timeline", "✓ signed with the card, checked by the centre")
        line += _DOT + coloured(mark, current().colours.good)
    if not entry.public:
        line += muted(_DOT + translate("Timeline", "internal"))
    return f"{line}<br>{paragraphs(entry.text)}" if entry.text else line


def _pending_line(pending: Pending) -> str:
    event, colours = pending.event, current().colours
    tone = colours.danger if pending.state is OutboxState.NEEDS_PERSON else colours.info
    you = translate("Timeline", "You")
    line = (
        f"{strong(you)}{_DOT}{paragraphs(entry_phrase(event.type))}"
        f"{muted(_DOT + moment_text(event.occurred_at))}{_DOT}{coloured(outbox_word(pending.state), tone)}"
    )
    words = said(event.payload)
    return f"{line}<br>{paragraphs(words)}" if words else line


def said(payload: dict[str, object]) -> str:
    """Return the words a command carries, with its coded reason in front."""
    code, words = payload.get("code"), payload.get("text") or payload.get("question") or payload.get("reason")
    parts = [reason_word(code) if isinstance(code, str) else "", words if isinstance(words, str) else ""]
    return ": ".join(part for part in parts if part)

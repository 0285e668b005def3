"""The words of the status strip: contact, age of the data, what waits, the reader. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cardio.readers import Condition, ReaderState
from desktop_app.news import Contact, SyncStatus
from ui.language import translate
from ui.widgets.tone import Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """One word of the strip with its tone."""

    text: str
    tone: Tone = Tone.NEUTRAL


def contact_mark(status: SyncStatus) -> Mark:
    """Return how the centre can be reached; a first sync, or a store put in order, shows done of total."""
    if status.total:
        text = translate("Strip", "First sync {done}/{total}").format(done=status.done, total=status.total)
        return Mark(text, Tone.INFO)
    if status.to_mark:
        text = translate("Strip", "Updating the data here {done}/{total}")
        return Mark(text.format(done=status.marked, total=status.to_mark), Tone.INFO)
    match status.contact:
        case Contact.ONLINE:
            return Mark(translate("Strip", "Connected"), Tone.GOOD)
        case Contact.OFFLINE:
            return Mark(translate("Strip", "Working offline"), Tone.CAUTION)
        case Contact.REFUSED if status.error == "tls_failed":
            return Mark(translate("Strip", "Connection not safe"), Tone.DANGER)
        case Contact.REFUSED:
            return Mark(translate("Strip", "Sign in again"), Tone.DANGER)
        case Contact.OUTDATED:
            return Mark(translate("Strip", "Read only: the program is too old"), Tone.DANGER)
        case Contact.NEVER:
            return Mark(translate("Strip", "Not connected yet"), Tone.NEUTRAL)


def waiting_mark(status: SyncStatus) -> Mark:
    """Return how much waits to be sent; nothing when nothing does."""
    if not status.waiting:
        return Mark("")
    return Mark(translate("Strip", "waiting {count}").format(count=status.waiting), Tone.INFO)


def person_mark(status: SyncStatus) -> Mark:
    """Return how much needs a person's decision; nothing when nothing does."""
    if not status.needs_person:
        return Mark("")
    return Mark(translate("Strip", "needs you {count}").format(count=status.needs_person), Tone.CAUTION)


def reader_mark(
    readers: Iterable[ReaderState], desk_reader: str | None, holder: str, *, lent: bool = False
) -> Mark:
    """Return the reader that matters: the desk's with its card's holder, else the first.

    ``lent``: whose card lies in the desk's reader is somebody else's, and nobody's name stands for it.
    """
    known = list(readers)
    if lent:
        return Mark(translate("Strip", "Reader: lent"), Tone.CAUTION)
    chosen = next((reader for reader in known if reader.name == desk_reader), None)
    if chosen is not None and chosen.condition is Condition.CARD:
        return Mark(translate("Strip", "Reader: {holder}").format(holder=holder), Tone.GOOD)
    if not known:
        return Mark(translate("Strip", "No reader"), Tone.CAUTION)
    if any(reader.condition is Condition.NOT_ANSWERING for reader in known):
        return Mark(translate("Strip", "Reader does not answer"), Tone.DANGER)
    if any(reader.preparing for reader in known):
        return Mark(translate("Strip", "Reader: preparing the card"), Tone.INFO)
    if any(reader.condition is Condition.HELD for reader in known):
        return Mark(translate("Strip", "Reader: in use by another program"), Tone.CAUTION)
    if any(reader.condition is Condition.CARD for reader in known):
        return Mark(translate("Strip", "Reader: card inserted"), Tone.NEUTRAL)
    return Mark(translate("Strip", "Reader: no card"), Tone.NEUTRAL)

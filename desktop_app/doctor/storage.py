"""What this computer keeps: the end of the attendance journal, and room on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Finding, Part
from desktop_app.store.errors import StoreError

if TYPE_CHECKING:
    from desktop_app.store.terminal import TerminalStore

MEGABYTE: Final = 1024 * 1024
LOW: Final = 500 * MEGABYTE
FULL: Final = 50 * MEGABYTE


def examine_journal(terminal: TerminalStore | None) -> Finding:
    """Check the last rows of the journal; ``terminal`` is None before enrolment."""
    if terminal is None:
        return find(Part.JOURNAL, "not_enrolled")
    try:
        fault = terminal.journal.verify_tail().fault
    except StoreError:
        return find(Part.JOURNAL, "journal_broken")
    return find(Part.JOURNAL, "journal_broken" if fault else "journal_whole")


def examine_disk(free: int, *, low: int = LOW, full: int = FULL) -> Finding:
    """Return the finding on the ``free`` bytes left where the program keeps its data."""
    cause = "disk_full" if free < full else "disk_low" if free < low else "disk_room"
    return find(Part.DISK, cause, data={"free": free // MEGABYTE})

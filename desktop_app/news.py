"""What the core tells the rest: the frozen dataclasses that travel on the bus.

Card events (``cardio.events``) travel on the same bus under their own types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
    from desktop_app.domain.notices import Notice
    from desktop_app.domain.outbox import OutboxState


class Contact(StrEnum):
    """How the centre can be reached right now."""

    NEVER = "never"
    ONLINE = "online"
    OFFLINE = "offline"
    REFUSED = "refused"
    OUTDATED = "outdated"
    """The centre wants a newer program: it reads no more here, and takes what is unsent."""


class LockReason(StrEnum):
    """Why the desk was locked."""

    CARD_REMOVED = "card_removed"
    PERSON = "person"
    IDLE = "idle"
    READER_LOST = "reader_lost"
    WIPED = "wiped"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class ReportsChanged:
    """These reports (ids) have new projected rows; empty means many: ask again."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportGone:
    """This report left the person's scope and its data was deleted."""

    id: str


@dataclass(frozen=True, slots=True)
class WipeOrdered:
    """The centre wants everything of every person deleted on this computer."""

    order_id: str


@dataclass(frozen=True, slots=True)
class Wiped:
    """It was done: no card opens anything here any more, until it signs in online."""

    accounts: int


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody else who has a report open: reading it, or writing its answer, since when."""

    name: str
    writing: bool
    since: datetime


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """Who else has this report open now, longest first; a hint, never a lock."""

    report_id: str
    others: tuple[Onlooker, ...]


@dataclass(frozen=True, slots=True)
class DueDatesMoved:
    """Another calendar is in force: these reports (ids) are due at another time than before."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticesCame:
    """The person is to be told something, oldest first."""

    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ShiftsChanged:
    """A shift was handed over, or taken over: ask again."""


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """A pending event moved on."""

    event_id: str
    report_id: str
    state: OutboxState


@dataclass(frozen=True, slots=True)
class FileMoved:
    """So many of the bytes of a file that is being sent are at the centre."""

    report_id: str
    sha256: str
    sent: int
    size: int


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The state of the world for the strip: contact, age of the data, what waits.

    ``done``/``total`` count entities while a first sync runs, else both are 0; ``marked``/``to_mark`` count
    reports while those of a large store are marked anew.
    ``error`` is an error code of ``ui.wording`` or None.
    """

    contact: Contact = Contact.NEVER
    last_contact: datetime | None = None
    waiting: int = 0
    needs_person: int = 0
    done: int = 0
    total: int = 0
    marked: int = 0
    to_mark: int = 0
    error: str | None = None
    detail: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person's card and PIN (and, offline, the vault) let them in."""

    person_id: str
    name: str
    online: bool


@dataclass(frozen=True, slots=True)
class Locked:
    """The desk was locked: windows hide, models drop, at once."""

    reason: LockReason


@dataclass(frozen=True, slots=True)
class StoreCopied:
    """A newer program changes the form of a person's store, and copies it first: so many of so many bytes."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Opened:
    """What this workstation keeps is open: cards can be judged, people can sign in."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The workstation was enrolled with a central API."""

    server: str


@dataclass(frozen=True, slots=True)
class TerminalStatus:
    """The terminal's own outbox: rows waiting for a receipt, age of the revocation list.

    ``since`` is when the oldest of these rows was recorded; ``error`` the code of what keeps them here.
    """

    contact: Contact
    waiting: int
    list_age_hours: float | None
    since: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class TapReading:
    """A card was presented to the check-in; hold it still."""

    reader: str


@dataclass(frozen=True, slots=True)
class TapResult:
    """A tap is durably in the journal: now the screen and the sound may say so.

    ``direction`` is None for a refused card. ``given_name`` and ``initials`` are all that a public
    screen may show; both are empty for a person the roster does not know. ``confirm`` asks whether
    an opposite tap within two minutes was meant. ``elapsed_ms`` runs from presentation to commit.
    ``number_only``: the card has no key, so that its number alone was recorded.
    """

    reader: str
    event_id: str
    kind: TapKind
    verdict: LocalVerdict
    direction: Direction | None
    given_name: str
    initials: str
    at: datetime
    seq: int
    offline: bool
    elapsed_ms: float
    confirm: bool = False
    number_only: bool = False


@dataclass(frozen=True, slots=True)
class TapFailed:
    """Nothing was recorded: the card left too soon or the store refused; ``error`` is an error code."""

    reader: str
    error: str


@dataclass(frozen=True, slots=True)
class CardLeft:
    """The card was taken away from the check-in reader."""

    reader: str


@dataclass(frozen=True, slots=True)
class DirectoryChanged:
    """Units, officers, categories, templates or the calendar changed: read them anew."""

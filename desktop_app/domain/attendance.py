"""Attendance: what a tap is, which way it goes, and the fields both signatures cover.

The order of taps is ``seq``, never a timestamp. A tap proves that the card was there, not the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REPEAT_WINDOW = timedelta(seconds=30)
CONFIRM_WINDOW = timedelta(minutes=2)
KNOWN_TAP_AGE = timedelta(hours=16)
GENESIS_HASH = "0" * 64


class TapKind(StrEnum):
    """Kinds of journal rows."""

    TAP = "tap"
    TAP_REJECTED = "tap_rejected"
    TAP_REPEATED = "tap_repeated"
    ANNOTATION = "annotation"
    CORRECTION = "correction"
    SUPERVISED_ENTRY = "supervised_entry"
    CLOCK_CHANGE = "clock_change"
    BOOT = "boot"
    SHUTDOWN = "shutdown"
    LIST_UPDATE = "list_update"
    CHECKPOINT = "checkpoint"
    MODE_EXIT = "mode_exit"


class Direction(StrEnum):
    """VÀO or RA."""

    IN = "in"
    OUT = "out"

    @property
    def opposite(self) -> Direction:
        """The other way."""
        return Direction.OUT if self is Direction.IN else Direction.IN


class DirectionSource(StrEnum):
    """Where a proposed direction comes from."""

    LANE = "lane"
    LAST_TAP = "last_tap"
    DEFAULT = "default"


class LocalVerdict(StrEnum):
    """What the terminal itself could tell about the card."""

    ACCEPTED = "accepted"
    LIST_STALE = "list_stale"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    FOREIGN = "foreign"
    WRONG_PURPOSE = "wrong_purpose"
    UNKNOWN_PERSON = "unknown_person"
    UNREADABLE = "unreadable"
    UID_REFUSED = "uid_refused"


WELCOME = frozenset({LocalVerdict.ACCEPTED, LocalVerdict.LIST_STALE})


class Assurance(StrEnum):
    """How strongly a row is tied to a card; never raised in silence."""

    CARD_KEY = "card_key"
    CARD_KEY_PIN = "card_key_pin"
    UID_ONLY = "uid_only"
    QR = "qr"
    SUPERVISED = "supervised"
    NONE = "none"


class EntryReason(StrEnum):
    """Why a supervisor enters a tap for somebody."""

    CARD_FORGOTTEN = "card_forgotten"
    CARD_LOST = "card_lost"
    CARD_BROKEN = "card_broken"
    NO_CARD_YET = "no_card_yet"
    READER_FAULT = "reader_fault"


SIGNED_BY_CARD = frozenset({Assurance.CARD_KEY, Assurance.CARD_KEY_PIN, Assurance.SUPERVISED})
"""Assurances that only a card's own signature gives."""


@dataclass(frozen=True, slots=True)
class LastTap:
    """The person's last known tap on this terminal's journal."""

    direction: Direction | None
    at: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class TapFacts:
    """The payload the card signs (typ ``ioc-tap+jws``)."""

    terminal: str
    epoch: int
    seq: int
    event_id: str
    kind: TapKind
    wall_utc: datetime
    direction_proposed: Direction | None
    prev_hash: str
    card_cert_sha256: str
    nonce: str


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """The payload the terminal signs (typ ``ioc-journal+jws``): everything else of the row.

    ``card_jws_sha256`` is the hex SHA-256 of the card's compact JWS, None where no card signed.
    ``card_uid_sha256`` stands for a card that has a number only. ``refers_to`` names the event that an
    annotation or a correction is about; ``reason`` is a code, ``text`` its words.
    """

    terminal_id: str
    epoch: int
    seq: int
    event_id: str
    kind: TapKind
    prev_hash: str
    wall_utc: datetime
    utc_offset: int
    zone: str
    monotonic_ns: int
    boot_id: str
    trusted_time_age: float | None
    build: str
    assurance: Assurance
    card_jws_sha256: str | None = None
    card_cert_sha256: str | None = None
    card_uid_sha256: str | None = None
    person_ref: str | None = None
    local_verdict: LocalVerdict | None = None
    direction_proposed: Direction | None = None
    direction_source: DirectionSource | None = None
    revocation_list_id: str | None = None
    revocation_list_age: float | None = None
    refers_to: str | None = None
    reason: str | None = None
    text: str = ""


def propose_direction(
    last: LastTap | None, now: datetime, lane: Direction | None = None
) -> tuple[Direction, DirectionSource]:
    """Return the direction of a tap at ``now``, and why.

    A fixed lane wins; else the opposite of the last known tap if it is under 16 h old; else IN.
    There is no midnight reset.
    """
    if lane is not None:
        return lane, DirectionSource.LANE
    if last is not None and last.direction is not None and now - last.at < KNOWN_TAP_AGE:
        return last.direction.opposite, DirectionSource.LAST_TAP
    return Direction.IN, DirectionSource.DEFAULT


def is_repeat(last: LastTap | None, now: datetime, window: timedelta = REPEAT_WINDOW) -> bool:
    """Tell whether a tap at ``now`` is the same tap again; a wound-back clock swallows no tap."""
    return last is not None and abs(now - last.at) < window


def needs_confirmation(last: LastTap | None, now: datetime, direction: Direction) -> bool:
    """Tell whether an opposite tap comes so soon that the screen must ask."""
    if last is None or last.direction is not direction.opposite:
        return False
    return abs(now - last.at) < CONFIRM_WINDOW

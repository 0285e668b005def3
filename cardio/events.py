"""What the readers report: frozen values that may cross threads.

`CardRemoved` and `ReaderNotAnswering` share their names with errors: an event says that it happened, an error
that it got in the way. Import the modules, not the names.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderAdded:
    """A reader was connected, or was there at the start."""

    reader: str


@dataclass(frozen=True, slots=True)
class ReaderRemoved:
    """A reader was unplugged, or went away with the service."""

    reader: str


@dataclass(frozen=True, slots=True)
class CardInserted:
    """A card lies in the reader; `atr` is empty when the card does not answer to reset."""

    reader: str
    atr: bytes


@dataclass(frozen=True, slots=True)
class CardRemoved:
    """The card that answered with `atr` left the reader (not debounced)."""

    reader: str
    atr: bytes


@dataclass(frozen=True, slots=True)
class ServiceLost:
    """The smart-card service stopped or was never there; its readers are reported removed after this."""

    reason_code: int


@dataclass(frozen=True, slots=True)
class ServiceBack:
    """The smart-card service answers again; its readers are reported added after this."""


@dataclass(frozen=True, slots=True)
class ReaderNotAnswering:
    """A call to the reader is overdue; tasks for it fail at once until it revives."""

    reader: str


@dataclass(frozen=True, slots=True)
class ReaderRevived:
    """The reader answers again: its overdue call returned. One that is replugged is removed and added."""

    reader: str


@dataclass(frozen=True, slots=True)
class CardPreparing:
    """Another program, as a rule the system's own, is busy with a card just put in; we wait for it."""

    reader: str


@dataclass(frozen=True, slots=True)
class CardReleased:
    """The card in the reader can be used again: another program held it until now."""

    reader: str


CardEvent = (
    ReaderAdded
    | ReaderRemoved
    | CardInserted
    | CardRemoved
    | ServiceLost
    | ServiceBack
    | ReaderNotAnswering
    | ReaderRevived
    | CardPreparing
    | CardReleased
)

"""Where a person stands between an unplugged reader and an open desk: pure, asked on every event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from cardio.readers import Condition, ReaderState

STAFF = "staff"
"""The role of a reader whose card opens the desk; a reader without a role is one, too."""

_HOLDING = frozenset({Condition.CARD, Condition.HELD})


class Stage(StrEnum):
    """One picture and one sentence of the sign-in page."""

    NO_SERVICE = "no_service"
    NO_READER = "no_reader"
    NO_CARD = "no_card"
    READING = "reading"
    UNUSABLE = "unusable"
    PIN = "pin"
    CHECKING = "checking"
    DONE = "done"


STEPS: Mapping[Stage, int] = {
    Stage.NO_SERVICE: 0,
    Stage.NO_READER: 0,
    Stage.NO_CARD: 1,
    Stage.READING: 1,
    Stage.UNUSABLE: 1,
    Stage.PIN: 2,
    Stage.CHECKING: 2,
    Stage.DONE: 3,
}
"""How many of the three steps (reader, card, PIN) are done at each stage."""


def staff_readers(readers: Iterable[ReaderState], roles: Mapping[str, str]) -> list[ReaderState]:
    """Return the readers whose card may open the desk; contact readers first (a PIN needs the slot)."""
    fitting = [reader for reader in readers if roles.get(reader.name, STAFF) == STAFF]
    return sorted(fitting, key=lambda reader: reader.contactless)


def places_with_card(readers: Iterable[ReaderState], tokens: Iterable[str]) -> list[str]:
    """Return where there is something to sign in with: readers with a card first, then tokens, by name."""
    held = [reader.name for reader in readers if reader.condition in _HOLDING]
    return [*held, *sorted(tokens)]


def mute_reader(readers: Iterable[ReaderState]) -> bool:
    """Tell whether a reader is there that does not answer."""
    return any(reader.condition is Condition.NOT_ANSWERING for reader in readers)


def stage_without_card(readers: Iterable[ReaderState], *, service: bool) -> Stage:
    """Return the stage while no reader holds a card; ``service`` tells whether the card service runs."""
    if list(readers):
        return Stage.NO_CARD
    return Stage.NO_READER if service else Stage.NO_SERVICE

"""Where readers come from: the protocols that the PC/SC adapter and the virtual readers implement.

A source is asked by several threads, so it hands out one object per thread: a `ReaderWatch` for the watcher,
a `ReaderChannel` for the thread of each reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from cardio.part10 import Pad


@dataclass(frozen=True, slots=True)
class Sighting:
    """A reader as last seen. `atr` is `None` without a card, empty with a mute one.

    `changes` counts insertions and removals as far as the source knows them, so that a card swapped between
    two looks still shows; `held` says that another program keeps the card for itself.
    """

    atr: bytes | None
    changes: int = 0
    held: bool = False


class CardConnection(Protocol):
    """A connection to a card. Blocking calls; one thread. Errors are `CardError`s."""

    atr: bytes
    max_apdu: int
    pad: Pad | None  # of the reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        """One APDU there and its answer back."""
        ...

    def control(self, code: int, data: bytes) -> bytes:
        """Have the reader itself do something, in as long as a person takes; PinEntryCancelled too."""
        ...

    def begin(self) -> None:
        """Begin a transaction; waits while another program has one."""
        ...

    def end(self) -> None:
        """End the transaction, leaving the card as it is. Never raises: the card may be gone."""
        ...

    def keep_awake(self) -> None:
        """Remind the service of the transaction without an APDU, so that no session with the card is touched.

        Called by another thread than the rest, never beside another call. Never raises.
        """
        ...

    def reset(self) -> None:
        """Warm reset of the card, keeping the connection and the transaction."""
        ...

    def close(self) -> None:
        """Leave the card powered and let go. Never raises."""
        ...


class ReaderChannel(Protocol):
    """The way to the cards of one reader, for that reader's thread."""

    contactless: bool

    def connect(self) -> CardConnection:
        """Connect, shared; raises CardRemoved, CardHeldElsewhere, CardMute, NoReader, NoService."""
        ...

    def close(self) -> None:
        """Release what the channel holds. Never raises."""
        ...


class ReaderWatch(Protocol):
    """Waiting for changes, for the watcher's thread; only `cancel` may be called from another."""

    def wait(self, timeout: float) -> Mapping[str, Sighting]:
        """All readers, as soon as something differs from the last answer, or after `timeout` seconds.

        Raises NoService.
        """
        ...

    def cancel(self) -> None:
        """Make a `wait` under way return; may be lost when none is, so callers repeat it. Never raises."""
        ...

    def close(self) -> None:
        """Release what the watch holds. Never raises."""
        ...


class ReaderSource(Protocol):
    """A kind of readers: those of the PC/SC service, or virtual ones."""

    name: str

    def is_resting(self) -> bool:
        """Whether a service that does not run only waits for a reader to be plugged in (as on Windows)."""
        ...

    def watch(self) -> ReaderWatch:
        """A new watch; raises NoService."""
        ...

    def channel(self, reader: str) -> ReaderChannel:
        """A new channel to a reader of this source; connects to nothing yet."""
        ...

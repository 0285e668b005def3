"""What the training tray plays with: the sandbox's card files, virtual readers, a network to cut.

The client has no offline switch: the network is cut outside of it, by stopping the server it talks to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from cardio.simulator import VirtualCard

DESK_READER: Final = "Đầu đọc ảo"
KIOSK_READER: Final = "Đầu đọc chấm công ảo"
CITIZEN_READER: Final = "Đầu đọc công dân ảo"


class Network(Protocol):
    """The way between the program and its server; the calls may take seconds."""

    @property
    def connected(self) -> bool:
        """Whether the server can be reached."""
        ...

    def cut(self) -> None:
        """Let nothing through any more."""
        ...

    def restore(self) -> None:
        """Let everything through again, at the same address."""
        ...


class CardSlots(Protocol):
    """Readers that a hand can put virtual cards into: in process, or of the real PC/SC service."""

    def plug_in(self, name: str, *, contactless: bool) -> None:
        """See to it that this reader is there."""
        ...

    def insert(self, reader: str, card: VirtualCard) -> None:
        """Put a card into a reader, in place of any that is there."""
        ...

    def remove(self, reader: str) -> None:
        """Take the card out of a reader."""
        ...


@dataclass(frozen=True, slots=True)
class Training:
    """``cards`` is the folder with ``index.json``; ``readers`` what the program's reader sources show.

    Citizens' documents go into ``citizen_slots``, the same readers unless others are given.
    """

    cards: Path
    readers: CardSlots
    network: Network
    desk_reader: str = DESK_READER
    kiosk_reader: str = KIOSK_READER
    citizen_reader: str = CITIZEN_READER
    citizen_slots: CardSlots | None = None

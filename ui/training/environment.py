"""What the training tray plays with: the sandbox's card files, virtual readers, a network to cut.

The client has no offline switch: the network is cut outside of it, by stopping the server it talks to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from cardio.simulator import VirtualReaders

DESK_READER: Final = "Đầu đọc ảo"
KIOSK_READER: Final = "Đầu đọc chấm công ảo"


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


@dataclass(frozen=True, slots=True)
class Training:
    """``cards`` is the folder with ``index.json``; ``readers`` is one of the program's reader sources."""

    cards: Path
    readers: VirtualReaders
    network: Network

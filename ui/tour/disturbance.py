"""What befalls a reader and no hand of the tray does: another program, a hang, slowness, the cable pulled.

For the gallery, which photographs what people then see. Only readers in process can be disturbed so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cardio import worker
from cardio.simulator import VirtualReaders
from ui.training.environment import DESK_READER

_AS_LONG_AS_IT_TAKES = 600.0
_USUAL = worker.PREPARING


def deeds(readers: VirtualReaders) -> Mapping[str, Callable[..., object]]:
    """Return the agent's deeds that disturb ``readers``, by name."""

    def prepare(reader: str) -> None:
        """Let another program have each card put in, and its moment last until ``release``."""
        worker.PREPARING = _AS_LONG_AS_IT_TAKES
        readers.occupy(reader)

    def hold(reader: str) -> None:
        """Let another program have each card put in; its moment is over at once."""
        worker.PREPARING = -1.0
        readers.occupy(reader)

    def release(reader: str) -> None:
        """Let the reader work as usual again."""
        worker.PREPARING = _USUAL
        readers.occupy(reader, occupied=False)
        readers.hang(reader, hanging=False)
        readers.delay(reader, 0.0)

    def unplug(reader: str) -> None:
        """Pull the cable of a reader."""
        readers.remove_reader(reader)

    def plug(reader: str) -> None:
        """Plug a reader in again; but for the desk's they read through the air."""
        readers.plug_in(reader, contactless=reader != DESK_READER)

    return {
        "prepare": prepare,
        "hold": hold,
        "hang": readers.hang,
        "slow": readers.delay,
        "release": release,
        "unplug": unplug,
        "plug": plug,
    }

"""What befalls a reader and no hand of the tray does: another program, a hang, slowness, no cable or service.

For the gallery, which photographs what people then see. Only readers in process can be disturbed so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cardio import worker
from cardio.simulator import VirtualReaders
from ui.kiosk import results, state_line
from ui.training import tray
from ui.training.environment import DESK_READER

_AS_LONG_AS_IT_TAKES = 600.0
_LONGEST_MS = round(_AS_LONG_AS_IT_TAKES * 1000)
_USUAL = worker.PREPARING
_TAP, _ANSWER, _REMINDER = tray.TAP_MS, results.STAY_MS, state_line.STAY_MS
"""How long a tapped card lies there, its answer stands, and so does the reminder to take it."""


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

    def linger(reader: str, *, answers: bool = False) -> None:  # noqa: ARG001 - one shape for all deeds
        """Let a tapped card lie and the reminder to take it stand until ``release``, ``answers`` too."""
        tray.TAP_MS = state_line.STAY_MS = _LONGEST_MS
        if answers:
            results.STAY_MS = _LONGEST_MS

    def service(reader: str, *, runs: bool) -> None:  # noqa: ARG001 - one shape for all deeds
        """End the service that speaks to the readers, or start it."""
        readers.stop_service(not runs)

    def release(reader: str) -> None:
        """Let the reader work as usual again."""
        worker.PREPARING = _USUAL
        tray.TAP_MS, results.STAY_MS, state_line.STAY_MS = _TAP, _ANSWER, _REMINDER
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
        "linger": linger,
        "service": service,
        "take": readers.remove,
        "release": release,
        "unplug": unplug,
        "plug": plug,
    }

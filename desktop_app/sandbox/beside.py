"""What goes on beside the requests: one background thread for as long as the centre serves."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Beside:
    """Runs ``work`` while it is entered; ``work`` is handed the event that asks it to end."""

    def __init__(self, name: str, work: Callable[[threading.Event], None]) -> None:
        self._end = threading.Event()
        self._thread = threading.Thread(target=work, args=(self._end,), name=name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()

"""No named thread outlives its test: ``stop()`` ends within a second, even beside a silent server."""

from __future__ import annotations

import re
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NAMED_THREAD = re.compile(
    r"watcher(-.+)?|card-.+|token(-module|-watch-.+)?|tap-meanwhile|sign-in|pull|push|upload|presence|marking"
    r"|journal|drain|checkpoint|habits|retention|task_\d+"
)
"""The thread names of ``ARCHITECTURE.md``; library threads (executors, servers) are not ours to judge."""
WORK = re.compile(r"task_\d+")
"""The threads of ``ui.tasks``: when it stops, work that runs is left to its own time limits."""


def named_threads(threads: Iterable[threading.Thread]) -> list[threading.Thread]:
    """The threads that carry one of the program's own names."""
    return [thread for thread in threads if NAMED_THREAD.fullmatch(thread.name)]


def survivors(before: Collection[threading.Thread], seconds: float, at_work: float = 0.0) -> list[str]:
    """Names of the program's threads that were not there before and still run after at most ``seconds``.

    Those of ``WORK`` have ``at_work`` seconds more.
    """
    deadline = time.monotonic() + seconds
    ours = [thread for thread in named_threads(threading.enumerate()) if thread not in before]
    for thread in ours:
        more = at_work if WORK.fullmatch(thread.name) else 0.0
        thread.join(max(0.0, deadline + more - time.monotonic()))
    return sorted(thread.name for thread in ours if thread.is_alive())

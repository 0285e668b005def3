"""What other threads hold of the main thread's objects, ended on the main thread.

A thread that publishes or settles holds the bridge or the tasks it tells. Where it is the last to hold them,
at the end of a test, it ends a ``QObject`` which is not its own, and now and then the process with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6

from desktop_app.bus import Bus
from ui.bridge import Bridge
from ui.tasks import Tasks


@contextmanager
def bridged(bus: Bus) -> Iterator[Bridge]:
    """News of ``bus`` on the main thread, for the block."""
    made = Bridge(bus)
    yield made
    made.close()
    shiboken6.delete(made)


@contextmanager
def working() -> Iterator[Tasks]:
    """Work off the main thread, for the block."""
    made = Tasks()
    yield made
    made.stop()
    shiboken6.delete(made)

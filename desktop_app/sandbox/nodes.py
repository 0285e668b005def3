"""Other processes on the same database: what they commit wakes the polls held here, and who looks is told.

PostgreSQL says so itself (``LISTEN``): of the feed with the commit, of who has a report open as a word that
is written nowhere. Any other database is asked how far the feed is, once a second. A line that broke is
taken up again, and what it missed is looked at first.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from desktop_app.sandbox.database import FEED_MOVED, reading

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

LOOKS = "ioc_looks"
"""Where nodes say who has a report open."""
ASKED_EVERY = 1.0
"""Seconds between two looks where the database cannot tell."""
AGAIN_AFTER = 1.0
"""Seconds until a broken line is taken up again."""
LOOKS_UP_AFTER = 5.0
"""Seconds that a quiet line is listened to before its end is looked for."""
_SAY = sa.select(sa.func.pg_notify(sa.bindparam("channel"), sa.bindparam("word")))
_log = logging.getLogger(__name__)


class Nodes:
    """The line between the processes on one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = reading(engine)
        self._tells = engine.dialect.name == "postgresql"
        self._losses = (DBAPIError, engine.dialect.loaded_dbapi.Error)  # the driver's own while it listens

    def say(self, word: str) -> None:
        """Tell the other nodes who looks; where the database cannot, there is one process."""
        self._send(LOOKS, word)

    @contextmanager
    def hearing(self, moved: Callable[[], None], looks: Callable[[str], None]) -> Iterator[None]:
        """Call ``moved`` after each node's commits, and ``looks`` with each word said, while entered."""
        ended = threading.Event()
        thread = threading.Thread(
            target=self._listen, args=(ended, moved, looks), name="sandbox-nodes", daemon=True
        )
        thread.start()
        try:
            yield
        finally:
            ended.set()
            self._wake()
            thread.join()

    def _wake(self) -> None:
        """Let our own thread look up: it hears its own word, as every node does."""
        try:
            self._send(FEED_MOVED, "")
        except DBAPIError:
            _log.info("the database went first")

    def _send(self, channel: str, word: str) -> None:
        if self._tells:
            with self._engine.connect() as connection:
                connection.execute(_SAY, {"channel": channel, "word": word})

    def _listen(
        self, ended: threading.Event, moved: Callable[[], None], looks: Callable[[str], None]
    ) -> None:
        """Hear until the end; a database that is away is waited for."""
        while not ended.is_set():
            try:
                if self._tells:
                    self._be_told(ended, moved, looks)
                elif not ended.wait(ASKED_EVERY):
                    moved()
            except self._losses as lost:
                _log.warning("the other nodes are not heard: %s", type(lost).__name__)
                ended.wait(AGAIN_AFTER)

    def _be_told(
        self, ended: threading.Event, moved: Callable[[], None], looks: Callable[[str], None]
    ) -> None:
        with self._engine.connect() as connection:
            line: Any = connection.connection.driver_connection
            connection.detach()  # no question is ever asked on this line: it is closed at the end
            for channel in (FEED_MOVED, LOOKS):
                connection.exec_driver_sql(f"LISTEN {channel}")
            moved()  # what came before the line was open
            while not ended.is_set():
                heard = list(line.notifies(timeout=LOOKS_UP_AFTER, stop_after=1))
                for each in heard:
                    if each.channel == LOOKS:
                        looks(each.payload)
                if any(each.channel == FEED_MOVED for each in heard):
                    moved()

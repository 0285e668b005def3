"""The presence thread: while a report is open, the centre hears of it and says who else has it open.

A hint and nothing more: offline nothing is said, no failure is shown, and nothing is kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from desktop_app.api import presence
from desktop_app.api.errors import ApiError, Stopped
from desktop_app.api.session import Centre, TokenSource
from desktop_app.news import Onlooker, PresenceChanged
from desktop_app.sync.loop import Loop

EVERY_SECONDS: Final = 20.0
_NAME: Final = "presence"


class Presence:
    """Says what is open here, and publishes who else has it open."""

    def __init__(self, centre: Centre, token: TokenSource, publish: Callable[[object], None]) -> None:
        self._session = centre.open()
        self._token = token
        self._publish = publish
        self._lock = threading.Lock()
        self._open: str | None = None
        self._writing = False
        self._said: str | None = None
        self._told: PresenceChanged | None = None
        self._loop = Loop(_NAME, self._step, self._failed, self._session.stop, close=self._session.close)
        self.start, self.ask_to_stop, self.stop = self._loop.start, self._loop.ask_to_stop, self._loop.stop

    def look(self, report_id: str | None, *, writing: bool = False) -> None:
        """This report is open here now (None: none is), and whether its answer is being written.

        Returns at once; may be called with the same again and again.
        """
        with self._lock:
            if (report_id, writing) == (self._open, self._writing):
                return
            self._open, self._writing = report_id, writing
        self._loop.wake()

    def _step(self) -> float | None:
        with self._lock:
            report_id, writing = self._open, self._writing
        if self._said is not None and self._said != report_id:
            self._leave(self._said)
        if report_id is None:
            return None
        self._said = report_id
        self._tell(report_id, presence.look(self._session, self._token, report_id, writing=writing))
        return EVERY_SECONDS

    def _leave(self, report_id: str) -> None:
        self._said = None
        try:
            presence.leave(self._session, self._token, report_id)
        except Stopped:
            raise
        except ApiError:
            return  # it is forgotten there within a minute anyway

    def _tell(self, report_id: str, others: tuple[Onlooker, ...]) -> None:
        news = PresenceChanged(report_id, others)
        if news != self._told and (others or self._told is not None):
            self._told = news
            self._publish(news)

    def _failed(self, _failure: Exception) -> None:
        """Say nothing rather than something old."""
        if self._told is not None and self._told.others:
            self._tell(self._told.report_id, ())

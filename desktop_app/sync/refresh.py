"""What the terminal believes, kept fresh: bundle, roster and revocation lists, every ten minutes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop_app.api import enrolments
from desktop_app.trust.bundle import BundleRefused

if TYPE_CHECKING:
    from desktop_app.api.session import ApiSession
    from desktop_app.api.terminals import Access
    from desktop_app.store.terminal import TerminalStore
    from desktop_app.trust.state import TrustState

_log = logging.getLogger(__name__)
REFRESH_SECONDS: Final = 600.0


class Refresh:
    """Fetches it for one terminal."""

    def __init__(self, store: TerminalStore, trust: TrustState, list_updated: Callable[[], None]) -> None:
        """``list_updated`` is told when a newer revocation list is in force."""
        self._store = store
        self._trust = trust
        self._list_updated = list_updated
        self._done: float | None = None

    def look(self, access: Access, session: ApiSession) -> None:
        """Fetch what may be new, if it is time; raises ``ApiError`` and ``StoreError``."""
        if self._done is not None and time.monotonic() - self._done < REFRESH_SECONDS:
            return
        try:
            self._trust.take_bundle(enrolments.fetch_bundle(session, access.token))
        except BundleRefused as refused:
            _log.warning("trust bundle refused: %s", refused.code)
        roster = access.over(session).roster()
        self._store.roster.replace(roster.persons, roster.issued_at, site_stale=roster.site_stale)
        if self._trust.take_lists(roster.crls):
            self._list_updated()
        self._done = time.monotonic()

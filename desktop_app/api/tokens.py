"""Access tokens and who renews them: the workstation's by its key, a person's by the refresh token."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api import auth
from desktop_app.api.auth import Grant
from desktop_app.api.errors import Unauthorised
from desktop_app.api.session import ApiSession

SIGN_IN_AGAIN: Final = "sign_in_again"
_MARGIN: Final = 20.0  # renew this many seconds early: the request still has to travel


class WorkstationToken:
    """The workstation's own token; attendance and the trust bundle run on it. Thread-safe."""

    def __init__(self, workstation_id: str, token_url: str, key: ec.EllipticCurvePrivateKey) -> None:
        self._workstation_id = workstation_id
        self._token_url = token_url
        self._key = key
        self._lock = threading.Lock()
        self._access: str | None = None
        self._until = 0.0

    def current(self, session: ApiSession) -> str:
        """Return the token, a new one when it is about to end."""
        with self._lock:
            if self._access is None or time.monotonic() >= self._until:
                return self._fetch(session)
            return self._access

    def renew(self, session: ApiSession, stale: str) -> str:
        """Return another token than ``stale``."""
        with self._lock:
            return self._fetch(session) if self._access in {None, stale} else str(self._access)

    def _fetch(self, session: ApiSession) -> str:
        grant = auth.grant_workstation(session, self._workstation_id, self._token_url, self._key)
        self._access, self._until = grant.access_token, time.monotonic() + grant.expires_in - _MARGIN
        return self._access


class PersonToken:
    """A signed-in person's tokens, shared by the threads that work for them. Thread-safe.

    ``remember`` keeps each new refresh token (None: forget it) where an offline sign-in finds it.
    Once the server has refused to renew, every use raises ``Unauthorised``: sign in again.
    """

    def __init__(
        self, grant: Grant | None, remembered: str | None, remember: Callable[[str | None], None]
    ) -> None:
        """Take the tokens of a sign-in online, or the remembered refresh token of one offline."""
        self._lock = threading.Lock()
        self._remember = remember
        self._access: str | None = None
        self._refresh = remembered
        self._until = 0.0
        if grant is not None:
            self._keep(grant)

    def current(self, session: ApiSession) -> str:
        """Return the token, a new one when it is about to end."""
        with self._lock:
            if self._access is not None and time.monotonic() < self._until:
                return self._access
            return self._renewed(session)

    def renew(self, session: ApiSession, stale: str) -> str:
        """Return another token than ``stale``; raise ``Unauthorised``: the person must sign in again."""
        with self._lock:
            return str(self._access) if self._access not in {None, stale} else self._renewed(session)

    def take(self, grant: Grant) -> None:
        """Go on with the tokens of a new sign-in."""
        with self._lock:
            self._keep(grant)

    def wipe(self) -> str | None:
        """Drop everything from memory; return the access token for one last use: to revoke itself."""
        with self._lock:
            last, self._access, self._refresh = self._access, None, None
            return last

    def _renewed(self, session: ApiSession) -> str:
        if self._refresh is None:
            auth.probe(session)  # a server out of reach is the better reason
            raise Unauthorised(SIGN_IN_AGAIN)
        try:
            grant = auth.refresh(session, self._refresh).grant
        except Unauthorised:
            self._access = self._refresh = None
            self._remember(None)
            raise Unauthorised(SIGN_IN_AGAIN) from None
        return self._keep(grant)

    def _keep(self, grant: Grant) -> str:
        self._access, self._refresh = grant.access_token, grant.refresh_token or self._refresh
        self._until = time.monotonic() + grant.expires_in - _MARGIN
        self._remember(self._refresh)
        return grant.access_token

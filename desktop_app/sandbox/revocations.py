"""The staff CA's revocation list as the server uses and hands it out: one list, whichever node is asked.

The newest list lies in the database. A node that finds it an hour old issues the next one under the writers'
lock, counting on from that very list, so that numbers rise (RFC 5280, 5.2.3) however many nodes serve; the
others take it over from there. Who asks for a verdict never issues: that may be inside a transaction.
"""

from __future__ import annotations

import threading
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from cardio.errors import CrlRefused
from cardio.trust import CrlStore, RevocationVerdict
from desktop_app.sandbox.database import read_setting, write_setting

if TYPE_CHECKING:
    from cryptography import x509
    from sqlalchemy.engine import Connection, Engine

    from cardio.trust import CrlRecord
    from desktop_app.sandbox.database import Writer
    from desktop_app.sandbox.pki import SandboxPki

RENEWED_AFTER: Final = timedelta(hours=1)
LOOKED_AFTER: Final = timedelta(seconds=10)
"""How long a list that another node issued may go unnoticed here."""
_SETTING: Final = "staff_crl"


class Revocations:
    """Issues a list when the last one is an hour old, and answers from it. Thread-safe."""

    def __init__(self, pki: SandboxPki, reader: Engine, writer: Writer, now: Callable[[], datetime]) -> None:
        self._pki = pki
        self._reader = reader
        self._writer = writer
        self._now = now
        self._memory = threading.Lock()
        self._issuing = threading.Lock()
        self._store = CrlStore()
        self._newest: CrlRecord | None = None
        self._looked: datetime | None = None

    def renew(self) -> bytes:
        """Issue a list now (after a revocation); return its DER. Not inside a transaction."""
        with self._issuing:
            return self._issue(due_only=False)

    def newest(self) -> bytes:
        """Return the list in force, as DER. Not inside a write transaction.

        While one thread issues the next list, the others are given the last.
        """
        self._look()
        known = self._newest
        if known is not None and (self._is_fresh(known) or not self._issuing.acquire(blocking=False)):
            return known.der
        if known is None:
            self._issuing.acquire()
        try:
            return self._issue(due_only=True)
        finally:
            self._issuing.release()

    def verdict(self, certificate: x509.Certificate) -> RevocationVerdict:
        """Return what the list in force says of ``certificate``; also inside a transaction."""
        self._look()
        return self._store.verdict(certificate, self._now())

    def _is_fresh(self, known: CrlRecord) -> bool:
        """Young enough, and with everything on it that was revoked here."""
        is_young = self._now() - known.this_update < RENEWED_AFTER
        return is_young and self._pki.staff_ca.revoked <= known.revoked.keys()

    def _look(self) -> None:
        """See, once in a while, whether another node has issued a list."""
        now = self._now()
        with self._memory:
            if self._looked is not None and abs(now - self._looked) < LOOKED_AFTER:
                return
            self._looked = now
        with self._reader.connect() as connection:
            self._take_over(connection)

    def _issue(self, *, due_only: bool) -> bytes:
        """Issue the next list under the writers' lock, unless another node was quicker."""
        with self._writer.transaction() as connection:
            known = self._take_over(connection)
            if due_only and known is not None and self._is_fresh(known):
                return known.der
            der = self._pki.crl(self._now())
            write_setting(connection, _SETTING, b64encode(der).decode())
        self._add(der)
        return der

    def _take_over(self, connection: Connection) -> CrlRecord | None:
        kept = read_setting(connection, _SETTING)
        return None if kept is None else self._add(b64decode(kept))

    def _add(self, der: bytes) -> CrlRecord:
        """Answer from this list from now on, unless a newer one is known; have the CA count on from it."""
        with self._memory:
            known = self._newest
            if known is not None and known.der == der:
                return known
            self._pki.staff_ca.take_over(der)
            try:
                self._newest = self._store.add(der, self._pki.staff_ca.issuing)
            except CrlRefused:  # read before another thread took over a newer one
                if known is None:
                    raise
                return known
            return self._newest

"""The staff CA's revocation list as the server uses and hands it out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cardio.trust import CrlStore, RevocationVerdict

if TYPE_CHECKING:
    from cryptography import x509

    from desktop_app.sandbox.pki import SandboxPki

RENEWED_AFTER = timedelta(hours=1)


class Revocations:
    """Issues a list when the last one is an hour old, and answers from it. Thread-safe."""

    def __init__(self, pki: SandboxPki, now: Callable[[], datetime]) -> None:
        self._pki = pki
        self._now = now
        self._turn = threading.Lock()
        self._store = CrlStore()
        self._der = b""
        self._issued: datetime | None = None

    def renew(self) -> bytes:
        """Issue a list now (after a revocation); return its DER."""
        with self._turn:
            return self._renew()

    def newest(self) -> bytes:
        """Return the list in force, as DER."""
        with self._turn:
            fresh = self._issued is not None and self._now() - self._issued < RENEWED_AFTER
            return self._der if fresh else self._renew()

    def verdict(self, certificate: x509.Certificate) -> RevocationVerdict:
        """Return what the list in force says of ``certificate``."""
        self.newest()
        return self._store.verdict(certificate, self._now())

    def _renew(self) -> bytes:
        self._issued = self._now()
        self._der = self._pki.crl(self._issued)
        self._store.add(self._der, self._pki.staff_ca.issuing)
        return self._der

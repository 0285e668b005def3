"""What vouches for citizens' documents on this workstation: kept in its store, read back when first needed.

Half a second goes into reading a whole master list, so ``store`` is asked for off the main thread. Each
change carries the statement that a site admin's card signed for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from cardio.errors import CardError, CrlRefused
from desktop_app.store.anchor_table import StoredAnchor
from desktop_app.trust.anchor_record import AnchorDeed, deed

if TYPE_CHECKING:
    from cardio.trust.csca import Anchor, AnchorStore
    from desktop_app.store.anchor_table import AnchorTable

_log = logging.getLogger(__name__)


class DocumentAnchors:
    """The installed anchors; thread-safe."""

    def __init__(self, table: AnchorTable) -> None:
        self._table = table
        self._turn = threading.RLock()
        self._store: AnchorStore | None = None

    @property
    def store(self) -> AnchorStore:
        """What documents are judged by; raises ``StoreError`` at first use."""
        with self._turn:
            if self._store is None:
                self._store = self._read()
            return self._store

    def install(self, anchors: Iterable[Anchor], statement: str) -> None:
        """Install certificates that were checked; raise ``StoreError``: nothing has changed then."""
        with self._turn:
            store = self.store
            before = {one.certificate.der: one.kinds for one in store.anchors}
            wanted = [(one, one.kinds | before.get(one.certificate.der, frozenset())) for one in anchors]
            self._table.keep(
                (
                    StoredAnchor(
                        one.certificate.fingerprint,
                        one.certificate.der,
                        tuple(sorted(kind.value for kind in kinds)),
                    )
                    for one, kinds in wanted
                ),
                statement,
            )
            for one, _ in wanted:
                store.add(one)

    def install_list(self, der: bytes, statement: str) -> Anchor:
        """Take a revocation list over; return whose it is. Raises ``CrlRefused``, ``StoreError``."""
        with self._turn:
            issuer = self.store.install_list(der)
            self._table.keep_list(issuer.certificate.fingerprint, der, statement)
            return issuer

    def remove(self, fingerprints: Sequence[str], statement: str) -> None:
        """Trust these certificates (SHA-256, hex) no longer; raise ``StoreError``, with nothing changed."""
        with self._turn:
            self._table.remove(fingerprints, statement)
            for fingerprint in fingerprints:
                self.store.remove(fingerprint)

    def deeds(self) -> list[AnchorDeed]:
        """Return who changed what, the newest first; raise ``StoreError``."""
        return [deed(change) for change in reversed(self._table.changes())]

    def _read(self) -> AnchorStore:
        from cardio.trust.csca import Anchor, AnchorStore, DocumentKind  # no start-up waits for ASN.1
        from cardio.trust.document_certificate import DocumentCertificate

        store = AnchorStore()
        known = {kind.value: kind for kind in DocumentKind}
        for kept in self._table.anchors():
            kinds = frozenset(known[kind] for kind in kept.kinds if kind in known)
            with suppress(CardError):  # its structure held when it was installed
                store.add(Anchor(DocumentCertificate.load(kept.der), kinds))
        for der in self._table.lists():
            try:
                store.install_list(der)
            except CrlRefused as refused:
                _log.warning("a document authority's revocation list is no longer taken: %s", refused.reason)
        return store

"""What the workstation believes right now, and how news of it is taken over and kept. Thread-safe."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.trust.bundle import TrustBundle, next_bundle
from desktop_app.trust.cards import CardTrust

if TYPE_CHECKING:
    from desktop_app.store.terminal import TerminalStore


class TrustState:
    """The bundle in force and the card trust built from it, kept in the terminal's store."""

    def __init__(self, store: TerminalStore, server_url: str, bundle: TrustBundle) -> None:
        self._store = store
        self._server_url = server_url
        self._lock = threading.Lock()
        self._cards = CardTrust(bundle, store.trust.lists())

    @property
    def bundle(self) -> TrustBundle:
        """The bundle in force."""
        return self._cards.bundle

    @property
    def cards(self) -> CardTrust:
        """Paths and revocation lists in force."""
        return self._cards

    def take_bundle(self, compact: str) -> None:
        """Put a successor in force; raise ``BundleRefused`` and keep the one before."""
        with self._lock:
            bundle = next_bundle(compact, self._server_url, self._cards.bundle)
            cards = CardTrust(bundle, self._cards.lists())
            self._store.trust.keep_bundle(compact)
            self._store.trust.keep_lists(cards.lists())
            self._cards = cards

    def take_lists(self, crls: Iterable[bytes]) -> bool:
        """Take over revocation lists; tell whether one was newer."""
        with self._lock:
            newer = self._cards.learn(crls)
            if newer:
                self._store.trust.keep_lists(self._cards.lists())
            return newer

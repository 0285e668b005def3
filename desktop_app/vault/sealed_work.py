"""Unsent work and drafts, sealed for the agency's recovery key: what is left when a card is lost.

The sealed copy lies beside the store; nobody at this computer can open it, not even its owner. The centre
does, for that person alone, when two admins' cards ask for it (``recovery``). Files are not in it.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.host import write_private

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_log = logging.getLogger(__name__)


class SealingImpossible(Exception):
    """Nothing was sealed: the policy has no recovery key, or there is no unsent work."""

    code = "sealing_impossible"


class SealedWork:
    """Keeps the sealed copy of one store in ``file``; ``key`` is the recovery key, None by policy."""

    def __init__(
        self,
        store: AccountStore,
        file: Path,
        person_id: str,
        key: Callable[[], Mapping[str, Any] | None],
    ) -> None:
        self._store = store
        self.file = file
        self._person_id = person_id
        self._key = key
        self._kept: str | None = None
        self._turn = threading.Lock()

    def keep(self) -> bool:
        """Bring the copy up to date, if there is a key to seal it for; tell whether there is a copy now.

        Without any unsent work there is no copy. Raises ``StoreError``, OSError. Thread-safe: the push thread
        and a sign-out may both come.
        """
        with self._turn:
            return self._keep()

    def _keep(self) -> bool:
        key = self._key()
        if key is None:
            self.file.unlink(missing_ok=True)
            return False
        work = unsent_work(self._store, self._person_id)
        if not work["events"] and not work["drafts"]:
            self.file.unlink(missing_ok=True)
            self._kept = None
            return False
        content = msgspec.json.encode(work)
        digest = hashlib.sha256(content).hexdigest() + jose.thumbprint(key)
        if digest != self._kept or not self.file.exists():
            write_private(self.file, jose.seal(content, key).encode("ascii"))
            self._kept = digest
        return True

    def keep_if_possible(self) -> None:
        """As ``keep``; a full disk must not stop the work itself."""
        try:
            self.keep()
        except OSError as failure:
            _log.warning("sealed copy not written: %s", type(failure).__name__)


def unsent_work(store: AccountStore, person_id: str) -> dict[str, Any]:
    """Return what would be lost with the card, as the centre reads it (``SealedWork`` there)."""
    pending = [*store.outbox.waiting(), *store.outbox.needs_person()]
    sent = {pending.event.entity_id for pending in pending}
    drafts = [
        {
            "report_id": one.report_id,
            "text": one.text,
            "outcome": one.outcome,
            "saved_at": wire.instant(one.saved_at),
        }
        for one in store.drafts.all_latest()
        if one.text.strip() and (store.reports.has(one.report_id) or one.report_id in sent)
    ]
    return {
        "person_id": person_id,
        "events": [wire.encode_event(one.event) for one in pending],
        "drafts": drafts,
    }

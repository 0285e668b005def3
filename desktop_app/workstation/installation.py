"""What this computer keeps of its enrolment: its secrets, the terminal's store, how they open again.

Everything that keys, stores and the wire need is loaded with this module: nothing that a window waits for.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import release
from desktop_app.api.errors import Refused
from desktop_app.api.session import Centre
from desktop_app.credentials import WORKSTATION_KEY, Secrets, terminal_store_key, workstation_key
from desktop_app.store.terminal import TerminalStore
from desktop_app.trust.bundle import stored_bundle
from desktop_app.vault.vault import Vault
from desktop_app.workstation import enrol as enrolling
from desktop_app.workstation.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.clock import Clock
    from desktop_app.domain.attendance import Direction
    from desktop_app.settings import Home, Mode
    from desktop_app.workstation.enrol import Enrolment


@dataclass(frozen=True, slots=True)
class EnrolmentWanted:
    """What a site admin enrols this computer with: address, one-time code, what it shall be.

    ``bundle_sha256`` pins the bundle's key where the code came by QR; ``lane`` is the way everybody goes who
    taps here, None where it is open.
    """

    url: str
    code: str
    modes: Sequence[Mode]
    bundle_sha256: str | None = None
    lane: Direction | None = None


class Installation:
    """The files of one home; ``open`` and ``enrol`` make the workplace that stands on them."""

    def __init__(self, home: Home, bus: Bus, clock: Clock, *, use_keyring: bool) -> None:
        self._home = home
        self._bus = bus
        self._clock = clock
        self._use_keyring = use_keyring
        self._secrets: Secrets | None = None
        self._turn = threading.Lock()

    @property
    def secrets(self) -> Secrets:
        """The workstation's secrets; opened at first use, since a keyring may take seconds."""
        with self._turn:
            if self._secrets is None:
                self._secrets = Secrets(self._home.workstation_key_file, use_keyring=self._use_keyring)
            return self._secrets

    def vault(self, account_id: str, workstation: str) -> Vault:
        """Return the wrapped keys of a person's store on ``workstation`` (its id)."""
        return Vault(self._home.vault_file(account_id), account_id, workstation, self.secrets)

    def open(self) -> Workplace:
        """Begin work as the workstation that was enrolled here before.

        Raises ``SecretsUnreadable``, ``StoreError`` and ``BundleRefused`` where the files do not open.
        """
        store = self._open_terminal()
        try:
            bundle = stored_bundle(store.trust.bundle() or "")
            return self._begin(enrolling.load(self._home.enrolment_file, bundle), store)
        except BaseException:
            store.close()
            raise

    def enrol(self, wanted: EnrolmentWanted) -> Workplace:
        """Enrol this workstation and begin work; blocks on the network.

        Raises ``EnrolmentRefused``, ``BundleRefused``, ``ApiError``, ``SecretsUnreadable``, ``StoreError``.
        """
        enrolment = self._enrol(wanted)
        store = self._open_terminal()
        store.trust.keep_bundle(enrolment.bundle.compact)
        enrolment.save(self._home.enrolment_file)
        return self._begin(enrolment, store)

    def _enrol(self, wanted: EnrolmentWanted) -> Enrolment:
        try:
            return self._ask(wanted)
        except Refused as refused:
            if refused.reason != "key_known":
                raise
        # An answer was lost on the way: that identity is nobody's, and neither is its key.
        self.secrets.delete(WORKSTATION_KEY)
        return self._ask(wanted)

    def _ask(self, wanted: EnrolmentWanted) -> Enrolment:
        key = workstation_key(self.secrets)
        centre = Centre(wanted.url, key, self._clock, release.build(), self._home.pinned_ca)
        return enrolling.enrol(
            centre,
            key,
            code=wanted.code,
            key_class=self.secrets.key_class,
            modes=wanted.modes,
            bundle_sha256=wanted.bundle_sha256,
            lane=wanted.lane,
        )

    def _open_terminal(self) -> TerminalStore:
        key = terminal_store_key(self.secrets)
        store = TerminalStore.open(self._home.terminal_db, key, now=self._clock.now)
        highest = store.trust.highest_trusted()
        if highest is not None:
            self._clock.recall(highest)
        return store

    def _begin(self, enrolment: Enrolment, store: TerminalStore) -> Workplace:
        key, ca = workstation_key(self.secrets), self._home.pinned_ca
        workplace = Workplace(enrolment, key, store, self._bus, self._clock, ca)
        workplace.start()
        return workplace

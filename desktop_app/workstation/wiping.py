"""Remote wipe: at the next contact every person's store and secret here goes, and that is confirmed.

Taps stay: they are the terminal's, not a person's, and none may be lost. Sealed work stays, too, since
nobody here can open it; what was not sealed (no recovery key in the policy) is lost, and the centre is
told for how many accounts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.host import write_private
from desktop_app.news import Wiped, WipeOrdered

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.credentials import Secrets
    from desktop_app.settings import Home
    from desktop_app.workstation.workplace import Workplace

_log = logging.getLogger(__name__)


class Wiping:
    """Carries orders out; runs on the thread that heard of one."""

    def __init__(
        self,
        bus: Bus,
        home: Home,
        leave: Callable[[], None],
        secrets: Callable[[], Secrets],
        workplace: Callable[[], Workplace | None],
    ) -> None:
        """``leave`` locks the desk and ends every exchange in a person's name before it returns."""
        self._home = home
        self._leave = leave
        self._secrets = secrets
        self._workplace = workplace
        self._bus = bus
        bus.subscribe(WipeOrdered, self._ordered)

    def _ordered(self, order: WipeOrdered) -> None:
        self._leave()
        accounts = self._home.accounts()
        for account_id in accounts:
            self._wipe(account_id)
        sealed = sum(any(self._home.root.glob(f"account-{account_id}.*sealed")) for account_id in accounts)
        _log.warning("wiped by order of the centre: %d accounts", len(accounts))
        self._bus.publish(Wiped(len(accounts)))
        workplace = self._workplace()
        if workplace is not None:
            workplace.sync.wiped(order.order_id, len(accounts), sealed)

    def _wipe(self, account_id: str) -> None:
        """The keys first: without them what a cut leaves behind is noise."""
        vault = self._home.vault_file(account_id)
        for file in vault.parent.glob(f"{vault.name}*"):  # one that is about to follow it, too
            write_private(file, b"")
            file.unlink()
        from desktop_app.credentials import vault_secret
        from desktop_app.store.database import delete_store  # no start waits for the driver

        self._secrets().delete(vault_secret(account_id))
        for file in (self._home.account_db(account_id), self._home.online_db(account_id)):
            delete_store(file)
            for copy in file.parent.glob(f"{file.name}.before-*"):
                copy.unlink(missing_ok=True)

"""The file of a person's store at their sign-in: which one it is, and under which key.

A renewed card takes over the store that its key opens; a rotation of the key that was cut is finished.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop_app.host import put_in_place
from desktop_app.session import Assurance
from desktop_app.store.account import AccountStore
from desktop_app.store.database import delete_store, fold_log
from desktop_app.store.errors import StoreError
from desktop_app.store.migrations import Tell, nobody
from desktop_app.store.rotation import reencrypt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop_app.settings import Home
    from desktop_app.sign_in.outcome import Admission

_log = logging.getLogger(__name__)


def open_account(
    admission: Admission,
    home: Home,
    now: Callable[[], datetime],
    succeed: Callable[[], None],
    tell: Tell = nobody,
) -> tuple[Path, AccountStore]:
    """Open the store of who was admitted and return it with its file; raise ``StoreError``, OSError.

    ``succeed`` has the vault hold the next key alone, once the store is under it; ``tell`` hears of a long
    upgrade.
    """
    file = _file(admission, home)
    if not file.exists():  # wiped, or kept by nobody: what was sealed is all that is left of that work
        home.set_sealed_apart(admission.account_id)
    key = _key_in_force(admission, file, succeed)
    return file, AccountStore.open(file, key, admission.account_id, now=now, tell=tell)


def _file(admission: Admission, home: Home) -> Path:
    """The file of the person's store; online only, it begins empty: nobody has the key of an old one."""
    if admission.assurance is not Assurance.ONLINE:
        file = home.account_db(admission.account_id)
        if not file.exists():
            _take_over(admission, home, file)
        return file
    file = home.online_db(admission.account_id)
    delete_store(file)
    return file


def _key_in_force(admission: Admission, file: Path, succeed: Callable[[], None]) -> bytes:
    """Finish a rotation, and return the key that the store is under; a failure leaves it to the next time.

    A cut anywhere leaves the store under one of the two keys, and both in the vaults.
    """
    present, fresh = admission.data_key, admission.next_key
    if fresh is None:
        return present
    try:
        if file.exists():
            if fold_log(file, present):
                reencrypt(file, present, fresh)
            elif not fold_log(file, fresh):
                return present  # opening it will say what is wrong
        succeed()
    except (StoreError, OSError) as failure:
        _log.warning("key not rotated: %s", getattr(failure, "code", type(failure).__name__))
        return fresh if fold_log(file, fresh) else present
    return fresh


def _take_over(admission: Admission, home: Home, file: Path) -> None:
    """A renewed card has another name: the store that its key opens is its own, and moves to that name.

    Where a rotation was cut when the card was renewed, the store is under the next key already.
    """
    keys = [key for key in (admission.data_key, admission.next_key) if key is not None]
    for account_id in home.accounts():
        known = home.account_db(account_id)
        if account_id != admission.account_id and any(fold_log(known, key) for key in keys):
            put_in_place(known, file)
            for name in (known.name, home.vault_file(account_id).name):
                for left in home.root.glob(f"{name}*"):  # its log, copies and drafts, and its keys
                    left.unlink(missing_ok=True)
            home.sealed_file(account_id).unlink(missing_ok=True)  # sealed anew at the first push
            return

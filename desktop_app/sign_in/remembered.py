"""What a person's own encrypted store remembers of their sign-in: the refresh token.

An offline sign-in goes online by it, without another PIN, while it lasts (12 h at most).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop_app.store.values import read_value, write_value

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_NAME: Final = "session.refresh"


class RememberedToken:
    """The refresh token in ``store``; it opens nothing without the workstation's key."""

    def __init__(self, store: AccountStore) -> None:
        self._store = store

    def load(self) -> str | None:
        """Return the token, None where there is none."""
        with self._store.reader() as connection:
            return read_value(connection, _NAME) or None

    def save(self, token: str | None) -> None:
        """Keep the token, or forget it."""
        with self._store.write() as tx:
            write_value(tx.connection, _NAME, token or "")

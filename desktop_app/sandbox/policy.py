"""What the centre's policy says: its defaults, and what an operator has set otherwise; told in the bundle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from desktop_app.sandbox.database import read_setting, write_setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

SIGNED_APPROVALS: Final = "signed_approvals"
"""Whether an approval counts only with the signature of the leader's card."""
DEFAULTS: Final[dict[str, Any]] = {
    "device_slot": False,
    "offline_hours": 72,
    "offline_unlocks": 50,
    "session_without_card": True,
    "hold_seconds": 5,
    "repeat_window_seconds": 30,
    "journal_days": 396,
    "vault_key_days": 365,
    "uid_check_in": True,
    SIGNED_APPROVALS: False,
}
_KEPT: Final = "policy"


def in_force(connection: Connection) -> dict[str, Any]:
    """Return the policy as it is now."""
    return {**DEFAULTS, **_own(connection)}


def change(connection: Connection, name: str, value: bool | float) -> None:
    """Set one value; raises KeyError for a name that the policy does not have, TypeError for another kind."""
    if isinstance(DEFAULTS[name], bool) is not isinstance(value, bool):
        raise TypeError(name)
    write_setting(connection, _KEPT, json.dumps({**_own(connection), name: value}))


def _own(connection: Connection) -> dict[str, Any]:
    own: dict[str, Any] = json.loads(read_setting(connection, _KEPT) or "{}")
    return own

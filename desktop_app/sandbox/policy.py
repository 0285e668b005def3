"""What the centre's policy says: its defaults, and what an operator has set otherwise; told in the bundle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from desktop_app.sandbox.database import read_setting, write_setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

SIGNED_APPROVALS: Final = "signed_approvals"
"""Whether an approval counts only with the signature of the leader's card."""
APPROVER_PUBLISHES: Final = "approver_publishes"
"""Whether an approver may publish, too; then both roles are recorded."""
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
    APPROVER_PUBLISHES: False,
}
KEPT: Final = "policy"
"""The setting that holds what an operator has set."""


def in_force(connection: Connection) -> dict[str, Any]:
    """Return the policy as it is now."""
    return read(read_setting(connection, KEPT))


def read(kept: str | None) -> dict[str, Any]:
    """Return the policy that the setting ``KEPT`` stands for; None: nothing was set otherwise."""
    return {**DEFAULTS, **json.loads(kept or "{}")}


def change(connection: Connection, name: str, value: bool | float) -> None:
    """Set one value; raises KeyError for a name that the policy does not have, TypeError for another kind."""
    if isinstance(DEFAULTS[name], bool) is not isinstance(value, bool):
        raise TypeError(name)
    own = json.loads(read_setting(connection, KEPT) or "{}")
    write_setting(connection, KEPT, json.dumps({**own, name: value}))

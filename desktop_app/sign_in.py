"""Sign-in with card and PIN, online and, when the centre cannot be reached, offline.

Order: PIN typed → nonce fetched → one card transaction VERIFY + sign (+ open the vault), logged out
before it is released, never spanning the network → token → the vault's key opens the account store.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.session import Session


class SignInRefused(Exception):
    """The person cannot be let in; ``code`` says why, ``data`` carries what the sentence needs.

    Codes: ``not_enrolled``, ``first_sign_in_needs_server``, ``grace_expired``, ``grace_unlocks_used``,
    ``card_changed``, and the server's own: ``certificate_expired``, ``certificate_not_yet_valid``,
    ``certificate_revoked``, ``certificate_foreign``, ``wrong_purpose``, ``nonce_used``,
    ``signature_bad``, ``person_unknown``, ``person_inactive``, ``workstation_unknown``.
    """

    def __init__(self, code: str, data: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.data = data or {}


@dataclass(frozen=True, slots=True)
class CardSummary:
    """What a card in a reader says of itself before any PIN.

    ``tries_left`` is None while the PIN is verified already or unknown; ``can_work_offline_until``
    is None for a card that never signed in here; ``problem`` is the error code that keeps this card
    from signing in, if one is known already.
    """

    reader: str
    holder: str = ""
    issuer: str = ""
    not_after: datetime | None = None
    tries_left: int | None = None
    blocked: bool = False
    can_work_offline_until: datetime | None = None
    problem: str | None = None
    data: dict[str, Any] = field(default_factory=dict)

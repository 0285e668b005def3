"""What a sign-in may come to: a card's own words, an admission, a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app.session import Assurance

if TYPE_CHECKING:
    from desktop_app.api.auth import PersonGrant
    from desktop_app.sign_in.store_opening import Opening


class SignInRefused(Exception):
    """The person cannot be let in; ``code`` says why, ``data`` carries what the sentence needs.

    Ours: ``not_enrolled``, ``first_sign_in_needs_server``, ``grace_expired``, ``grace_unlocks``,
    ``grace_never``, ``card_without_vault_key``. The server's: ``certificate_expired``,
    ``certificate_not_yet_valid``, ``certificate_revoked``, ``certificate_foreign``,
    ``revocation_unknown``, ``wrong_purpose``, ``nonce_used``, ``signature_bad``,
    ``assertion_invalid``, ``assertion_expired``, ``person_unknown``, ``person_inactive``,
    ``workstation_unknown``.
    """

    def __init__(self, code: str, data: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.data = data or {}


@dataclass(frozen=True, slots=True)
class CardSummary:
    """What a card in a reader says of itself before any PIN.

    ``tries_left`` is None while the PIN is verified already; ``can_work_offline_until`` is None for a
    card that cannot sign in offline here; ``problem`` is the error code that keeps this card from
    signing in, if one is known already, with the error's ``data``; ``opening`` is what will open their
    store (None before enrolment), ``pin_pad`` whether the PIN is typed on the ``token`` or its reader.
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
    opening: Opening | None = None
    token: bool = False
    pin_pad: bool = False


@dataclass(frozen=True, slots=True)
class Admission:
    """A person whose card proved itself: which account, the key of its store, and how they came in.

    ``granted`` is None where the centre was out of reach; ``failure`` then says why. ``next_key`` is the
    key that the store shall be under from now on, while the vault's is being rotated.
    """

    account_id: str
    data_key: bytes = field(repr=False)
    reader: str
    granted: PersonGrant | None
    offline_until: datetime | None
    failure: Exception | None = None
    assurance: Assurance = Assurance.CARD
    next_key: bytes | None = field(default=None, repr=False)

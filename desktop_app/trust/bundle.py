"""The signed trust bundle: what this workstation believes, and how a successor takes over.

The first bundle is believed as it came (its key pinned where the code was a QR); each later one must
be signed by the key that the bundle before it names, and must not be older.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from cryptography import x509
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from desktop_app import jose
from desktop_app.api import address
from desktop_app.domain.deadlines import Calendar

MOST_AUTHORITIES: Final = 256
DEFAULT_POLICY: Final[dict[str, Any]] = {
    "device_slot": False,
    "offline_hours": 72,
    "offline_unlocks": 50,
    "session_without_card": False,
    "hold_seconds": 5,
    "repeat_window_seconds": 30,
    "journal_days": 396,
    "vault_key_days": 365,
    "uid_check_in": False,
    "signed_approvals": False,
    "approver_publishes": False,
}


class BundleRefused(Exception):
    """The bundle is not believed; ``code`` says why.

    ``bundle_malformed``, ``bundle_signature``, ``bundle_key_unexpected``, ``bundle_older``,
    ``sandbox_anchors`` (a training server's anchors offered by a server that is not this machine).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class TrustBundle:
    """A bundle whose signature held. ``compact`` is the JWS itself, kept verbatim."""

    compact: str = field(repr=False)
    version: int
    issued_at: datetime
    organisation: str
    server_id: str
    token_url: str
    receipt_keys: KeySet = field(repr=False)
    anchors: tuple[x509.Certificate, ...] = field(repr=False)
    intermediates: tuple[x509.Certificate, ...] = field(repr=False)
    crls: tuple[bytes, ...] = field(repr=False)
    calendar: Calendar | None
    policy: Mapping[str, Any]
    sandbox: bool
    bundle_key: Mapping[str, Any] = field(repr=False)
    officers: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    recovery_key: Mapping[str, Any] | None = field(default=None, repr=False)
    reporter_key: Mapping[str, Any] | None = field(default=None, repr=False)

    def limit(self, name: str) -> float:
        """Return a number of the policy, or its default."""
        value = self.policy.get(name, DEFAULT_POLICY[name])
        return float(value) if isinstance(value, int | float) else float(DEFAULT_POLICY[name])

    def entitled(self, duty: str) -> frozenset[str]:
        """Return the SHA-256 (hex) of the sign-in certificates whose holders have this duty."""
        return self.officers.get(duty, frozenset())

    def allows(self, name: str) -> bool:
        """Return a yes or no of the policy, or its default."""
        return self.policy.get(name, DEFAULT_POLICY[name]) is True


def _officers(raw: object) -> dict[str, frozenset[str]]:
    """Who may act here without a session: duty → SHA-256 (hex) of sign-in certificates."""
    if not isinstance(raw, Mapping):
        return {}
    return {str(duty): frozenset(map(str, cards)) for duty, cards in raw.items() if isinstance(cards, list)}


def _sealing_key(raw: object, name: str) -> Mapping[str, Any] | None:
    """A key of the centre that things are sealed to; None where it has none. Raises ``ValueError``."""
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or raw.get("kty") != "EC":
        raise ValueError(name)
    return {str(name): value for name, value in raw.items()}


def first_bundle(compact: str, server_url: str, key_sha256: str | None = None) -> TrustBundle:
    """Return the bundle of an enrolment; ``key_sha256`` pins its key (thumbprint, base64url or hex)."""
    bundle = _verified(compact, _claimed_key(compact))
    signer = jose.thumbprint(_claimed_key(compact))
    if key_sha256 is not None and key_sha256 not in {signer, jose.decode_base64url(signer).hex()}:
        raise BundleRefused("bundle_key_unexpected")
    return _fit(bundle, server_url)


def next_bundle(compact: str, server_url: str, known: TrustBundle) -> TrustBundle:
    """Return the successor of ``known``, or ``known`` itself where nothing is newer."""
    if compact == known.compact:
        return known
    bundle = _verified(compact, known.bundle_key)
    if bundle.version < known.version or bundle.server_id != known.server_id:
        raise BundleRefused(
            "bundle_older" if bundle.server_id == known.server_id else "bundle_key_unexpected"
        )
    return _fit(bundle, server_url)


def stored_bundle(compact: str) -> TrustBundle:
    """Return a bundle that was believed before: read back from this workstation's own store."""
    return _verified(compact, None)


def _fit(bundle: TrustBundle, server_url: str) -> TrustBundle:
    if bundle.sandbox and not address.is_loopback(server_url):
        raise BundleRefused("sandbox_anchors")
    return bundle


def _claimed_key(compact: str) -> Mapping[str, Any]:
    try:
        key = jose.unverified(compact).claims.get("bundle_key")
    except jose.JwsInvalid:
        raise BundleRefused("bundle_malformed") from None
    if not isinstance(key, dict):
        raise BundleRefused("bundle_malformed")
    return key


def _verified(compact: str, key: Mapping[str, Any] | None) -> TrustBundle:
    try:
        if key is None:
            claims = jose.unverified(compact).claims
        else:
            claims = jose.verify(compact, jose.Kind.TRUST_BUNDLE, jose.import_jwk(key)).claims
    except jose.JwsInvalid:
        raise BundleRefused("bundle_signature") from None
    try:
        return _read(compact, claims)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError, JoseError, jose.JwsInvalid):
        raise BundleRefused("bundle_malformed") from None


def _read(compact: str, claims: Mapping[str, Any]) -> TrustBundle:
    bundle = TrustBundle(
        compact=compact,
        version=int(claims["version"]),
        issued_at=_aware(claims["issued_at"]),
        organisation=str(claims["organisation"]),
        server_id=str(claims["server_id"]),
        token_url=str(claims["token_url"]),
        receipt_keys=KeySet.import_key_set(claims["receipt_keys"]),
        anchors=jose.read_x5c(claims["staff_anchors"], MOST_AUTHORITIES),
        intermediates=jose.read_x5c(claims["staff_intermediates"], MOST_AUTHORITIES),
        crls=tuple(b64decode(item, validate=True) for item in claims["crls"]),
        calendar=_calendar(claims.get("calendar")),
        policy=dict(claims.get("policy") or {}),
        sandbox=claims["sandbox"] is not False,
        bundle_key=dict(claims["bundle_key"]),
        officers=_officers(claims.get("officers")),
        recovery_key=_sealing_key(claims.get("recovery_key"), "recovery_key"),
        reporter_key=_sealing_key(claims.get("reporter_key"), "reporter_key"),
    )
    jose.import_jwk(bundle.bundle_key)  # a key that cannot verify the successor is none
    return bundle


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no zone")
    return moment


def _calendar(raw: Mapping[str, Any] | None) -> Calendar | None:
    if raw is None:
        return None
    return Calendar(
        id=str(raw["id"]),
        first=date.fromisoformat(raw["first"]),
        last=date.fromisoformat(raw["last"]),
        holidays=frozenset(map(date.fromisoformat, raw["holidays"])),
        working_weekends=frozenset(map(date.fromisoformat, raw["working_weekends"])),
        provisional=bool(raw.get("provisional", False)),
    )

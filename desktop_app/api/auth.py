"""Who we are to the centre: nonce, workstation token (RFC 7523, 2.2), card grant (2.1), refresh, logout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api import wire
from desktop_app.api.errors import Garbage, Unauthorised
from desktop_app.api.session import ApiSession, Request
from desktop_app.domain.ids import new_id
from desktop_app.domain.person import Person

TOKEN_PATH: Final = "/v1/auth/token"  # noqa: S105 - a path
ASSERTION_SECONDS: Final = 90
LONGEST_GRANT: Final = 10 * 366 * 86_400
"""Seconds; a number beyond is no lifetime."""
_JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_CLIENT_ASSERTION: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass(frozen=True, slots=True)
class Grant:
    """Tokens, bound to this workstation's key; ``expires_in`` is seconds from now."""

    access_token: str = field(repr=False)
    expires_in: float
    refresh_token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PersonGrant:
    """The tokens of a person, and who that person is."""

    grant: Grant
    person: Person


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the card is asked to sign at sign-in: our own words, never bytes chosen by a server."""

    nonce: str
    token_url: str
    thumbprint: str
    at: datetime

    def signed(
        self, chain: Sequence[x509.Certificate], algorithm: str, signer: Callable[[bytes], bytes]
    ) -> str:
        """Return the compact JWT over these claims for the leaf of ``chain`` (RFC 7523, 3)."""
        subject = chain[0].fingerprint(hashes.SHA256()).hex()
        issued = int(self.at.timestamp())
        claims = {
            "iss": subject,
            "sub": subject,
            "aud": self.token_url,
            "iat": issued,
            "exp": issued + ASSERTION_SECONDS,
            "jti": new_id(),
            "nonce": self.nonce,
            "cnf": {"jkt": self.thumbprint},
        }
        header = {"alg": algorithm, "typ": str(jose.Kind.SIGN_IN), "x5c": jose.x5c(chain)}
        return jose.assemble(header, claims, signer)


def probe(session: ApiSession) -> None:
    """Learn whether the centre answers at all, and its time; raise ``ApiError``."""
    session.call(Request("GET", "/v1/health", patience=5.0))


def fetch_nonce(session: ApiSession, patience: float) -> str:
    """Return a single-use nonce for a card to sign; learns the server's time on the way."""
    return wire.text(session.call(Request("GET", "/v1/auth/nonce", patience=patience)), "nonce")


def grant_workstation(
    session: ApiSession, workstation_id: str, token_url: str, key: ec.EllipticCurvePrivateKey
) -> Grant:
    """Return the workstation's own token (private_key_jwt)."""
    issued = int(session.centre.clock.now().timestamp())
    claims = {
        "iss": workstation_id, "sub": workstation_id, "aud": token_url, "iat": issued,
        "exp": issued + ASSERTION_SECONDS, "jti": new_id(),
    }  # fmt: skip
    assertion = jose.sign(jose.Kind.CLIENT_ASSERTION, claims, key)
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": _CLIENT_ASSERTION,
        "client_assertion": assertion,
    }
    return _grant(_token(session, form))


def grant_person(session: ApiSession, assertion: str) -> PersonGrant:
    """Return the tokens of the person whose card signed ``assertion``; raise ``Unauthorised``."""
    return _person_grant(_token(session, {"grant_type": _JWT_BEARER, "assertion": assertion}))


def refresh(session: ApiSession, refresh_token: str) -> PersonGrant:
    """Return fresh tokens; the old refresh token is used up. Raise ``Unauthorised``."""
    return _person_grant(_token(session, {"grant_type": "refresh_token", "refresh_token": refresh_token}))


def logout(session: ApiSession, access_token: str) -> None:
    """Revoke the person's tokens."""
    session.call(Request("POST", "/v1/auth/logout", patience=3.0), FixedToken(access_token))


@dataclass(frozen=True, slots=True)
class FixedToken:
    """A token source that holds one token and cannot renew it."""

    access_token: str = field(repr=False)

    def current(self, session: ApiSession) -> str:  # noqa: ARG002 - the protocol's signature
        """Return the token."""
        return self.access_token

    def renew(self, session: ApiSession, stale: str) -> str:  # noqa: ARG002 - the protocol's signature
        """Raise ``Unauthorised``: there is no other."""
        raise Unauthorised("expired")


def _token(session: ApiSession, form: dict[str, str]) -> dict[str, Any]:
    return session.call(Request("POST", TOKEN_PATH, form=form))


def _grant(document: dict[str, Any]) -> Grant:
    lifetime = document.get("expires_in")
    if not isinstance(lifetime, int | float) or not 0 <= lifetime <= LONGEST_GRANT:
        raise Garbage("expires_in")
    renewal = document.get("refresh_token")
    return Grant(
        wire.text(document, "access_token"), float(lifetime), renewal if isinstance(renewal, str) else None
    )


def _person_grant(document: dict[str, Any]) -> PersonGrant:
    return PersonGrant(_grant(document), wire.decode_person(wire.member(document, "person")))

"""A workstation of our own: a fresh key, proofs by it (RFC 9449), enrolment, its token (RFC 7523, 2.2)."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.conformance.exchange import PATIENCE, TOKEN_PATH, Answer, Body, Exchange
from desktop_app.domain.ids import new_id

KEY_CLASS: Final = "file"
LIFETIME: Final = 90
_CLIENT_ASSERTION: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_FORM: Final = "application/x-www-form-urlencoded"


class Workstation:
    """One workstation; ``id`` and ``terminal_id`` are known once ``enrol`` was answered."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.jwk = jose.public_jwk(self.key)
        self.thumbprint = jose.thumbprint(self.jwk)
        self.id = self.terminal_id = ""
        self.token_url = exchange.url + TOKEN_PATH

    def nonce(self) -> str:
        """Return a fresh nonce; raise ``Broken``."""
        return str(self.exchange.call("GET", "/v1/auth/nonce").expect(200)["nonce"])

    def proof(self, method: str, path: str, token: str | None = None, **changes: object) -> str:
        """Return a proof for one request, with the newest nonce; ``changes`` replace claims, None omits."""
        claims: dict[str, Any] = {
            "jti": new_id(), "htm": method, "htu": self.exchange.url + path.partition("?")[0],
            "iat": int(time.time()), "nonce": self.exchange.nonce or self.nonce(),
        }  # fmt: skip
        if token is not None:
            claims["ath"] = jose.encode_base64url(hashlib.sha256(token.encode()).digest())
        told = {name: value for name, value in (claims | changes).items() if value is not None}
        return jose.sign(jose.Kind.DPOP, told, self.key, {"jwk": self.jwk})

    def call(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        document: object = None,
        body: Body | None = None,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        proof: str | None = None,
        patience: float = PATIENCE,
    ) -> Answer:
        """Send a request with a proof and, given ``token``, as its holder."""
        told = {"DPoP": proof or self.proof(method, path, token), **(headers or {})}
        if token is not None:
            told["Authorization"] = f"DPoP {token}"
        if form is not None:
            body = Body(urlencode(form).encode(), _FORM)
        elif document is not None:
            body = Body(json.dumps(document).encode())
        return self.exchange.call(method, path, told, body, patience)

    def enrol(self, code: str) -> Answer:
        """Offer ``code`` for an identity."""
        asked = {
            "code": code, "jwk": self.jwk, "key_class": KEY_CLASS, "hostname": "conformance",
            "modes": ["desk", "kiosk"],
        }  # fmt: skip
        answer = self.exchange.call("POST", "/v1/enrolments", body=Body(json.dumps(asked).encode()))
        if answer.status == 201:
            told = answer.document
            self.id, self.terminal_id = str(told["workstation_id"]), str(told["terminal_id"])
        return answer

    def client_assertion(self) -> str:
        """Return a fresh assertion by the workstation's key."""
        now = int(time.time())
        claims = {
            "iss": self.id, "sub": self.id, "aud": self.token_url, "iat": now, "exp": now + LIFETIME,
            "jti": new_id(),
        }  # fmt: skip
        return jose.sign(jose.Kind.CLIENT_ASSERTION, claims, self.key)

    def grant(self, form: Mapping[str, str], proof: str | None = None) -> Answer:
        """Ask the token endpoint."""
        return self.call("POST", TOKEN_PATH, form=form, proof=proof)

    def own_grant(self, assertion: str | None = None) -> Answer:
        """Ask for the workstation's own token."""
        return self.grant(
            {
                "grant_type": "client_credentials",
                "client_assertion_type": _CLIENT_ASSERTION,
                "client_assertion": assertion or self.client_assertion(),
            }
        )

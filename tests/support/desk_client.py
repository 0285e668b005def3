"""A workstation as a test plays it: real HTTP, real proofs, every exchange held against the contract.

Written apart from the program's own client, so that one checks the other.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

import requests
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import load_der_private_key
from joserfc import jws
from joserfc.jwk import ECKey

from cardio.piv.objects import Slot
from cardio.simulator import CardFile
from desktop_app.domain.ids import new_id
from tests.support import contract

TIMEOUT = 30
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
CLIENT_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class CardKey:
    """A card's key in the test's own hand: signs as the card would after its PIN."""

    def __init__(self, card: CardFile, slot: Slot = Slot.AUTHENTICATION) -> None:
        self.certificate = card.certificate(slot)
        self.der = card.certificates[slot]
        self.sha256 = hashlib.sha256(self.der).hexdigest()
        key = load_der_private_key(card.keys[slot], None)
        assert isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
        self._key = key

    @property
    def alg(self) -> str:
        if isinstance(self._key, rsa.RSAPrivateKey):
            return "RS256"
        return "ES256" if self._key.curve.key_size == 256 else "ES384"

    def sign(self, header: dict[str, Any], claims: dict[str, Any]) -> str:
        parts = [b64url(json.dumps(part).encode()) for part in ({"alg": self.alg, **header}, claims)]
        message = ".".join(parts).encode()
        if isinstance(self._key, rsa.RSAPrivateKey):
            signature = self._key.sign(message, padding.PKCS1v15(), hashes.SHA256())
        else:
            size = (self._key.curve.key_size + 7) // 8
            digest = hashes.SHA256() if size == 32 else hashes.SHA384()
            r, s = utils.decode_dss_signature(self._key.sign(message, ec.ECDSA(digest)))
            signature = r.to_bytes(size, "big") + s.to_bytes(size, "big")
        return f"{message.decode()}.{b64url(signature)}"


@dataclass
class DeskClient:
    """One workstation: its key, its names once enrolled, its tokens."""

    url: str
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))
    nonce: str | None = None
    workstation_id: str = ""
    terminal_id: str = ""
    token: str | None = None
    person: dict[str, Any] = field(default_factory=dict)
    refresh_token: str | None = None
    http: requests.Session = field(default_factory=requests.Session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    @property
    def jwk(self) -> dict[str, Any]:
        members = self.key.as_dict(private=False)
        return {name: members[name] for name in ("crv", "kty", "x", "y")}

    @property
    def thumbprint(self) -> str:
        return self.key.thumbprint()

    def sign(self, typ: str, claims: dict[str, Any], **header: object) -> str:
        protected = {"alg": "ES256", "typ": typ, **header}
        return jws.serialize_compact(protected, json.dumps(claims).encode(), self.key)

    def proof(self, method: str, url: str, token: str | None = None, **changes: object) -> str:
        claims = {
            "jti": new_id(), "htm": method, "htu": url.partition("?")[0], "iat": int(time.time()),
            "nonce": self.nonce, **changes,
        }  # fmt: skip
        if token is not None:
            claims.setdefault("ath", b64url(hashlib.sha256(token.encode()).digest()))
        return self.sign("dpop+jwt", claims, jwk=self.jwk)

    def fresh_nonce(self) -> str:
        nonce: str = self.call("GET", "/v1/auth/nonce").json()["nonce"]
        return nonce

    def call(
        self,
        method: str,
        path: str,
        *,
        proof: str | None = None,
        token: str | None = None,
        follows: bool = True,
        more_headers: Mapping[str, str] | None = None,
        **options: Any,  # noqa: ANN401 - options of requests
    ) -> requests.Response:
        """Send a request with a proof; ``follows=False`` for one that breaks the contract on purpose."""
        if self.nonce is None and path != "/v1/auth/nonce":
            self.fresh_nonce()
        headers = {"DPoP": proof or self.proof(method, self.url + path, token), **(more_headers or {})}
        if token is not None:
            headers["Authorization"] = f"DPoP {token}"
        request = self.http.prepare_request(
            requests.Request(method, self.url + path, headers=headers, **options)
        )
        if follows:
            contract.check_request(request)
        answer = self.http.send(request, timeout=TIMEOUT, allow_redirects=False)
        contract.check_answer(answer)
        self.nonce = answer.headers.get("DPoP-Nonce", self.nonce)
        return answer

    def enrol(self, code: str) -> requests.Response:
        body = {
            "code": code,
            "jwk": self.jwk,
            "key_class": "file",
            "hostname": "desk",
            "modes": ["desk", "kiosk"],
        }
        answer = self.call("POST", "/v1/enrolments", json=body)
        if answer.status_code == 201:
            self.workstation_id = answer.json()["workstation_id"]
            self.terminal_id = answer.json()["terminal_id"]
        return answer

    def workstation_claims(self, **changes: object) -> dict[str, Any]:
        now = int(time.time())
        return {
            "iss": self.workstation_id, "sub": self.workstation_id, "aud": f"{self.url}/v1/auth/token",
            "iat": now, "exp": now + 90, "jti": new_id(), **changes,
        }  # fmt: skip

    def workstation_token(self, **changes: object) -> requests.Response:
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": CLIENT_ASSERTION,
            "client_assertion": self.sign("JWT", self.workstation_claims(**changes)),
        }
        answer = self.call("POST", "/v1/auth/token", data=form)
        if answer.status_code == 200:
            self.token = answer.json()["access_token"]
        return answer

    def assertion(
        self, key: CardKey, kind: str = "ioc-signin+jwt", changes: Mapping[str, object] | None = None
    ) -> str:
        now = int(time.time())
        claims = {
            "iss": key.sha256, "sub": key.sha256, "aud": f"{self.url}/v1/auth/token", "iat": now,
            "exp": now + 100, "jti": new_id(), "nonce": self.nonce or self.fresh_nonce(),
            "cnf": {"jkt": self.thumbprint}, **(changes or {}),
        }  # fmt: skip
        return key.sign({"typ": kind, "x5c": [base64.b64encode(key.der).decode()]}, claims)

    def grant_person(self, assertion: str) -> requests.Response:
        form = {"grant_type": JWT_BEARER, "assertion": assertion}
        return self._keep(self.call("POST", "/v1/auth/token", data=form))

    def sign_in(self, card: CardFile) -> requests.Response:
        self.fresh_nonce()
        return self.grant_person(self.assertion(CardKey(card)))

    def refresh(self, refresh_token: str | None = None) -> requests.Response:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token or self.refresh_token or ""}
        return self._keep(self.call("POST", "/v1/auth/token", data=form))

    def _keep(self, answer: requests.Response) -> requests.Response:
        if answer.status_code == 200:
            document = answer.json()
            self.token, self.refresh_token = document["access_token"], document["refresh_token"]
            self.person = document["person"]
        return answer

    def changes(self, cursor: str = "", limit: int = 500, wait: int = 0) -> dict[str, Any]:
        params = {"cursor": cursor, "limit": limit, "wait": wait}
        answer = self.call("GET", "/v1/sync/changes", token=self.token, params=params)
        assert answer.status_code == 200, answer.text
        document: dict[str, Any] = answer.json()
        return document

    def drain(self, cursor: str = "", limit: int = 500) -> tuple[list[dict[str, Any]], str]:
        """Return all changes after ``cursor``, and the cursor after them."""
        found: list[dict[str, Any]] = []
        while True:
            page = self.changes(cursor, limit)
            found += page["changes"]
            cursor = page["next"]
            if not page["has_more"]:
                return found, cursor

    def send(self, *events: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.call("POST", "/v1/sync/events", token=self.token, json={"events": list(events)})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results


def event(
    kind: str, report_id: str, base: int, payload: dict[str, Any] | None = None, **more: object
) -> dict[str, Any]:
    """Return an event as it travels."""
    return {
        "id": new_id(), "type": kind, "entity": "report", "entity_id": report_id, "base_version": base,
        "after": None, "touches": [], "occurred_at": instant(datetime.now(UTC)), "payload": payload or {},
        **more,
    }  # fmt: skip


def enrolled(url: str, code: str) -> DeskClient:
    """Return a workstation that has just enrolled."""
    client = DeskClient(url)
    assert client.enrol(code).status_code == 201
    return client

"""Enrolment: an identity, a certificate, a signed bundle; then a token of the workstation's own."""

from __future__ import annotations

import time
from base64 import b64decode

import pytest
import sqlalchemy as sa
from cryptography import x509
from joserfc.jwk import ECKey

from desktop_app.sandbox.tables import workstation
from tests.support.desk_client import DeskClient
from tests.support.sandbox_server import SandboxServer


def test_the_certificate_is_for_the_workstations_key(sandbox: SandboxServer) -> None:
    with DeskClient(sandbox.url) as client:
        document = client.enrol(sandbox.service.codes.mint()).json()
        listed = [b64decode(item) for item in document["certificate_chain"]]
        leaf, root = (x509.load_der_x509_certificate(der) for der in listed)
        leaf.verify_directly_issued_by(root)
        root.verify_directly_issued_by(root)
        assert leaf.public_key() == client.key.public_key
        assert leaf.subject.rfc4514_string() == f"CN={document['terminal_id']}"
        assert document["epoch"] == 1


def test_a_key_enrols_once(sandbox: SandboxServer, desk: DeskClient) -> None:
    again = desk.enrol(sandbox.service.codes.mint())
    assert (again.status_code, again.json()["code"]) == (409, "key_known")


@pytest.mark.parametrize("spoiled", [{"crv": "P-384"}, {"x": "AAAA"}, {"kty": "RSA"}, {"d": "AAAA"}])
def test_only_a_public_p256_key_enrols(sandbox: SandboxServer, spoiled: dict[str, str]) -> None:
    with DeskClient(sandbox.url) as client:
        body = {
            "code": sandbox.service.codes.mint(), "jwk": {**client.jwk, **spoiled}, "key_class": "file",
            "hostname": "desk", "modes": ["desk"],
        }  # fmt: skip
        answer = client.call("POST", "/v1/enrolments", json=body, follows=False)
        assert (answer.status_code, answer.json()["code"]) == (422, "key_invalid")
        body["jwk"] = client.jwk  # the code was not spent on it
        assert client.call("POST", "/v1/enrolments", json=body).status_code == 201


def test_the_workstation_gets_a_token_for_fifteen_minutes(desk: DeskClient) -> None:
    document = desk.workstation_token().json()
    assert document["expires_in"] == 900
    assert "refresh_token" not in document
    assert desk.call("GET", "/v1/trust-bundle", token=desk.token).status_code == 200


def test_an_assertion_is_for_this_server_now_and_once(desk: DeskClient) -> None:
    now = int(time.time())
    wrong: list[tuple[dict[str, object], str]] = [
        ({"aud": "https://elsewhere/v1/auth/token"}, "assertion_invalid"),
        ({"iss": "somebody"}, "assertion_invalid"),
        ({"sub": "somebody"}, "workstation_unknown"),
        ({"exp": now + 500}, "assertion_expired"),
        ({"iat": now - 500, "exp": now - 400}, "assertion_expired"),
    ]
    for claims, code in wrong:
        assert desk.workstation_token(**claims).json()["code"] == code
    assert desk.workstation_token(jti="the-same").status_code == 200
    assert desk.workstation_token(jti="the-same").json()["code"] == "assertion_replayed"


def test_an_assertion_by_another_key_is_none(desk: DeskClient) -> None:
    claims = desk.workstation_claims()
    genuine, desk.key = desk.key, ECKey.generate_key("P-256")
    forged = desk.sign("JWT", claims)
    desk.key = genuine
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": forged,
    }
    assert desk.call("POST", "/v1/auth/token", data=form).json()["code"] == "signature_bad"


def test_a_wiped_workstation_is_out_at_once(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.workstation_token()
    with sandbox.service.writer.transaction() as connection:
        connection.execute(sa.update(workstation).values(active=False))
    answer = desk.call("GET", "/v1/trust-bundle", token=desk.token)
    assert (answer.status_code, answer.json()["code"]) == (401, "workstation_unknown")
    assert desk.workstation_token().json()["code"] == "workstation_unknown"

"""DPoP proofs over HTTP: one request each, for this server, this token, with the server's nonce."""

from __future__ import annotations

import time
from datetime import timedelta

from joserfc.jwk import ECKey

from tests.support.desk_client import DeskClient, b64url
from tests.support.sandbox_server import SandboxServer

PATH = "/v1/trust-bundle"


def code_of(desk: DeskClient, proof: str, token: str | None = None) -> str:
    answer = desk.call("GET", PATH, proof=proof, token=token or desk.token)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("DPoP ")
    code: str = answer.json()["code"]
    return code


def made(desk: DeskClient, **claims: object) -> str:
    desk.fresh_nonce()
    return desk.proof("GET", desk.url + PATH, desk.token, **claims)


def test_a_good_proof_counts_once(desk: DeskClient) -> None:
    desk.workstation_token()
    proof = made(desk)
    assert desk.call("GET", PATH, proof=proof, token=desk.token).status_code == 200
    assert code_of(desk, proof) == "proof_replayed"


def test_a_proof_is_about_one_method_and_url(desk: DeskClient) -> None:
    desk.workstation_token()
    assert code_of(desk, made(desk, htm="POST")) == "invalid_dpop_proof"
    assert code_of(desk, made(desk, htu=desk.url + "/v1/health")) == "invalid_dpop_proof"
    assert code_of(desk, made(desk, htu="https://elsewhere" + PATH)) == "invalid_dpop_proof"
    assert code_of(desk, made(desk, jti=None)) == "invalid_dpop_proof"


def test_a_proof_says_when_it_was_made_and_the_nonce_how_fresh_it_is(desk: DeskClient) -> None:
    desk.workstation_token()
    for iat in (None, "now", 1e300, True, [1]):
        assert code_of(desk, made(desk, iat=iat)) == "invalid_dpop_proof"
    proof = made(desk, iat=int(time.time()) - 3600)  # a PC whose clock is an hour off
    assert desk.call("GET", PATH, proof=proof, token=desk.token).status_code == 200


def test_a_gate_on_another_loopback_port_is_still_this_server(desk: DeskClient) -> None:
    desk.workstation_token()
    proof = made(desk, htu="http://localhost:9" + PATH)
    assert desk.call("GET", PATH, proof=proof, token=desk.token).status_code == 200


def test_a_proof_is_about_one_token(desk: DeskClient) -> None:
    desk.workstation_token()
    assert code_of(desk, made(desk, ath=b64url(b"another"))) == "invalid_dpop_proof"
    desk.fresh_nonce()
    assert code_of(desk, desk.proof("GET", desk.url + PATH)) == "invalid_dpop_proof"


def test_a_nonce_lives_a_minute(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.workstation_token()
    stale = desk.nonce
    sandbox.clock.move(timedelta(seconds=62))
    assert code_of(desk, desk.proof("GET", desk.url + PATH, desk.token, nonce=stale)) == "use_dpop_nonce"
    assert desk.nonce != stale  # the refusal carries a fresh one
    assert desk.call("GET", PATH, token=desk.token).status_code == 200


def test_without_our_nonce_the_caller_is_told_to_fetch_one(desk: DeskClient) -> None:
    desk.workstation_token()
    assert code_of(desk, made(desk, nonce=None)) == "use_dpop_nonce"
    assert code_of(desk, made(desk, nonce="A" * 75)) == "use_dpop_nonce"
    assert code_of(desk, made(desk, nonce="not base64 ~")) == "use_dpop_nonce"


def test_the_token_endpoint_asks_for_a_nonce_in_its_own_words(desk: DeskClient) -> None:
    desk.fresh_nonce()
    url = "/v1/auth/token"
    proof = desk.proof("POST", desk.url + url, nonce=None)
    answer = desk.call("POST", url, proof=proof, data={"grant_type": "client_credentials"})
    assert answer.status_code == 400
    assert answer.json() == {"error": "use_dpop_nonce", "code": "use_dpop_nonce"}


def test_a_copied_token_is_no_use_with_another_key(sandbox: SandboxServer, desk: DeskClient) -> None:
    desk.workstation_token()
    with DeskClient(sandbox.url) as thief:
        thief.fresh_nonce()
        proof = thief.proof("GET", desk.url + PATH, desk.token)
        assert code_of(thief, proof, desk.token) == "token_invalid"


def test_a_proof_never_shows_its_private_key(desk: DeskClient) -> None:
    desk.workstation_token()
    desk.fresh_nonce()
    claims = {"jti": "x", "htm": "GET", "htu": desk.url + PATH, "nonce": desk.nonce}
    shown = desk.sign("dpop+jwt", claims, jwk={**desk.jwk, "d": desk.key.as_dict(private=True)["d"]})
    assert code_of(desk, shown) == "invalid_dpop_proof"


def test_a_proof_of_another_kind_or_key_is_none(desk: DeskClient) -> None:
    desk.workstation_token()
    desk.fresh_nonce()
    claims = {"jti": "x", "htm": "GET", "htu": desk.url + PATH, "nonce": desk.nonce}
    assert code_of(desk, desk.sign("JWT", claims, jwk=desk.jwk)) == "invalid_dpop_proof"
    other = ECKey.generate_key("P-256").as_dict(private=False)
    assert code_of(desk, desk.sign("dpop+jwt", claims, jwk=other)) == "invalid_dpop_proof"
    for nonsense in ("", "x.y.z", "A" * 5000):
        assert code_of(desk, nonsense or ".") == "invalid_dpop_proof"

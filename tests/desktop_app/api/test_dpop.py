"""Proofs of the workstation's key."""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import jose
from desktop_app.api.dpop import Dpop
from tests.desktop_app.api.conftest import NOW


def test_a_proof_names_request_time_and_key(key: ec.EllipticCurvePrivateKey) -> None:
    dpop = Dpop(key, lambda: NOW)
    proof = dpop.proof("GET", "https://central.example/v1/x?cursor=1#f")
    verified = jose.verify(proof, jose.Kind.DPOP, jose.import_jwk(jose.unverified(proof).header["jwk"]))
    assert verified.claims["htu"] == "https://central.example/v1/x"
    assert verified.claims["htm"] == "GET"
    assert verified.claims["iat"] == int(NOW.timestamp())
    assert "nonce" not in verified.claims
    assert "ath" not in verified.claims
    assert jose.thumbprint(verified.header["jwk"]) == dpop.thumbprint
    assert "d" not in verified.header["jwk"]


def test_a_proof_for_a_token_is_bound_to_it(key: ec.EllipticCurvePrivateKey) -> None:
    claims = jose.unverified(Dpop(key, lambda: NOW).proof("GET", "https://a.example/", "token")).claims
    assert jose.decode_base64url(claims["ath"]) == hashlib.sha256(b"token").digest()


def test_the_newest_nonce_is_used_and_every_proof_is_another(key: ec.EllipticCurvePrivateKey) -> None:
    dpop = Dpop(key, lambda: NOW)
    dpop.learn("n1")
    dpop.learn(None)
    first, second = (jose.unverified(dpop.proof("GET", "https://a.example/")).claims for _ in range(2))
    assert first["nonce"] == second["nonce"] == "n1"
    assert first["jti"] != second["jti"]

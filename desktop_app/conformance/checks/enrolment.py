"""Enrolment: a code of twelve characters for an identity, once; few tries for the wrong ones."""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop_app import jose
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.endings import require
from desktop_app.conformance.scene import Scene
from desktop_app.conformance.workstation import Workstation

TRIES: Final = 5
BUNDLE_PATH: Final = "/v1/trust-bundle"
_NO_CODE: Final = "AAAAAAAAAAAA"
_SPKI: Final = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _identity(scene: Scene) -> None:
    told = scene.enrolment().expect(201)
    station = scene.workstation()
    leaf = jose.read_x5c(told["certificate_chain"])[0]
    ours = station.key.public_key().public_bytes(*_SPKI)
    require(leaf.public_key().public_bytes(*_SPKI) == ours, "the certificate is not for our key")
    require(told["epoch"] >= 1 and station.terminal_id, "no terminal, or no epoch")


def _bundle(scene: Scene) -> None:
    claims, compact = scene.bundle(), scene.enrolment().document["bundle"]
    try:
        verified = jose.verify(compact, jose.Kind.TRUST_BUNDLE, jose.import_jwk(claims["bundle_key"]))
    except jose.JwsInvalid as invalid:
        require(condition=False, detail=f"the bundle does not verify: {invalid.what}")
        return
    kid = jose.thumbprint(claims["bundle_key"])
    require(verified.header.get("kid") == kid, "kid is not the thumbprint of the bundle's key")


def _successor(scene: Scene) -> None:
    """The bundle in force now, asked for later: believed on the word of the one that came first."""
    first = scene.bundle()
    told = scene.workstation().call("GET", BUNDLE_PATH, token=scene.own_token()).expect(200)
    try:
        claims = jose.verify(
            told["bundle"], jose.Kind.TRUST_BUNDLE, jose.import_jwk(first["bundle_key"])
        ).claims
    except jose.JwsInvalid as invalid:
        require(condition=False, detail=f"it does not verify by the key named before: {invalid.what}")
        return
    require(claims["version"] >= first["version"], "it is older")
    require(claims["server_id"] == first["server_id"], "it names another server")


def _single_use(scene: Scene) -> None:
    scene.workstation()
    Workstation(scene.exchange).enrol(scene.code or "").expect(409, "code_used")


def _tries(scene: Scene) -> None:
    scene.workstation()
    answers = [Workstation(scene.exchange).enrol(_NO_CODE) for _ in range(TRIES + 1)]
    for answer in answers[:-1]:
        require(answer.code in {"code_unknown", "too_many_tries"}, f"a wrong code: {answer.code}")
    answers[-1].expect(429, "too_many_tries")


CLAUSES: Final = (
    Clause("enrolment.identity", "a fresh code earns names, a certificate for our key, an epoch", _identity),
    Clause("enrolment.bundle", "the trust bundle is signed by its key and names it by thumbprint", _bundle),
    Clause("bundle.successor", "a later bundle is signed by the key that the one before names", _successor),
    Clause("enrolment.single_use", "a used code is 409 code_used", _single_use),
)
LAST: Final = (Clause("enrolment.tries", f"after {TRIES} wrong codes an address gets 429", _tries),)

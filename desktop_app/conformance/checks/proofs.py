"""DPoP (RFC 9449): every call proves its key, once, with the server's nonce, for this method and URL."""

from __future__ import annotations

import time
from typing import Final

from desktop_app import jose
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import TOKEN_PATH, Answer
from desktop_app.conformance.scene import Scene
from desktop_app.conformance.workstation import Workstation
from desktop_app.domain.ids import new_id

RESOURCE: Final = "/v1/trust-bundle"
NONCE_LENGTH: Final = 43
"""Characters of 256 bits in base64url."""
CLOCK_ASIDE: Final = 600
"""Seconds that a PC's clock may be off."""


def _asked(scene: Scene, **changes: object) -> Answer:
    station, token = scene.workstation(), scene.own_token()
    proof = station.proof("GET", RESOURCE, token, **changes)
    return station.call("GET", RESOURCE, token=token, proof=proof)


def _own_token(scene: Scene) -> None:
    scene.bundle()
    told = scene.workstation().own_grant().expect(200)
    require(told["token_type"].lower() == "dpop", "token_type is not DPoP")
    require(0 < told["expires_in"] <= 900, "the access token lives longer than 15 minutes")
    _asked(scene).expect(200)


def _assertion_once(scene: Scene) -> None:
    scene.bundle()
    station = scene.workstation()
    assertion = station.client_assertion()
    station.own_grant(assertion).expect(200)
    station.own_grant(assertion).expect(400)


def _token_missing(scene: Scene) -> None:
    scene.workstation().call("GET", RESOURCE).expect(401, "token_missing")


def _nonce_wanted(scene: Scene) -> None:
    answer = _asked(scene, nonce=None)
    answer.expect(401, "use_dpop_nonce")
    require(answer.headers.get("dpop-nonce"), "the refusal brings no nonce")


def _nonce_wanted_for_tokens(scene: Scene) -> None:
    scene.bundle()
    station = scene.workstation()
    form = {"grant_type": "refresh_token", "refresh_token": "none"}
    answer = station.grant(form, proof=station.proof("POST", TOKEN_PATH, nonce=None))
    require(answer.expect(400)["error"] == "use_dpop_nonce", f"error is {answer.document.get('error')}")


def _fresh_nonces(scene: Scene) -> None:
    station = scene.workstation()
    nonces = [station.nonce() for _ in range(3)]
    require(len(set(nonces)) == len(nonces), "a nonce is given out twice")
    require(all(len(nonce) >= NONCE_LENGTH for nonce in nonces), "a nonce is shorter than 256 bits")


def _clock_aside(scene: Scene) -> None:
    for aside in (-CLOCK_ASIDE, CLOCK_ASIDE):
        _asked(scene, iat=int(time.time()) + aside).expect(200)


def _unsigned(scene: Scene) -> None:
    station, token = scene.workstation(), scene.own_token()
    proof = jose.unverified(station.proof("GET", RESOURCE, token))
    parts = [jose.canonical(part) for part in ({**proof.header, "alg": "none"}, proof.claims)]
    unsigned = ".".join([*map(jose.encode_base64url, parts), ""])
    station.call("GET", RESOURCE, token=token, proof=unsigned).expect(401, "invalid_dpop_proof")


def _once(scene: Scene) -> None:
    station, token = scene.workstation(), scene.own_token()
    proof = station.proof("GET", RESOURCE, token)
    station.call("GET", RESOURCE, token=token, proof=proof).expect(200)
    station.call("GET", RESOURCE, token=token, proof=proof).expect(401, "proof_replayed")


def _this_url(scene: Scene) -> None:
    url = scene.exchange.url + "/v1/health"
    _asked(scene, htu=url).expect(401, "invalid_dpop_proof")


def _this_method(scene: Scene) -> None:
    _asked(scene, htm="POST").expect(401, "invalid_dpop_proof")


def _this_token(scene: Scene) -> None:
    _asked(scene, ath=None).expect(401, "invalid_dpop_proof")


def _this_key(scene: Scene) -> None:
    token, thief = scene.own_token(), Workstation(scene.exchange)
    answer = thief.call("GET", RESOURCE, token=token)
    answer.expect(401)
    forged = thief.call("GET", RESOURCE, token=new_id())
    require(answer.code == forged.code, "a stolen token and a made-up one are told apart")


CLAUSES: Final = (
    Clause("token.own", "a workstation earns a bound token of at most 15 minutes by its key", _own_token),
    Clause("token.assertion_once", "an assertion of the workstation counts once", _assertion_once),
    Clause("token.missing", "without a token it is 401 token_missing", _token_missing),
    Clause(
        "proof.nonce", "a proof without the server's nonce is 401 use_dpop_nonce, with one", _nonce_wanted
    ),
    Clause("proof.nonce_for_tokens", "so it is at the token endpoint, as 400", _nonce_wanted_for_tokens),
    Clause("proof.nonces", "every nonce asked for is another one, of 256 bits at least", _fresh_nonces),
    Clause("proof.clock", "a proof by a clock ten minutes off counts: the nonce is fresh", _clock_aside),
    Clause("proof.unsigned", "a proof under alg none does not count", _unsigned),
    Clause("proof.once", "a proof counts once", _once),
    Clause("proof.url", "a proof for another URL does not count", _this_url),
    Clause("proof.method", "a proof for another method does not count", _this_method),
    Clause("proof.token", "a proof that does not name the token does not count", _this_token),
    Clause("proof.key", "a token is worth nothing without the key it is bound to", _this_key),
)

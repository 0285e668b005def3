"""Proofs: each rule broken alone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import jose
from desktop_app.conformance.checks.proofs import CLOCK_ASIDE, RESOURCE
from desktop_app.conformance.exchange import TOKEN_PATH
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import (
    Asked,
    Carry,
    Document,
    Fault,
    Told,
    altered,
    forgiven,
    recoded,
    refusal_altered,
)


def long_lived(document: Document, _asked: Asked) -> None:
    if "access_token" in document and "person" not in document:
        document["expires_in"] = 86_400


def another_error(document: Document, _asked: Asked) -> None:
    if document.get("error") == "use_dpop_nonce":
        document["error"] = "invalid_grant"


def asks_here(asked: Asked) -> bool:
    return asked.path == RESOURCE


def meant_elsewhere(asked: Asked) -> bool:
    return asks_here(asked) and not str(asked.proof["htu"]).endswith(RESOURCE)


def meant_otherwise(asked: Asked) -> bool:
    return asks_here(asked) and asked.proof["htm"] != "GET"


def names_no_token(asked: Asked) -> bool:
    return asks_here(asked) and "ath" not in asked.proof


def is_unsigned(asked: Asked) -> bool:
    return asks_here(asked) and jose.unverified(asked.headers["dpop"]).header["alg"] == "none"


def the_same_nonce_again() -> Fault:
    """Who asks for a nonce and then for another gets the first one twice."""
    given: list[Told] = []

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.path != "/v1/auth/nonce":
            given.clear()
            return told
        given.append(told)
        return given[0]

    return fault


async def by_the_clock(asked: Asked, carry: Carry) -> Told:
    if asks_here(asked) and abs(int(asked.proof["iat"]) - time.time()) > CLOCK_ASIDE / 2:
        told = await carry(asked)
        problem = {"type": "about:blank", "title": "No", "status": 401, "code": "invalid_dpop_proof"}
        headers = {**told.headers, "content-type": "application/problem+json"}
        return Told(401, headers, json.dumps(problem).encode())
    return await carry(asked)


FAULTS: dict[str, Callable[[], Fault]] = {
    "token.own": lambda: altered(TOKEN_PATH, long_lived),
    "token.assertion_once": lambda: forgiven("assertion_replayed"),
    "token.missing": lambda: recoded("token_missing", "token_invalid"),
    "proof.nonce": lambda: forgiven("use_dpop_nonce", asks_here),
    "proof.nonce_for_tokens": lambda: refusal_altered(TOKEN_PATH, another_error),
    "proof.nonces": the_same_nonce_again,
    "proof.clock": lambda: by_the_clock,
    "proof.unsigned": lambda: forgiven("invalid_dpop_proof", is_unsigned),
    "proof.once": lambda: forgiven("proof_replayed"),
    "proof.url": lambda: forgiven("invalid_dpop_proof", meant_elsewhere),
    "proof.method": lambda: forgiven("invalid_dpop_proof", meant_otherwise),
    "proof.token": lambda: forgiven("invalid_dpop_proof", names_no_token),
    "proof.key": lambda: forgiven("token_invalid", asks_here),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

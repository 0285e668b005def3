"""Proofs: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.conformance.checks.proofs import RESOURCE
from desktop_app.conformance.exchange import TOKEN_PATH
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Document, Fault, altered, forgiven, recoded, refusal_altered


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


FAULTS: dict[str, Callable[[], Fault]] = {
    "token.own": lambda: altered(TOKEN_PATH, long_lived),
    "token.assertion_once": lambda: forgiven("assertion_replayed"),
    "token.missing": lambda: recoded("token_missing", "token_invalid"),
    "proof.nonce": lambda: forgiven("use_dpop_nonce", asks_here),
    "proof.nonce_for_tokens": lambda: refusal_altered(TOKEN_PATH, another_error),
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

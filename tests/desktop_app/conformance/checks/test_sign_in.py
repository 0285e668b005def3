"""The card grant: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.conformance.exchange import TOKEN_PATH
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, forgiven

MADE_UP = "A" * 75


def long_lived(document: Document, _asked: Asked) -> None:
    if "person" in document:
        document["expires_in"] = 86_400


def made_up(asked: Asked) -> bool:
    return bool(asked.assertion["nonce"] == MADE_UP)


def for_elsewhere(asked: Asked) -> bool:
    return "elsewhere" in asked.assertion["aud"]


def same_again(document: Document, asked: Asked) -> None:
    if asked.form["grant_type"] == "refresh_token" and "refresh_token" in document:
        document["refresh_token"] = asked.form["refresh_token"]


def refresh_by_anyone() -> Fault:
    """Give a stranger the last good tokens; the sign-in's own workstation is treated rightly."""
    known: set[str] = set()
    good: list[Told] = []

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.path != TOKEN_PATH:
            return told
        if told.status == 200:
            known.add(asked.prover)
            good.append(told)
        return told if asked.prover in known else good[-1]

    return fault


async def logout_in_name_only(asked: Asked, carry: Carry) -> Told:
    if asked.path != "/v1/auth/logout":
        return await carry(asked)
    told = await carry(Asked(asked.city, "GET", "/v1/health", {}, {}, b""))
    return Told(204, {name: told.headers[name] for name in ("dpop-nonce", "cache-control")})


FAULTS: dict[str, Callable[[], Fault]] = {
    "card.sign_in": lambda: altered(TOKEN_PATH, long_lived),
    "card.nonce_once": lambda: forgiven("nonce_used", lambda asked: not made_up(asked)),
    "card.nonce_own": lambda: forgiven("nonce_used", made_up),
    "card.lifetime": lambda: forgiven("assertion_expired"),
    "card.audience": lambda: forgiven("assertion_invalid", for_elsewhere),
    "card.bound": lambda: forgiven("assertion_invalid", lambda asked: not for_elsewhere(asked)),
    "card.kind": lambda: forgiven("signature_bad"),
    "card.purpose": lambda: forgiven("wrong_purpose"),
    "card.expired": lambda: forgiven("certificate_expired"),
    "card.revoked": lambda: forgiven("certificate_revoked"),
    "card.foreign": lambda: forgiven("certificate_foreign"),
    "refresh.rotates": lambda: altered(TOKEN_PATH, same_again),
    "refresh.bound": refresh_by_anyone,
    "logout.ends": lambda: logout_in_name_only,
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

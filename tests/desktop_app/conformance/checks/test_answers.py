"""Health and the rules for all answers: each broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import (
    Asked,
    Carry,
    Document,
    Fault,
    Told,
    altered,
    header_lost,
    refusal_altered,
)

HEALTH = "/v1/health"


def no_min_client(document: Document, _asked: Asked) -> None:
    del document["min_client"]


def whole_seconds(document: Document, _asked: Asked) -> None:
    document["server_time"] = document["server_time"][:19] + "Z"


async def plain_json(asked: Asked, carry: Carry) -> Told:
    told = await carry(asked)
    if told.headers.get("content-type") == "application/problem+json":
        told.headers["content-type"] = "application/json"
    return told


FAULTS: dict[str, Callable[[], Fault]] = {
    "health.answers": lambda: altered(HEALTH, no_min_client),
    "path.unknown": lambda: refusal_altered(
        "/v1/no-such-path", lambda document, _: document.update(code="lost")
    ),
    "path.method": lambda: header_lost("allow", HEALTH),
    "answer.problem": lambda: plain_json,
    "answer.time": lambda: altered("/v1/auth/nonce", whole_seconds),
    "answer.nonce": lambda: header_lost("dpop-nonce", HEALTH),
    "answer.uncached": lambda: header_lost("cache-control", HEALTH),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

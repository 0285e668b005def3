"""Bodies: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.conformance.checks.bounds import HUGE
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Fault, Told


def swallowed(fits: Callable[[bytes], bool]) -> Fault:
    """Answer 200 to bodies that should have been refused."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        if fits(asked.body):
            return await carry(Asked(asked.city, "GET", "/v1/health", {}, {}, b""))
        return await carry(asked)

    return fault


FAULTS: dict[str, Callable[[], Fault]] = {
    "body.bounded": lambda: swallowed(lambda body: len(body) >= HUGE),
    "body.json": lambda: swallowed(lambda body: body == b"{"),
    "body.shape": lambda: swallowed(lambda body: b'"code": 12' in body),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

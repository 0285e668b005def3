"""Programs by their version: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.conformance.checks.programs import BEFORE_ALL
from desktop_app.conformance.clauses import Verdict
from desktop_app.sandbox.programs import OLDEST
from tests.support.practice import broken_by, findings_about
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, forgiven, refusal_altered

CHANGES, EVENTS = "/v1/sync/changes", "/v1/sync/events"


def turned_away(path: str, version: str) -> Fault:
    """Refuse programs of this version on ``path``."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        if asked.path != path or asked.headers.get("user-agent") != f"ioc-desk/{version}":
            return await carry(asked)
        elsewhere = await carry(replace(asked, method="GET", path="/v1/no-such-path", query={}, body=b""))
        problem = {**elsewhere.document, "status": 426, "code": "client_too_old", "min_client": OLDEST}
        return elsewhere.saying(problem, 426)

    return fault


FAULTS: dict[str, Callable[[], Fault]] = {
    "client.too_old": lambda: forgiven("client_too_old"),
    "client.oldest": lambda: turned_away(CHANGES, OLDEST),
    "client.drains": lambda: turned_away(EVENTS, BEFORE_ALL),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]


def test_a_server_that_does_not_say_what_it_feeds_is_caught(city: SmallCity, tmp_path: Path) -> None:
    def silent(document: Document, _asked: Asked) -> None:
        document.pop("min_client", None)

    fault = refusal_altered(CHANGES, silent)
    assert list(broken_by(city, tmp_path, "client.too_old", fault)) == ["client.too_old"]


def test_where_every_version_is_fed_none_is_too_old(city: SmallCity, tmp_path: Path) -> None:
    city.service.programs.minimum = BEFORE_ALL

    async def right(asked: Asked, carry: Carry) -> Told:
        return await carry(asked)

    found = {one.clause: one.verdict for one in findings_about(city, tmp_path, "client.too_old", right)}
    assert found["client.too_old"] is found["client.drains"] is Verdict.UNTESTED
    assert found["client.oldest"] is Verdict.HOLDS

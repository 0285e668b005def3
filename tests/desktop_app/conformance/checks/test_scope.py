"""A report that leaves and comes back: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, result_altered

CHANGES, EVENTS = "/v1/sync/changes", "/v1/sync/events"


def told_as_removed(document: Document, _asked: Asked) -> None:
    for change in document["changes"]:
        if change["op"] == "scope_lost":
            change["op"] = "remove"


def one_arrival_untold() -> Fault:
    """Leave out one ``put``, the first of a report that was distributed."""
    distributed: list[str] = []
    untold: list[str] = []

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.path == EVENTS:
            distributed.extend(event["entity_id"] for event in asked.events if event["type"] == "distribute")
        if asked.path != CHANGES or not distributed or untold:
            return told
        document = told.document
        kept = [change for change in document["changes"] if change["id"] != distributed[0]]
        if len(kept) < len(document["changes"]):
            untold.append(distributed[0])
        return told.saying({**document, "changes": kept})

    return fault


FAULTS: dict[str, Callable[[], Fault]] = {
    "event.content_bound": lambda: result_altered(
        lambda _event, result: result.get("rule") == "content_changed", rule="payload"
    ),
    "feed.scope_gained": one_arrival_untold,
    "feed.scope_lost": lambda: altered(CHANGES, told_as_removed),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

"""Events: each rule broken alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.conformance.checks.events import MOST
from desktop_app.domain.ids import new_id
from desktop_app.domain.workflow import Command
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import (
    Asked,
    Carry,
    Document,
    Fault,
    Told,
    altered,
    event_altered,
    result_altered,
)

EVENTS = "/v1/sync/events"
TWIN_SECONDS = 0.15


def status(wanted: str, kind: str | None = None) -> Callable[[Document, Document], bool]:
    return lambda event, result: result["status"] == wanted and kind in {None, event["type"]}


def rule(wanted: str) -> Callable[[Document, Document], bool]:
    return lambda _event, result: result.get("rule") == wanted


def not_theirs(event: Document, result: Document) -> bool:
    """A command of the workflow that the person may not give."""
    return event["type"] in {str(each) for each in Command} and result.get("rule") == "not_yours"


def stale_version(document: Document, asked: Asked) -> None:
    for event, result in zip(asked.events, document["results"], strict=True):
        if event["type"] == "prioritise" and result["status"] == "applied" and event["after"] is None:
            result["version"] = event["base_version"]


def jealous(kind: str) -> Callable[[Document, Asked], None]:
    """Whatever changed since is in the way of ``kind``."""

    def change(document: Document, asked: Asked) -> None:
        for event, result in zip(asked.events, document["results"], strict=True):
            overtaken = result.get("version", 0) > event["base_version"] + 1 and event["after"] is None
            if event["type"] == kind and result["status"] == "applied" and overtaken:
                result["status"] = "conflict"

    return change


def others_wait(document: Document, asked: Asked) -> None:
    failed = False
    for event, result in zip(asked.events, document["results"], strict=True):
        if failed and event["entity_id"] != asked.events[0]["entity_id"]:
            result["status"] = "blocked"
        failed = failed or result["status"] == "rejected"


def forgets_behind_failure(document: Document, asked: Asked) -> None:
    failed = False
    for number, (event, result) in enumerate(zip(asked.events, document["results"], strict=True)):
        if failed and result["status"] == "duplicate":
            document["results"][number] = {"id": event["id"], "status": "blocked"}
        failed = failed or result["status"] == "rejected"


async def each_alone(asked: Asked, carry: Carry) -> Told:
    """Carry a failed event's followers out as if nothing had happened; a chain is left as it is."""
    told = await carry(asked)
    if asked.path != EVENTS or told.status != 200:
        return told
    document = told.document
    for number, event in enumerate(asked.events):
        same = event["entity_id"] == asked.events[0]["entity_id"]
        if number and same and event["after"] is None and document["results"][number]["status"] == "blocked":
            document["results"][number] |= {"status": "applied", "version": 1, "seq": 1}
    return told.saying(document)


async def only_the_first(asked: Asked, carry: Carry) -> Told:
    if asked.path == EVENTS and len(asked.events) > MOST:
        asked = asked.with_events(asked.events[:MOST])
    return await carry(asked)


def twice_in_parallel() -> Fault:
    """Carry out both of two parallel sends of a note."""
    under_way: set[str] = set()

    async def fault(asked: Asked, carry: Carry) -> Told:
        if asked.path != EVENTS or asked.events[0]["type"] != "note":
            return await carry(asked)
        event = asked.events[0]
        if event["id"] in under_way:
            told = await carry(asked.with_events([{**event, "id": new_id()}]))
            document = told.document
            document["results"][0]["id"] = event["id"]
            return told.saying(document)
        under_way.add(event["id"])
        await asyncio.sleep(TWIN_SECONDS)
        try:
            return await carry(asked)
        finally:
            under_way.discard(event["id"])

    return fault


def is_chained(kind: str) -> Callable[[Document], bool]:
    return lambda event: event["type"] == kind and event["after"] is not None


FAULTS: dict[str, Callable[[], Fault]] = {
    "event.applied": lambda: altered(EVENTS, stale_version),
    "event.duplicate": lambda: result_altered(status("duplicate", "note"), seq=1),
    "event.parallel": twice_in_parallel,
    "event.id_reused": lambda: result_altered(rule("id_reused"), status="duplicate"),
    "event.conflict": lambda: result_altered(status("conflict"), changed=[]),
    "event.chain": lambda: event_altered(is_chained("prioritise"), after=None),
    "event.commutes": lambda: altered(EVENTS, jealous("note")),
    "event.scalar": lambda: altered(EVENTS, jealous("prioritise")),
    "event.sets": lambda: altered(EVENTS, jealous("tag")),
    "event.after_unknown": lambda: event_altered(is_chained("note"), after=None),
    "event.behind_failure": lambda: each_alone,
    "event.told_behind_failure": lambda: altered(EVENTS, forgets_behind_failure),
    "event.others_go_on": lambda: altered(EVENTS, others_wait),
    "event.unknown_command": lambda: result_altered(rule("unknown_command"), rule="wrong_state"),
    "event.payload": lambda: result_altered(rule("payload"), field=None),
    "event.workflow": lambda: result_altered(not_theirs, rule="wrong_state"),
    "event.bounded": lambda: only_the_first,
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

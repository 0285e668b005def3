"""Secrecy: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, event_altered

CHANGES, EVENTS = "/v1/sync/changes", "/v1/sync/events"


def hinting(*, private: bool) -> Fault:
    """Add a word to the answer about reports that exist."""

    def change(document: Document, asked: Asked) -> None:
        for event, result in zip(asked.events, document["results"], strict=True):
            hidden = result["status"] == "not_found" and not event["touches"]
            if hidden and existing(asked.city, event["entity_id"]) is private:
                result["hint"] = "forbidden"

    return altered(EVENTS, change)


def existing(city: SmallCity, report_id: str) -> bool | None:
    """Tell whether a report is private; None where there is none."""
    with city.service.engine.connect() as connection:
        report = city.service.entities.report(connection, report_id)
    return None if report is None else report.private


def one_series(document: Document, _asked: Asked) -> None:
    for change in document["changes"]:
        if change["entity"] == "report" and change["data"] and change["data"]["private"]:
            change["data"]["code"] = "PA-2026-999998"


async def public_for_all(asked: Asked, carry: Carry) -> Told:
    if asked.path == "/p/TD-ABCDEFGH":
        return Told(200, {"content-type": "text/html"}, b"<p>")
    return await carry(asked)


FAULTS: dict[str, Callable[[], Fault]] = {
    "secrecy.forbidden": lambda: hinting(private=False),
    "secrecy.private": lambda: hinting(private=True),
    "secrecy.touched": lambda: event_altered(lambda event: bool(event["touches"]), touches=[]),
    "secrecy.public_page": lambda: public_for_all,
    "secrecy.codes": lambda: altered(CHANGES, one_series),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

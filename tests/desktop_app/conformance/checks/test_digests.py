"""Sums and rows: each rule broken alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.sandbox import wire
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Document, Fault, altered, forgiven

SUMS, SLICE, ROWS = "/v1/sync/digest", r"/v1/sync/digest/report/\d+", "/v1/sync/rows"


def other_sums(document: Document, _asked: Asked) -> None:
    for one in document["sums"]:
        one["total"] = one["total"][::-1]


def one_left_out(document: Document, _asked: Asked) -> None:
    document["members"] = document["members"][1:]


def another_title(document: Document, _asked: Asked) -> None:
    for row in document["rows"]:
        row["data"]["title"] += "!"


def everything(document: Document, asked: Asked) -> None:
    """Give out a report whoever asks."""
    [wanted] = json.loads(asked.body)["ids"]
    with asked.city.service.engine.connect() as connection:
        report = asked.city.service.entities.report(connection, wanted)
    if report is not None and not document["rows"]:
        data = wire.encode(report)
        document["rows"] = [
            {"seq": 1, "entity": "report", "id": wanted, "op": "put", "version": 1, "data": data}
        ]


FAULTS: dict[str, Callable[[], Fault]] = {
    "digest.agrees": lambda: altered(SUMS, other_sums),
    "digest.head": lambda: forgiven("cursor_behind"),
    "digest.slice": lambda: altered(SLICE, one_left_out),
    "digest.rows": lambda: altered(ROWS, another_title),
    "digest.secret": lambda: altered(ROWS, everything),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

"""The hotline: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered, result_altered

_NO_CODE = "PA-2026-999999"


def is_call(event: Document, *, joins: bool) -> bool:
    return event["type"] == "receive" and bool(event["payload"].get("joins", False)) is joins


def taken_from_everybody(event: Document, result: Document) -> bool:
    return is_call(event, joins=False) and result.get("rule") == "not_yours"


def in_clear(event: Document, result: Document) -> bool:
    return is_call(event, joins=False) and result.get("field") == "caller"


async def open_to_all(asked: Asked, carry: Carry) -> Told:
    told = await carry(asked)
    if asked.path.endswith("/callers") and told.status == 404:
        return told.saying({"callers": []}, 200)
    return told


def names_told(document: Document, _asked: Asked) -> None:
    """Tell who called, with a report where there is none."""
    document["reports"] = [{**report, "name": "Trần Thị B"} for report in document["reports"] or [{}]]


FAULTS: dict[str, Callable[[], Fault]] = {
    "hotline.taken": lambda: result_altered(
        lambda event, result: is_call(event, joins=False) and "code" in result, code=_NO_CODE
    ),
    "hotline.entitled": lambda: result_altered(taken_from_everybody, status="applied", rule=None),
    "hotline.joined": lambda: result_altered(
        lambda event, _result: is_call(event, joins=True), code=_NO_CODE
    ),
    "hotline.in_clear": lambda: result_altered(in_clear, status="applied"),
    "hotline.numbers": lambda: altered("/v1/callers/reports", names_told),
    "hotline.secret": lambda: open_to_all,
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

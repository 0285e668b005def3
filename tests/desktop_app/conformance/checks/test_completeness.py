"""Complete through T, and left out: each rule broken alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import jose
from tests.support.desk_client import instant
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered

LIST, LEFT_OUT, CHECKPOINTS = (
    "/v1/attendance/terminals",
    "/v1/attendance/left-out",
    "/v1/terminals/[^/]+/checkpoints",
)


MOMENT = timedelta(microseconds=1)


def a_moment_beyond(document: Document, _asked: Asked) -> None:
    """Take a checkpoint for one of a moment later."""
    through = datetime.fromisoformat(document["through"])
    for line in document["terminals"]:
        reached = line["complete_through"]
        line["complete"] |= reached is not None and through - datetime.fromisoformat(reached) <= MOMENT


def a_year_off(moment: str) -> bool:
    return abs(datetime.fromisoformat(moment) - datetime.now().astimezone()) > timedelta(days=300)


class RowsUnasked:
    """Believes a checkpoint at once, whether or not its rows have come."""

    def __init__(self) -> None:
        self.claimed = ""

    async def __call__(self, asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if re.fullmatch(CHECKPOINTS, asked.path) and told.status == 200:
            claims = jose.unverified(json.loads(asked.body)["checkpoint"]).claims
            if not a_year_off(claims["wall_utc"]):
                self.claimed = claims["wall_utc"]
        if asked.path == LIST and told.status == 200 and self.claimed:
            document = told.document
            for line in document["terminals"]:
                line["complete"] |= document["through"] <= self.claimed
            return told.saying(document)
        return told


def for_years(document: Document, _asked: Asked) -> None:
    """Believe a clock that runs ahead."""
    if a_year_off(document["through"]):
        for line in document["terminals"]:
            line["complete"] = True


def granted(path: str, code: str, status: int, document: Document) -> Fault:
    """Say yes where the right answer is a refusal with ``code``."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if asked.path == path and told.document.get("code") == code:
            headers = {**told.headers, "content-type": "application/json"}
            return replace(told, headers=headers).saying(document, status)
        return told

    return fault


def in_silence(document: Document, _asked: Asked) -> None:
    for line in document["terminals"]:
        line["left_out"] = None


LIST_OF_NONE = {"through": instant(datetime.now().astimezone()), "terminals": []}
FAULTS: dict[str, Callable[[], Fault]] = {
    "complete.checkpoint": lambda: altered(LIST, a_moment_beyond),
    "complete.rows": RowsUnasked,
    "complete.clock": lambda: altered(LIST, for_years),
    "complete.told": lambda: granted(LIST, "not_found", 200, LIST_OF_NONE),
    "left_out.entitled": lambda: granted(LEFT_OUT, "not_entitled", 201, {"terminals": 1}),
    "left_out.stale": lambda: granted(LEFT_OUT, "standing_changed", 201, {"terminals": 1}),
    "left_out.past": lambda: granted(LEFT_OUT, "through_ahead", 201, {"terminals": 1}),
    "left_out.shown": lambda: altered(LIST, in_silence),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

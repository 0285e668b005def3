"""Presence: each rule broken alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desktop_app.conformance.checks.test_files import hinting, report_exists
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered

PRESENCE = r"/v1/reports/[^/]+/presence"


def nobody_writes(document: Document, _asked: Asked) -> None:
    for one in document["others"]:
        one["doing"] = "reading"


async def never_gone(asked: Asked, carry: Carry) -> Told:
    if asked.method == "DELETE" and re.search(PRESENCE, asked.path):
        return Told(204, {**(await carry(asked_for_nothing(asked))).headers})
    return await carry(asked)


def asked_for_nothing(asked: Asked) -> Asked:
    return replace(asked, method="GET", path="/v1/auth/nonce")


FAULTS: dict[str, Callable[[], Fault]] = {
    "presence.told": lambda: altered(PRESENCE, nobody_writes),
    "presence.left": lambda: never_gone,
    "presence.secret": lambda: hinting(PRESENCE, report_exists),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

"""Acts on a workstation: each rule broken alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Carry, Document, Fault, Told, altered

EPOCHS, WIPED, RECOVERIES = (f"/v1/terminals/[^/]+/{rest}" for rest in ("epochs", "wiped", "recoveries"))


def granted(path: str, code: str, status: int, document: Document) -> Fault:
    """Say yes where the right answer is a refusal with ``code``."""

    async def fault(asked: Asked, carry: Carry) -> Told:
        told = await carry(asked)
        if re.fullmatch(path, asked.path) and told.document.get("code") == code:
            headers = {**told.headers, "content-type": "application/json"}
            return replace(told, headers=headers).saying(document, status)
        return told

    return fault


def unchained(document: Document, _asked: Asked) -> None:
    document["head_hash"] = "0" * 64


BEGUN = {"epoch": 2, "head_hash": "0" * 64}
FAULTS: dict[str, Callable[[], Fault]] = {
    "epoch.entitled": lambda: granted(EPOCHS, "not_entitled", 201, BEGUN),
    "epoch.stale": lambda: granted(EPOCHS, "epoch_stale", 201, BEGUN),
    "epoch.begun": lambda: altered(EPOCHS, unchained),
    "wipe.own": lambda: granted(WIPED, "not_found", 200, {}),
    "recovery.entitled": lambda: granted(RECOVERIES, "not_entitled", 200, {"person_id": "x"}),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

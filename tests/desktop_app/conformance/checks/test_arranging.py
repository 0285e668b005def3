"""Absences and undecided places: each rule broken alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Document, Fault, result_altered


def is_refused(event: Document, result: Document, *rules: str) -> bool:
    return event["type"] == "delegate" and result.get("rule") in rules


FAULTS: dict[str, Callable[[], Fault]] = {
    "verify.undecided": lambda: result_altered(
        lambda event, result: result.get("rule") == "identity_undecided", status="applied", rule=None
    ),
    "absence.told": lambda: result_altered(
        lambda event, result: event["type"] == "end_delegation", status="rejected", rule="not_yours"
    ),
    "absence.foreign": lambda: result_altered(
        lambda event, result: is_refused(event, result, "not_yours"), status="applied", rule=None
    ),
    "absence.endless": lambda: result_altered(
        lambda event, result: is_refused(event, result, "payload"), status="applied", rule=None
    ),
    "takeover.unknown": lambda: result_altered(
        lambda event, result: event["type"] == "answer_takeover", status="rejected", rule="is_over"
    ),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]

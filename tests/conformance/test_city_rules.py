"""The city's rules at the server: ARCHITECTURE names a test for each, and every one of them is there.

What the table's other tests leave open is asked here, of the server itself, by rule.
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.domain.workflow import State
from tests.support.arranging import command, outcome
from tests.support.sandbox_server import ON_BOTH
from tests.support.small_city import CO, LEAD, SmallCity

ROOT: Final = Path(__file__).parents[2]
RULES: Final = 13
_HEADING: Final = "## The city's rules, and what holds the server to them"
_NAMED: Final = re.compile(r"`([a-z_/]+)::(test_[a-z0-9_]+)`")


def table() -> dict[int, list[tuple[str, str]]]:
    """Read the table: tests (module below ``tests``, name) by rule."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text.partition(_HEADING)[2].partition("\n## ")[0]
    rows = (line.split("|") for line in section.splitlines() if re.match(r"\| \d", line))
    return {int(row[1]): _NAMED.findall(row[-2]) for row in rows}


def test_every_rule_has_tests_and_every_test_is_there() -> None:
    found = table()
    assert list(found) == list(range(1, RULES + 1))
    missing = []
    for rule, tests in found.items():
        assert tests, rule
        for module, name in tests:
            path = ROOT / "tests" / f"{module}.py"
            if not path.exists() or f"def {name}(" not in path.read_text(encoding="utf-8"):
                missing.append(f"{rule}: {module}::{name}")
    assert missing == []


def job(city: SmallCity, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    due = city.service.now() + timedelta(days=9)
    whole = {
        "lead_unit": LEAD, "owner": "o-handler", "deliverable": "Thông cống", "due_at": due.isoformat(),
        "co_processors": [CO],
    }  # fmt: skip
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


@ON_BOTH
@pytest.mark.parametrize("left_out", ["owner", "deliverable", "due_at", "lead_unit"])
def test_rule_1_nothing_is_assigned_without_who_what_and_when(city: SmallCity, left_out: str) -> None:
    report = city.put(State.VERIFIED)
    for empty in (None, ""):
        refused = command(city, "o-dispatcher", "distribute", report.id, job(city, **{left_out: empty}))
        assert outcome(refused) == ("rejected", "payload", left_out)
    assert city.read(report.id) == report
    assert command(city, "o-dispatcher", "distribute", report.id, job(city))["status"] == "applied"


@ON_BOTH
def test_rule_6_a_co_processor_contributes_and_answers_nobody(city: SmallCity) -> None:
    report = city.put(State.IN_PROGRESS)
    answer = {"text": "Kính gửi", "outcome": "fixed", "publisher_unit": CO}
    refused = command(city, "o-co", "submit", report.id, answer)
    assert (refused["status"], city.read(report.id).state) == ("rejected", State.IN_PROGRESS)
    given = command(city, "o-co", "contribute", report.id, {"text": "Đã nạo vét phần chúng tôi"})
    assert given["status"] == "applied"
    assert city.read(report.id).answer is None

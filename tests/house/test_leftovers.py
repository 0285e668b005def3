"""Nothing unfinished is left, no test looks away, and the tree names no place it was made in."""

from __future__ import annotations

import pytest

from tests.house import leftovers
from tests.house.tree import ROOT, Module, product, suite, tracked


def others() -> list[Module]:
    """The suite without these rules, which have to name what they forbid."""
    return [module for module in suite() if not module.path.startswith("tests/house/")]


def test_nothing_is_unfinished() -> None:
    assert leftovers.unfinished(product()) == []


def test_no_test_looks_away() -> None:
    assert leftovers.looking_away(others()) == []


def test_no_file_names_a_registry_or_the_workshop() -> None:
    found = {
        path: names
        for path in tracked()
        if (names := leftovers.foreign_places((ROOT / path).read_text(encoding="utf-8", errors="ignore")))
    }
    assert found == {}


@pytest.mark.parametrize("line", ["# TODO later", "raise NotImplementedError", "name = 'dummy'"])
def test_unfinished_work_is_seen(line: str) -> None:
    assert len(leftovers.unfinished([Module("ui/a.py", f"x = 1\n{line}")])) == 1


def test_qt_names_are_not_taken_for_it() -> None:
    assert leftovers.unfinished([Module("ui/a.py", "field.setPlaceholderText(text)")]) == []


@pytest.mark.parametrize(
    "line", ["time.sleep(1)", "@pytest.mark.skip", "pytest.skip('no')", "@pytest.mark.xfail"]
)
def test_a_test_that_looks_away_is_seen(line: str) -> None:
    assert len(leftovers.looking_away([Module("tests/ui/test_a.py", line)])) == 1


def test_the_card_stack_may_be_absent_but_not_slept_for() -> None:
    source = "pytest.skip('Linux only')\ntime.sleep(1)"
    assert leftovers.looking_away([Module("tests/pcsc/conftest.py", source)]) == [
        "tests/pcsc/conftest.py:2: time.sleep("
    ]


def test_a_registry_and_a_workshop_path_are_seen() -> None:
    host, place = leftovers.REGISTRY_HOSTS[0], leftovers.WORKSHOP_PLACES[0]
    assert leftovers.foreign_places(f"--index-url https://{host}/simple\n{place}/ui") == [host, place]

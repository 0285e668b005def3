"""The README's blocks: a run replaces what it measured and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import table
from tests.benchmarks.figures import Line

TAP = Line("P1", "tap", "3.00 ms", "bare script 0.10 ms", "≤ 4 ms", met=True)
KEY = Line("P7", "accept", "19.00 ms", "–", "≤ 16 ms", met=False)


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    """A page with words before and after the markers, and nothing measured yet."""
    page = tmp_path / "README.md"
    page.write_text(f"Speed.\n{table.BEGIN}\n{table.END}\nLicence.\n", encoding="utf-8")
    return page


def test_a_missed_bar_is_told_as_missed() -> None:
    assert table.block([KEY]).splitlines()[-1] == "| P7 | accept | 19.00 ms | – | ≤ 16 ms | **no** |"


def test_a_block_says_what_it_was_measured_on() -> None:
    assert table.machine().split(" Load")[0] in table.block([TAP]).splitlines()[0]


def test_a_later_run_of_one_bar_leaves_the_others_as_they_were(readme: Path) -> None:
    table.merge(readme, {"p1_tap": "tap of yesterday", "p7_key": "key of yesterday"})
    table.merge(readme, {"p7_key": "key of today"})
    text = readme.read_text(encoding="utf-8")
    assert "tap of yesterday" in text
    assert "key of today" in text
    assert "key of yesterday" not in text


def test_blocks_stand_in_the_order_of_their_names_whichever_run_came_first(readme: Path) -> None:
    table.merge(readme, {"p7_key": "key"})
    table.merge(readme, {"p1_tap": "tap"})
    blocks = "<!-- bar:p1_tap -->\ntap\n\n<!-- bar:p7_key -->\nkey"
    assert readme.read_text(encoding="utf-8") == (f"Speed.\n{table.BEGIN}\n{blocks}\n{table.END}\nLicence.\n")


def test_the_same_figures_again_change_nothing(readme: Path) -> None:
    table.merge(readme, {"p1_tap": table.block([TAP]), "p7_key": table.block([KEY])})
    once = readme.read_text(encoding="utf-8")
    table.merge(readme, {})
    assert readme.read_text(encoding="utf-8") == once


def test_a_page_without_the_markers_is_refused_and_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("nothing here", encoding="utf-8")
    with pytest.raises(ValueError, match="unpack"):
        table.merge(page, {"p1_tap": "tap"})
    assert page.read_text(encoding="utf-8") == "nothing here"

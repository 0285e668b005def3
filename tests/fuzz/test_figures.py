"""The figures of a log, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import table
from tests.fuzz.figures import Pass, found_in, read

LOG = """slowest: 0.20 ms
#2 INITED cov: 20 ft: 21
#500 NEW    cov: 27 ft: 40
slowest: 3.50 ms
#990 NEW    cov: 28 ft: 41
#1000 DONE   cov: 28 ft: 41
stat::number_of_executed_units: 1000
stat::peak_rss_mb:              66
"""


def test_figures_are_read_from_the_log() -> None:
    one = read(LOG, 0, 4.0)
    assert one == Pass(1000, 4, 28, 990, 3.5, 66, held=True)
    assert (one.per_second, one.is_settled) == (250, False)


@pytest.mark.parametrize(("log", "code"), [(LOG, 77), ("", 0)])
def test_a_crash_or_a_run_of_nothing_does_not_hold(log: str, code: int) -> None:
    assert not read(log, code, 1.0).held


def test_passes_add_up_and_coverage_counts_where_it_grew() -> None:
    first, same = read(LOG, 0, 4.0), Pass(4000, 10, 28, 3, 1.0, 70, held=True)
    both = first.followed_by(same)
    assert (both.executions, both.last_new, both.is_settled, both.slowest_ms) == (5000, 990, True, 3.5)
    assert first.followed_by(Pass(1000, 1, 29, 500, 0.0, 0, held=True)).last_new == 1500


def test_the_time_that_is_missing() -> None:
    assert Pass(1000, 4.0).seconds_left(2000) == 4.0
    assert Pass().seconds_left(2000) == Pass(3000, 4.0).seconds_left(2000) == 0.0


def test_what_was_planted_is_told_with_the_execution_that_found_it() -> None:
    assert found_in("planted: m:f#1 untyped ZeroDivisionError 17\nother\n") == {"m:f#1": 17}


def test_the_table_shows_what_does_not_hold(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"a\n{table.BEGIN}\nold\n{table.END}\nb\n", encoding="utf-8")
    broken = Pass(10, 1, 5, 9, 1.0, 60, held=False, planted={"x": 1})
    table.write(page, table.markdown({"tlv": broken}, {"tlv": {"x": "untyped", "y": "endless"}}))
    assert "| tlv **broke** | 10 | 10 | 5 | **90%** | 1.0 ms | 60 MB | **1/2** |" in page.read_text("utf-8")
    page.write_text("no markers", encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.md"):
        table.write(page, "")

"""The figures' own arithmetic, and the table's place in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import table
from tests.benchmarks.figures import Line, Samples, measure, milliseconds


def test_percentiles_are_nearest_rank() -> None:
    samples = Samples(tuple(float(n) for n in range(1, 101)))
    assert (samples.median, samples.percentile(99), samples.percentile(100)) == (50.5, 99.0, 100.0)


def test_a_floor_never_makes_time_negative() -> None:
    assert Samples((1.0, 3.0)).less(2.0).values == (0.0, 1.0)


def test_measure_counts_only_what_it_was_asked() -> None:
    calls: list[int] = []
    assert len(measure(lambda: calls.append(1), 5, warm_up=2).values) == 5
    assert len(calls) == 7


@pytest.mark.parametrize(("value", "text"), [(0.234, "0.23 ms"), (512.4, "512 ms")])
def test_times_are_readable(value: float, text: str) -> None:
    assert milliseconds(value) == text


def test_the_table_replaces_what_stood_between_the_markers(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"a\n{table.BEGIN}\nold\n{table.END}\nb\n", encoding="utf-8")
    table.write(readme, table.markdown([Line("P1", "tap", "1 ms", "2 ms", "≤ 4 ms", met=False)]))
    text = readme.read_text(encoding="utf-8")
    assert "old" not in text
    assert "| P1 | tap | 1 ms | 2 ms | ≤ 4 ms | **no** |" in text
    assert text.startswith("a\n")
    assert text.endswith("\nb\n")

"""The figures' own arithmetic."""

from __future__ import annotations

import pytest

from tests.benchmarks.figures import Samples, measure, milliseconds


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

"""Bursts are a scanner's, anything slower a person's."""

from __future__ import annotations

import pytest

from cardio.cccd.provenance import Source
from desktop_app.reception.rhythm import FEWEST_KEYS, Rhythm


def heard(keys: int, gap: float, pause: float = 0.0) -> Source:
    """The source of evenly spaced keys, with one pause in the middle."""
    rhythm = Rhythm()
    for number in range(keys):
        rhythm.key(1000 + number * gap + (pause if number > keys // 2 else 0))
    return rhythm.source()


@pytest.mark.parametrize("gap", [0.0, 1.0, 8.0, 20.0])
def test_a_burst_is_a_scanner(gap: float) -> None:
    assert heard(12, gap) is Source.WEDGE_SCANNER
    assert heard(90, gap, pause=400) is Source.WEDGE_SCANNER, "a busy machine stumbles once"


@pytest.mark.parametrize("gap", [45.0, 90.0, 250.0])
def test_a_person_is_slower(gap: float) -> None:
    assert heard(12, gap) is Source.TYPED
    assert heard(90, gap) is Source.TYPED


def test_a_few_quick_keys_prove_nothing() -> None:
    assert heard(FEWEST_KEYS - 1, 1.0) is Source.TYPED
    assert heard(FEWEST_KEYS, 1.0) is Source.WEDGE_SCANNER


def test_each_entry_is_judged_by_its_own_keys() -> None:
    rhythm = Rhythm()
    for number in range(20):
        rhythm.key(number)
    rhythm.start_over()
    assert rhythm.source() is Source.TYPED

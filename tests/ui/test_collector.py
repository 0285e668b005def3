"""Garbage goes by the clock while the windows are up, and by the interpreter's own way before and after."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.collector import SWITCH_SECONDS, TICK_MS, Collector


class Knot:
    """Holds itself: reference counts alone never end it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_set_apart() -> Iterator[None]:
    """Take back what the frame of the tests has set apart, as before the program's start."""
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.fixture
def interval() -> Iterator[float]:
    """How long a thread may go on before any collector begins."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.01)
    yield 0.01
    sys.setswitchinterval(before)


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    gc.enable()
    made.begin()
    made.settle()
    yield made
    made.end()
    gc.disable()


def test_a_knot_goes_by_the_clock_though_the_interpreter_collects_no_more(
    collector: Collector, qtbot: QtBot
) -> None:
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None, timeout=60 * TICK_MS)


def test_an_old_knot_goes_with_a_later_tick(collector: Collector) -> None:
    held = Knot()
    gc.collect()
    knot = weakref.ref(held)
    del held
    collector.tick()
    assert knot() is not None
    for _ in range(120):
        collector.tick()
    assert knot() is None


def test_the_interpreter_has_its_own_way_back_at_the_end(interval: float, collector: Collector) -> None:
    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)
    collector.end()
    collector.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert sys.getswitchinterval() == pytest.approx(interval)


def test_what_lasted_is_looked_at_once_it_went(collector: Collector) -> None:
    held = Knot()
    knot = weakref.ref(held)
    collector.settle()
    del held
    for _ in range(120):
        collector.tick()
    assert knot() is not None
    collector.loosen()
    for _ in range(120):
        collector.tick()
    assert knot() is None
    assert gc.get_freeze_count() > 0


def test_nothing_is_collected_before_what_a_start_loads_is_there(qtbot: QtBot) -> None:
    begun = Collector()
    begun.settle()
    assert gc.get_freeze_count() == 0
    begun.begin()
    assert (gc.isenabled(), gc.get_freeze_count()) == (False, 0)
    begun.settle()
    assert gc.get_freeze_count() > 0
    begun.end()
    assert (gc.isenabled(), gc.get_freeze_count()) == (False, 0)

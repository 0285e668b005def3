"""What a process holds, and what it grew by."""

from __future__ import annotations

import tempfile
import threading
from array import array

from tests.benchmarks.bars import p3_endurance
from tests.benchmarks.footprint import Footprint


def test_growth_is_told_as_people_read_it() -> None:
    assert Footprint(4096, 3, 12).since(Footprint(2048, 2, 13)) == "+2.0 MB, +1 threads, -1 open files"


def test_a_thread_and_a_file_are_seen() -> None:
    before, go = Footprint.now(), threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    with tempfile.TemporaryFile():
        during = Footprint.now()
    go.set()
    thread.join()
    assert (during.threads - before.threads, during.files - before.files) == (1, 1)
    assert during.resident_kb > 0


def test_a_slope_is_the_last_tenth_above_the_first() -> None:
    assert round(p3_endurance._slope(array("d", [2.0] * 10 + [9.0] * 80 + [3.0] * 10)), 3) == 0.5

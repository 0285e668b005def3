"""The log guard sees what it must see: every stray warning, from any thread, and every silent expectation."""

from __future__ import annotations

import logging
import threading

import pytest

from tests.support.log_guard import ExpectedLog, LogRecorder, unexpected, unmet

SWAPPED = ExpectedLog("card .* swapped")


def record(level: int, message: str) -> logging.LogRecord:
    return logging.LogRecord("cardio.watcher", level, __file__, 1, message, None, None)


def test_a_stray_warning_is_named() -> None:
    assert unexpected([record(logging.WARNING, "service lost")], []) == [
        "WARNING cardio.watcher: service lost"
    ]


def test_an_expected_warning_is_not() -> None:
    assert unexpected([record(logging.WARNING, "card in A swapped")], [SWAPPED]) == []


def test_an_expectation_of_errors_does_not_cover_warnings() -> None:
    errors_only = ExpectedLog("swapped", logging.ERROR)
    assert unexpected([record(logging.WARNING, "card in A swapped")], [errors_only])


def test_an_expectation_that_nothing_met_is_named() -> None:
    assert unmet([record(logging.WARNING, "service lost")], [SWAPPED]) == ["card .* swapped"]
    assert unmet([record(logging.ERROR, "card in A swapped")], [SWAPPED]) == []


@pytest.mark.expects_log("from another thread")
def test_records_of_other_threads_are_collected_only_while_entered() -> None:
    log = logging.getLogger("cardio.watcher")
    with LogRecorder() as recorder:
        thread = threading.Thread(target=log.warning, args=("from another thread",))
        thread.start()
        thread.join()
    log.warning("from another thread, too late")
    assert [entry.getMessage() for entry in recorder.records] == ["from another thread"]


def test_information_is_not_collected() -> None:
    with LogRecorder() as recorder:
        logging.getLogger("cardio.watcher").info("reader added")
    assert recorder.records == []

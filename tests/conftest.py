"""The frame every test runs in: a home of its own, no keyring, no stray log records, no stray threads."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import threading
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.support.log_guard import ExpectedLog, LogRecorder, unexpected, unmet
from tests.support.thread_guard import survivors

if TYPE_CHECKING:
    from collections.abc import Iterator

# Set before the first test so that child processes inherit them too.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
_SPOKEN = next((found for name in ("LC_ALL", "LC_CTYPE", "LANG") if (found := os.environ.get(name))), "C")
if sys.platform == "linux" and not _SPOKEN.lower().endswith(("utf-8", "utf8")):
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any other encoding, and a warning fails a test

# Deadlines would make these timed tests; the example database would be state between runs.
hypothesis.settings.register_profile("house", deadline=None, database=None, print_blob=True)
hypothesis.settings.load_profile("house")

THREADS_END_WITHIN = 3.0
"""Seconds that the program's threads have to end after a test.

Enough for a crowded machine; the shortest wait for a silent server (``CONNECT_SECONDS``) is longer.
"""

WORK_ENDS_WITHIN = 30.0
"""Seconds more for what a window had begun aside: a document's process may be starting."""

HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder a program may write to at an empty one of this test."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in HOME_VARIABLES.items():
        path = home / folder
        path.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
    monkeypatch.delenv("IOC_DESK_HOME", raising=False)


def expected_logs(request: pytest.FixtureRequest) -> list[ExpectedLog]:
    """The test's ``expects_log`` markers as data."""

    def read(pattern: str, level: str = "WARNING") -> ExpectedLog:
        return ExpectedLog(pattern, logging.getLevelNamesMapping()[level])

    return [read(*mark.args, **mark.kwargs) for mark in request.node.iter_markers("expects_log")]


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a record of WARNING or above that no ``expects_log`` marker names, and on a marker unmet."""
    with LogRecorder() as recorder:
        yield
    expected = expected_logs(request)
    if stray := unexpected(recorder.records, expected):
        pytest.fail("unexpected log records:\n" + "\n".join(stray), pytrace=False)
    if silent := unmet(recorder.records, expected):
        pytest.fail(f"expected log records that never came: {silent}", pytrace=False)


def collect_all() -> None:
    """Collect; what is left lasts and is set apart, unless it was: only what is new is looked at then.

    The program sets apart and takes back as well (``ui.collector``), all or nothing.
    """
    gc.collect()
    if gc.get_freeze_count() == 0:
        gc.freeze()


def pytest_collection_finish() -> None:
    """Set every module and test apart: they stay to the end."""
    collect_all()


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: a test waits for a thread, a card or a server about as long as it computes."""
    return 2 * (os.cpu_count() or 1)


WHOLE_COLLECTION_EACH = 25
"""Tests from one look at all generations of garbage to the next."""
_tests_done = itertools.count(1)


@pytest.fixture(autouse=True)
def garbage_goes_on_this_thread() -> Iterator[None]:
    """Collect between tests only: where another thread ends a forgotten ``QObject``, the process ends."""
    gc.disable()
    yield
    if next(_tests_done) % WHOLE_COLLECTION_EACH:
        gc.collect(1)
    else:
        collect_all()


@pytest.fixture(autouse=True)
def no_stray_threads() -> Iterator[None]:
    """Fail when one of the program's named threads survives the test."""
    before = threading.enumerate()
    yield
    if names := survivors(before, THREADS_END_WITHIN, WORK_ENDS_WITHIN):
        pytest.fail(f"threads still running: {', '.join(names)}", pytrace=False)

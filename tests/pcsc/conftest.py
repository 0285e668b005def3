"""The private pcscd of this process, a virtual card behind it, and a pool that looks at it.

The client library reads the socket's name once per process, so it is set before any test runs: nothing here
can ever reach the user's own readers.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from cardio.events import CardInserted, ReaderAdded
from cardio.pcsc import PcscSource
from cardio.readers import ReaderPool
from cardio.simulator import VpcdLink
from tests.support.pcscd import (
    READERS,
    SOCKET_VARIABLE,
    PrivatePcscd,
    StackMissing,
    private_folder,
    socket_in,
)
from tests.support.reader_events import EventLog, eventually

ROOT = Path(__file__).parents[2]
READER = READERS[0]

os.environ[SOCKET_VARIABLE] = str(socket_in(private_folder()))


@pytest.fixture(scope="session")
def daemon() -> Iterator[PrivatePcscd]:
    """The daemon. Missing, it fails the tests where it must not be missing, and skips them elsewhere."""
    try:
        with PrivatePcscd() as daemon:
            yield daemon
    except StackMissing as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason), pytrace=False)
        pytest.skip(str(reason))


@pytest.fixture
def link(daemon: PrivatePcscd) -> Iterator[VpcdLink]:
    """The way into the first reader; the reader is empty again afterwards."""
    link = VpcdLink(daemon.port, connect=daemon.connect)
    link.start()
    yield link
    link.stop()
    wait_until_empty()


def wait_until_empty() -> None:
    """Wait until the service has seen the card go, so that the next test does not meet it."""
    watch = PcscSource().watch()
    eventually(lambda: watch.wait(0.1)[READER].atr is None)
    watch.close()


@pytest.fixture
def log() -> EventLog:
    """What the pool publishes."""
    return EventLog()


@pytest.fixture
def pool(link: VpcdLink, log: EventLog) -> Iterator[ReaderPool]:
    """A started pool that knows the first reader, empty."""
    pool = ReaderPool([PcscSource()], log.add)
    pool.start()
    log.wait_for(ReaderAdded(READER))
    yield pool
    pool.stop()


Other = Callable[..., AbstractContextManager[list[str]]]


@pytest.fixture
def other_program(daemon: PrivatePcscd) -> Other:
    """Another process at the reader, as a context: what it printed; it lets go at the end."""

    @contextmanager
    def run(how: str, *apdus: str) -> Iterator[list[str]]:
        command = [sys.executable, "-m", "tests.support.raw_pcsc", READER, how, *apdus]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            lines = [process.stdout.readline().strip() for _ in range(len(apdus) + 1)]
            assert lines.pop() == "ready"
            try:
                yield lines
            finally:
                process.stdin.close()
                assert process.wait(30) == 0

    return run


def inserted(log: EventLog, times: int = 1) -> CardInserted:
    """Wait for a card, so many of them."""
    return log.wait_for_kind(CardInserted, times)

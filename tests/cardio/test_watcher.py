"""The watching thread: changes, a service that goes and comes, an early cancel."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Mapping

import pytest

from cardio.errors import NoService
from cardio.source import ReaderChannel, ReaderSource, ReaderWatch, Sighting
from cardio.watcher import Watcher
from tests.support.reader_events import SOON

Answer = Mapping[str, Sighting] | NoService


class ScriptedSource:
    """Its watches give these answers in turn and then wait to be cancelled, `deaf` times in vain."""

    name = "scripted"

    def __init__(self, *answers: Answer, deaf: int = 0) -> None:
        self._answers = list(answers)
        self._cancelled = threading.Event()
        self._deaf = deaf
        self.closed = 0
        self.resting = False

    def is_resting(self) -> bool:
        """As told."""
        return self.resting

    def watch(self) -> ReaderWatch:
        """This object is its own watch."""
        return self

    def wait(self, timeout: float) -> Mapping[str, Sighting]:
        """The next answer."""
        if not self._answers:
            self._cancelled.wait(SOON)
            return {}
        answer = self._answers.pop(0)
        if isinstance(answer, NoService):
            raise answer
        return answer

    def cancel(self) -> None:
        """Heard when it comes often enough."""
        self._deaf -= 1
        if self._deaf < 0:
            self._cancelled.set()

    def close(self) -> None:
        """Count."""
        self.closed += 1

    def channel(self, reader: str) -> ReaderChannel:
        """The watcher never asks."""
        raise AssertionError(reader)


class Told:
    """What the watcher said, in order."""

    def __init__(self) -> None:
        self.said: queue.Queue[object] = queue.Queue()

    def seen(self, source: ReaderSource, readers: Mapping[str, Sighting]) -> None:
        """A look."""
        self.said.put(dict(readers))

    def service_lost(self, source: ReaderSource, reason: int) -> None:
        """A loss."""
        self.said.put(("lost", reason))

    def service_back(self, source: ReaderSource) -> None:
        """A return."""
        self.said.put("back")

    def hear(self, count: int) -> list[object]:
        """The next so many sayings."""
        return [self.said.get(timeout=SOON) for _ in range(count)]


def stop(watcher: Watcher) -> bool:
    """Whether the thread ended."""
    return watcher.join(time.monotonic() + SOON)


def test_every_look_is_reported() -> None:
    source, told = ScriptedSource({"R": Sighting(None)}, {"R": Sighting(b"\x3b")}), Told()
    watcher = Watcher(source, told)
    watcher.start()
    assert told.hear(2) == [{"R": Sighting(None)}, {"R": Sighting(b"\x3b")}]
    assert stop(watcher)
    assert source.closed == 1


def test_a_lost_service_is_reported_once_and_waited_for() -> None:
    source = ScriptedSource({"R": Sighting(None)}, NoService(7), NoService(8), {"R": Sighting(None)})
    told = Told()
    watcher = Watcher(source, told)
    watcher.start()
    assert told.hear(2) == [{"R": Sighting(None)}, ("lost", 7)]
    assert told.hear(2) == ["back", {"R": Sighting(None)}]
    assert stop(watcher)
    assert source.closed == 3


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the service without a pause."""
    monkeypatch.setattr("cardio.watcher.RETRY_SERVICE", 0.0)


@pytest.mark.usefixtures("at_once")
def test_a_service_that_rests_for_want_of_readers_is_no_loss() -> None:
    source, told = ScriptedSource(NoService(7), NoService(7), {"R": Sighting(None)}, NoService(7)), Told()
    source.resting = True
    watcher = Watcher(source, told)
    watcher.start()
    assert told.hear(4) == [{}, {}, {"R": Sighting(None)}, {}], "no reader, which is all there is to say"
    assert stop(watcher)


@pytest.mark.usefixtures("at_once")
def test_a_service_may_take_a_while_to_come_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class PluggedIn(ScriptedSource):
        def watch(self) -> ReaderWatch:
            self.resting = len(self._answers) > 2
            return super().watch()

    monkeypatch.setattr("cardio.watcher.SERVICE_STARTS", SOON)
    source, told = PluggedIn(NoService(7), NoService(7), {"R": Sighting(None)}), Told()
    watcher = Watcher(source, told)
    watcher.start()
    assert told.hear(3) == [{}, {}, {"R": Sighting(None)}]
    assert stop(watcher)


@pytest.mark.usefixtures("at_once")
def test_a_service_that_stays_away_with_a_reader_plugged_in_is_a_loss(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class PluggedIn(ScriptedSource):
        def watch(self) -> ReaderWatch:
            self.resting = len(self._answers) > 1
            return super().watch()

    monkeypatch.setattr("cardio.watcher.SERVICE_STARTS", 0.0)
    source, told = PluggedIn(NoService(7), NoService(8)), Told()
    watcher = Watcher(source, told)
    watcher.start()
    assert told.hear(2) == [{}, ("lost", 8)]
    assert stop(watcher)


def test_a_cancel_that_comes_early_is_repeated() -> None:
    source, told = ScriptedSource({}, deaf=2), Told()
    watcher = Watcher(source, told)
    watcher.start()
    told.hear(1)
    assert stop(watcher)


def test_a_stopped_watcher_says_nothing() -> None:
    source, told = ScriptedSource(), Told()
    watcher = Watcher(source, told)
    watcher.start()
    watcher.ask_to_stop()
    assert stop(watcher)
    assert told.said.empty()

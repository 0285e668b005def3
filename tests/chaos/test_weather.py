"""The sky: answers that get lost alone, and a thread that spoils and clears the network."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.chaos.weather import Network, Weather
from tests.support.deadline import until

QUICK = (0.01, 0.05)


class Echo:
    """A server that answers each line in capitals and remembers what arrived."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            with near:
                said = near.recv(100)
                self.heard.append(said)
                near.sendall(said.upper())


@pytest.fixture
def world() -> Iterator[tuple[Network, Echo]]:
    echo, network = Echo(), Network()
    network.lead_to(echo.port)
    yield network, echo
    network.close()
    echo.listener.shutdown(socket.SHUT_RDWR)
    echo.listener.close()


def ask(network: Network) -> bytes:
    """Return the answer to a question, empty where there is none."""
    port = int(network.url.rpartition(":")[2])
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as near:
            near.sendall(b"hello")
            return near.recv(100)
    except OSError:
        return b""


def test_when_deaf_the_question_arrives_and_the_answer_does_not(world: tuple[Network, Echo]) -> None:
    network, echo = world
    assert ask(network) == b"HELLO"
    network.deaf()
    assert ask(network) == b""
    assert echo.heard == [b"hello", b"hello"]
    network.clear()
    assert ask(network) == b"HELLO"


def test_the_weather_changes_and_clears_up(world: tuple[Network, Echo]) -> None:
    network, _ = world
    crashes: list[int] = []
    with Weather(network, lambda: crashes.append(1), random.Random(1), QUICK) as weather:
        until(lambda: crashes and weather.faults > 1, 40, "a crash and another fault")
    assert ask(network) == b"HELLO"


def test_a_crash_that_goes_wrong_is_told(world: tuple[Network, Echo]) -> None:
    def wrong() -> None:
        raise RuntimeError("the centre does not start")

    with pytest.raises(RuntimeError), Weather(world[0], wrong, random.Random(1), QUICK) as weather:
        until(lambda: weather.failure, 40, "the failure")

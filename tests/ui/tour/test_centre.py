"""The ways of cutting the centre off do to a connection what they say."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.support.deadline import until
from ui.tour.centre import Centre


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    """A centre that is not running, with a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    made = Centre(tmp_path)
    made.url = f"http://127.0.0.1:{port}"
    return made


def test_a_stopped_centre_refuses(centre: Centre) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", centre.port), timeout=30)


def test_a_black_hole_takes_everything_and_answers_nothing(centre: Centre) -> None:
    with centre.black_hole() as swallowed, socket.create_connection(("127.0.0.1", centre.port), 30) as line:
        line.sendall(b"GET /v1/health")
        until(lambda: sum(swallowed) == 14)
        line.settimeout(0.1)
        with pytest.raises(TimeoutError):
            line.recv(1)


def test_a_reset_breaks_the_connection(centre: Centre) -> None:
    with centre.resetting() as broken:
        with (
            pytest.raises(ConnectionResetError),  # as the line is made or when it is read: whoever is faster
            socket.create_connection(("127.0.0.1", centre.port), 30) as line,
        ):
            line.recv(1)
        until(lambda: broken == [0])


def test_afterwards_nobody_listens(centre: Centre) -> None:
    with centre.black_hole():
        pass
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", centre.port), timeout=30)

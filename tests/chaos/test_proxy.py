"""Each spell does to an exchange what it says, and nothing else."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from urllib.parse import urlsplit

import pytest

from tests.chaos import proxy
from tests.chaos.conftest import Echo
from tests.chaos.proxy import Proxy, Spell
from tests.support.deadline import until

World = tuple[Proxy, Echo]


def ask(network: Proxy, word: bytes = b"hello", seconds: float = 10.0) -> bytes:
    """Return the answer to a word; raise what the network did."""
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(network.url).port or 0, timeout=seconds)
    try:
        line.request("POST", "/", body=word)
        return line.getresponse().read()
    finally:
        line.close()


def test_a_clear_network_carries_both_ways(world: World) -> None:
    network, echo = world
    assert (ask(network), echo.heard) == (b"HELLO", [b"hello"])


def test_the_answer_to_a_head_ends_with_its_head(world: World) -> None:
    network, _ = world
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(network.url).port or 0, timeout=30)
    with contextlib.closing(line):
        for _ in range(2):  # the connection is in order afterwards
            line.request("HEAD", "/v1/uploads/gone")
            answer = line.getresponse()
            assert (answer.status, answer.getheader("Content-Length"), answer.read()) == (404, "80", b"")


@pytest.mark.parametrize(
    ("spell", "arrives"),
    [
        (proxy.cut, 0), (proxy.reset, 0), (proxy.late, 0),
        (proxy.answer_lost, 1), (proxy.truncated, 1),
    ],
)  # fmt: skip
def test_an_answer_that_never_comes_whole(world: World, spell: Spell, arrives: int) -> None:
    network, echo = world
    network.cast(spell)
    with pytest.raises((OSError, http.client.HTTPException)):
        ask(network)
    assert len(echo.heard) == arrives
    network.spell = proxy.clear
    assert ask(network) == b"HELLO"


@pytest.mark.parametrize(
    ("spell", "seen"),
    [(proxy.reset, "reset"), (proxy.late, "reset"), (proxy.answer_lost, "reset"), (proxy.cut, "end")],
)
def test_a_reset_is_one_and_no_end(world: World, spell: Spell, seen: str) -> None:
    network, _ = world
    network.cast(spell)
    with socket.create_connection(("127.0.0.1", urlsplit(network.url).port or 0), 20) as line:
        line.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
        try:
            met = "end" if line.recv(1) == b"" else "an answer"
        except ConnectionResetError:  # ECONNRESET
            met = "reset"
    assert met == seen


@pytest.mark.parametrize(("spell", "arrives"), [(proxy.half_open, 1), (proxy.silent, 0)])
def test_a_line_that_falls_silent_without_an_end(world: World, spell: Spell, arrives: int) -> None:
    network, echo = world
    network.cast(spell)
    with pytest.raises(TimeoutError):
        ask(network, seconds=0.5)
    assert len(echo.heard) == arrives


def test_a_corrupt_answer_has_one_other_byte(world: World) -> None:
    network, _ = world
    network.cast(proxy.corrupt)
    assert ask(network) == b"HE\xccLO"


def test_a_doubled_request_arrives_twice(world: World) -> None:
    network, echo = world
    network.cast(proxy.twice)
    assert (ask(network), echo.heard) == (b"HELLO", [b"hello", b"hello"])


def test_what_was_late_arrives_behind_what_was_sent_after_it(world: World) -> None:
    network, echo = world
    for word in (b"one", b"two"):
        network.cast(proxy.late)
        with pytest.raises((OSError, http.client.HTTPException)):
            ask(network, word)
    network.spell = proxy.clear
    ask(network, b"three")
    network.deliver_late()
    assert echo.heard == [b"three", b"two", b"one"]


@pytest.mark.parametrize("spell", [proxy.latency(0.05), proxy.trickle(4, 0.01)])
def test_a_slow_answer_is_whole(world: World, spell: Spell) -> None:
    network, _ = world
    network.cast(spell)
    assert ask(network) == b"HELLO"


def test_refused_until_it_clears_up(world: World) -> None:
    network, _ = world
    network.refuse()
    with pytest.raises(ConnectionRefusedError):
        ask(network)
    network.clear()
    assert ask(network) == b"HELLO"


def test_a_new_spell_drops_what_hangs(world: World) -> None:
    network, _ = world
    network.cast(proxy.silent)
    failed: list[Exception] = []

    def wait() -> None:
        try:
            ask(network, seconds=30)
        except (OSError, http.client.HTTPException) as failure:
            failed.append(failure)

    waiting = threading.Thread(target=wait)
    waiting.start()
    until(lambda: network.connections, what="the connection")
    network.cast(proxy.clear)
    waiting.join(30)
    assert failed

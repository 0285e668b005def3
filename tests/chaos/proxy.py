"""A network that fails in every way networks do: a forwarder on loopback that knows one HTTP exchange.

What becomes of an exchange is its *spell*: a function of the exchange, which may forward the request (any
number of times), answer, cut, reset, or keep silent. The program under test knows nothing of it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from tests.support.door import LINGER_NOT, Door

Spell = Callable[["Exchange"], None]
_PATIENCE = 60.0


@dataclass
class Exchange:
    """One request, as it came, and the two ends."""

    proxy: Proxy
    near: socket.socket
    request: bytes

    @property
    def asks_for_a_change(self) -> bool:
        """Whether it matters when and how often it arrives; a question that is held would only cost time."""
        return not self.request.startswith(b"GET ")

    def forward(self) -> bytes:
        """Let the request arrive; return the whole answer. Raises OSError."""
        with socket.create_connection(("127.0.0.1", self.proxy.target), _PATIENCE) as far:
            self.proxy.watch(far)
            far.sendall(self.request)
            with far.makefile("rb") as stream:
                return read_message(stream, bodiless=self.request.startswith(b"HEAD "))

    def answer(self, content: bytes) -> None:
        """Hand the answer back."""
        self.near.sendall(content)

    def pause(self, seconds: float) -> None:
        """Wait, unless the proxy ends."""
        self.proxy.ended.wait(seconds)

    def end(self) -> None:
        """Close in order: the other side reads an early end."""
        self.near.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        """Reset the connection: the other side reads no end but an error (RST), whatever was on its way."""
        self.near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
        socket.close(self.near.detach())  # its own close would wait for the stream that reads from it

    def silence(self) -> None:
        """Say nothing until the other side goes away: neither an answer nor an end."""
        while self.near.recv(65536):
            pass


def clear(exchange: Exchange) -> None:
    """Everything as it should be."""
    exchange.answer(exchange.forward())


def cut(exchange: Exchange) -> None:
    """The connection ends before the request arrived."""
    exchange.end()


def reset(exchange: Exchange) -> None:
    """The connection is reset before the request arrived."""
    exchange.reset()


def half_open(exchange: Exchange) -> None:
    """The request arrives, and then this side hears nothing more, not even an end."""
    exchange.forward()
    exchange.silence()


def silent(exchange: Exchange) -> None:
    """The request is swallowed, and nobody says so."""
    exchange.silence()


def answer_lost(exchange: Exchange) -> None:
    """The request arrives and is carried out; the answer is lost."""
    exchange.forward()
    exchange.reset()


def truncated(exchange: Exchange) -> None:
    """The answer ends in the middle of its body."""
    content = exchange.forward()
    head = content.index(b"\r\n\r\n") + 4
    exchange.answer(content[: head + max(1, (len(content) - head) // 2)])
    exchange.end()


def corrupt(exchange: Exchange) -> None:
    """A byte in the middle of the answer's body is another one."""
    content = bytearray(exchange.forward())
    head = content.index(b"\r\n\r\n") + 4
    content[head + (len(content) - head) // 2 if head < len(content) else -1] ^= 0x80
    exchange.answer(bytes(content))


def twice(exchange: Exchange) -> None:
    """The request arrives twice, byte for byte; the answer to the second comes back."""
    if exchange.asks_for_a_change:
        exchange.forward()
    exchange.answer(exchange.forward())


def late(exchange: Exchange) -> None:
    """The sender hears of a lost connection; the request is under way and arrives when it is let go."""
    if exchange.asks_for_a_change:
        exchange.proxy.late.append(exchange)
    exchange.reset()


def latency(seconds: float) -> Spell:
    """Every exchange takes so much longer, half of it each way."""

    def spell(exchange: Exchange) -> None:
        exchange.pause(seconds / 2)
        content = exchange.forward()
        exchange.pause(seconds / 2)
        exchange.answer(content)

    return spell


def trickle(pieces: int, pause: float) -> Spell:
    """The answer comes in so many pieces, with a pause before each."""

    def spell(exchange: Exchange) -> None:
        content = exchange.forward()
        size = -(-len(content) // pieces)
        for start in range(0, len(content), size):
            exchange.pause(pause)
            exchange.answer(content[start : start + size])

    return spell


@dataclass
class Proxy:
    """Listens on a port of its own and forwards to ``target`` under the present ``spell``."""

    spell: Spell = clear
    target: int = 0
    late: list[Exchange] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._door = Door(self._arrived)

    @property
    def url(self) -> str:
        """Where it listens."""
        return self._door.url

    @property
    def connections(self) -> int:
        """How many there are."""
        return self._door.inside

    def lead_to(self, port: int) -> None:
        """Forward to ``port`` from now on."""
        self.target = port

    def cast(self, spell: Spell) -> None:
        """Have this happen to every exchange from now on; what runs is dropped."""
        self.spell = spell
        self._door.open()
        self._door.drop()

    def clear(self) -> None:
        """Let everything through; what was held back arrives."""
        self.spell = clear
        self._door.open()
        self.deliver_late()

    def deliver_late(self) -> None:
        """What was late arrives now, the last first; nobody hears the answers."""
        held, self.late = self.late, []
        for exchange in reversed(held):
            with contextlib.suppress(OSError, ValueError):
                exchange.forward()

    def refuse(self) -> None:
        """Nobody listens any more; running connections end."""
        self._door.shut()

    def close(self) -> None:
        """End."""
        self.ended.set()
        self.refuse()

    def watch(self, end: socket.socket) -> None:
        """Drop this one with the others."""
        self._door.watch(end)

    def _arrived(self, near: socket.socket) -> None:
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), near, near.makefile("rb") as stream:
            while request := read_message(stream, is_request=True):
                self.spell(Exchange(self, near, request))


def read_message(stream: BinaryIO, *, is_request: bool = False, bodiless: bool = False) -> bytes:
    """Return one HTTP/1.1 message, whole (RFC 9112, 6); empty at an end. Raises OSError, ValueError.

    ``bodiless``: the answer to a HEAD ends with its head, whatever length that tells (6.3).
    """
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        if not (line := stream.readline(65536)):
            return b""
        head += line
    if bodiless:
        return head
    fields = dict(line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:] if b":" in line)
    if b"chunked" in fields.get(b"transfer-encoding", b""):
        return head + b"".join(_chunks(stream))
    if b"content-length" in fields:
        return head + stream.read(int(fields[b"content-length"]))
    return head if is_request or head.split(b" ", 2)[1] in {b"204", b"304"} else head + stream.read()


def _chunks(stream: BinaryIO) -> list[bytes]:
    pieces = []
    while True:
        size = stream.readline()
        body = stream.read(int(size, 16) + 2)
        pieces += [size, body]
        if int(size, 16) == 0:
            return pieces

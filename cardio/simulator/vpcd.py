"""`VpcdLink`: puts a virtual card into a reader of the real PC/SC service, by vsmartcard's `vpcd`.

The driver listens on TCP; the card connects to it. Each message is a two-byte length and the content; a
content of one byte is an order (power off, power on, reset, ATR). Both go out in **one** send and receipt is
acknowledged at once: otherwise Nagle's algorithm and the delayed acknowledgement cost 40 ms per APDU.
"""

from __future__ import annotations

import errno
import logging
import socket
import threading
from collections.abc import Callable
from typing import Final

from cardio.simulator.readers import VirtualCard

POWER_OFF: Final = 0
POWER_ON: Final = 1
RESET: Final = 2
ATR: Final = 4
_CONNECT_EVERY: Final = 0.1
_LONGEST_MESSAGE: Final = 0xFFFF

_log = logging.getLogger(__name__)
_QUICK_ACK: Final = getattr(socket, "TCP_QUICKACK", None)  # Linux only


class VpcdLink:
    """The way from one vpcd reader (`host`, `port`) to the card in it. `start` and `stop` once each.

    `connect`, where given, makes the connection in place of the plain one; it raises OSError.
    """

    def __init__(
        self, port: int, host: str = "127.0.0.1", connect: Callable[[], socket.socket] | None = None
    ) -> None:
        self._connect = connect or (lambda: socket.create_connection((host, port), timeout=2.0))
        self._card: VirtualCard | None = None
        self._atr = b""
        self._guard = threading.Condition()
        self._stopping = False
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name=f"vpcd-{port}", daemon=True)

    def start(self) -> None:
        """Begin to serve; a card inserted before is seen as soon as the driver listens."""
        self._thread.start()

    def stop(self) -> None:
        """Take the card out and end the thread."""
        with self._guard:
            self._stopping = True
            self._guard.notify_all()
        self.remove()
        if self._thread.is_alive():
            self._thread.join(2.0)

    def insert(self, card: VirtualCard) -> None:
        """Put a card in, in place of any that is there."""
        self.remove()
        with self._guard:
            self._card = card
            self._atr = card.power_on()
            self._guard.notify_all()

    def remove(self) -> None:
        """Take the card out: the driver sees the connection end."""
        with self._guard:
            self._card = None
            link, self._socket = self._socket, None
        if link is not None:
            try:
                link.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # the driver was quicker

    def _run(self) -> None:
        while (card := self._next_card()) is not None:
            try:
                with self._connect() as link:
                    self._serve(link, card)
            except OSError:
                _log.debug("no driver for %s", self._thread.name)
            self._pause(card)

    def _next_card(self) -> VirtualCard | None:
        with self._guard:
            self._guard.wait_for(lambda: self._stopping or self._card is not None)
            return None if self._stopping else self._card

    def _pause(self, card: VirtualCard) -> None:
        """Leave the driver some time before it meets the same card again."""
        with self._guard:
            self._guard.wait_for(lambda: self._stopping or self._card is not card, _CONNECT_EVERY)

    def _serve(self, link: socket.socket, card: VirtualCard) -> None:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        link.settimeout(None)
        with self._guard:
            if self._card is not card:
                return
            self._socket = link
        while (message := _receive(link)) is not None:
            answer = self._answer(card, message)
            if answer is not None:
                link.sendall(_framed(answer))

    def _answer(self, card: VirtualCard, message: bytes) -> bytes | None:
        if len(message) != 1:
            return card.transmit(message)
        if message[0] in (POWER_ON, RESET):
            self._atr = card.power_on()
        return self._atr if message[0] == ATR else None


def _framed(answer: bytes) -> bytes:
    """The message to the driver; OSError for an answer that none holds: the link ends as by a torn card."""
    if len(answer) > _LONGEST_MESSAGE:
        raise OSError(errno.EMSGSIZE, "an answer that no message to the driver holds")
    return len(answer).to_bytes(2, "big") + answer


def _receive(link: socket.socket) -> bytes | None:
    """The next message, or `None` when the other side is gone."""
    head = _exactly(link, 2)
    return None if head is None else _exactly(link, int.from_bytes(head, "big"))


def _exactly(link: socket.socket, count: int) -> bytes | None:
    data = bytearray()
    while len(data) < count:
        if _QUICK_ACK is not None:
            link.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)  # the kernel forgets it after each use
        piece = link.recv(count - len(data))
        if not piece:
            return None
        data += piece
    return bytes(data)

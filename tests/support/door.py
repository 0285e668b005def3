"""A port of one's own on loopback that can be shut, opened again, and cleared of who is inside."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable

LINGER_NOT = struct.pack("ii", 1, 0)
"""With ``SO_LINGER``: close sends RST."""


class Door:
    """Listens on a free port and hands each connection to ``arrived``, on the thread that accepts."""

    def __init__(self, arrived: Callable[[socket.socket], None]) -> None:
        self._arrived = arrived
        self._lock = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._listener = self._listen(0)
        self._port = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def inside(self) -> int:
        """How many connections there are."""
        with self._lock:
            return len(self._ends)

    def open(self) -> None:
        """Listen again where it listened; nothing where it does."""
        if self._listener.fileno() < 0:
            self._listener = self._listen(self._port)

    def shut(self) -> None:
        """Nobody listens any more: connections are refused, those inside are dropped."""
        with contextlib.suppress(OSError):  # wakes the thread in accept, which keeps the port
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop()

    def watch(self, end: socket.socket) -> None:
        """Drop this one with the others."""
        with self._lock:
            self._ends.add(end)

    def forget(self, *ends: socket.socket) -> None:
        """These have ended by themselves."""
        with self._lock:
            self._ends.difference_update(ends)

    def drop(self) -> None:
        """Reset every connection; one with a stream on it is closed when its stream is."""
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port), backlog=128)
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            self.watch(near)
            self._arrived(near)

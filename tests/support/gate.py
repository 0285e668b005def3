"""A network that a test can cut: a TCP forwarder in front of a server, with the ways networks fail.

``open`` forwards; ``refuse`` stops listening; ``black_hole`` accepts and never answers; ``reset``
drops every connection at once, also the next ones; ``lose_answers`` lets requests through and resets
the connection when the answer comes. The program under test knows nothing of it.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from typing import Self

LINGER_NOT = struct.pack("ii", 1, 0)  # close sends RST


class Gate:
    """Forwards its own port to another one while it is open."""

    def __init__(self) -> None:
        self._target = 0
        self._mode = "open"
        self._lock = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._listener = self._listen(0)
        self._port = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def lead_to(self, port: int) -> Self:
        """Forward to ``port`` from now on."""
        self._target = port
        return self

    def open(self) -> None:
        """Let everything through."""
        self._mode = "open"
        if self._listener.fileno() < 0:
            self._listener = self._listen(self._port)

    def refuse(self) -> None:
        """Nobody listens any more: connections are refused, running ones end."""
        self._mode = "refuse"
        # A thread in accept keeps the port; shutting down wakes it.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._drop()

    def black_hole(self) -> None:
        """Accept, and never say a word; running connections fall silent."""
        self._mode = "black_hole"
        self._drop()

    def reset(self) -> None:
        """Reset every connection, now and to come."""
        self._mode = "reset"
        self._drop()

    def lose_answers(self) -> None:
        """Forward what is asked; drop the connection instead of answering, now and to come."""
        self._mode = "lose_answers"

    def close(self) -> None:
        """End."""
        self.refuse()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            self._arrived(near)

    def _arrived(self, near: socket.socket) -> None:
        with self._lock:
            self._ends.add(near)
        if self._mode == "reset":
            self._drop()
        elif self._mode in {"open", "lose_answers"}:
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                self._drop()
                return
            with self._lock:
                self._ends.add(far)
            threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        """Carry both ways until both have ended; then nothing of the connection is left here."""
        answers = threading.Thread(target=self._pump, args=(far, near, True), daemon=True)
        answers.start()
        self._pump(near, far, answers=False)
        answers.join()
        with self._lock:
            self._ends -= {near, far}
        near.close()
        far.close()

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if answers and self._mode == "lose_answers":
                    self._drop()
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _drop(self) -> None:
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
                end.shutdown(socket.SHUT_RDWR)
            end.close()

"""A network that a test can cut: a TCP forwarder in front of a server, with the ways networks fail.

``open`` forwards; ``refuse`` stops listening; ``black_hole`` accepts and never answers; ``reset``
drops every connection at once, also the next ones; ``lose_answers`` lets requests through and resets
the connection when the answer comes. The program under test knows nothing of it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self

from tests.support.door import Door


class Gate:
    """Forwards its own port to another one while it is open."""

    def __init__(self) -> None:
        self._target = 0
        self._mode = "open"
        self._door = Door(self._arrived)

    @property
    def url(self) -> str:
        return self._door.url

    def lead_to(self, port: int) -> Self:
        """Forward to ``port`` from now on."""
        self._target = port
        return self

    def open(self) -> None:
        """Let everything through."""
        self._mode = "open"
        self._door.open()

    def refuse(self) -> None:
        """Nobody listens any more: connections are refused, running ones end."""
        self._mode = "refuse"
        self._door.shut()

    def black_hole(self) -> None:
        """Accept, and never say a word; running connections fall silent."""
        self._mode = "black_hole"
        self._door.drop()

    def reset(self) -> None:
        """Reset every connection, now and to come."""
        self._mode = "reset"
        self._door.drop()

    def lose_answers(self) -> None:
        """Forward what is asked; drop the connection instead of answering, now and to come."""
        self._mode = "lose_answers"

    def close(self) -> None:
        """End."""
        self.refuse()

    def _arrived(self, near: socket.socket) -> None:
        if self._mode == "reset":
            self._door.drop()
        elif self._mode in {"open", "lose_answers"}:
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                self._door.drop()
                return
            self._door.watch(far)
            threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        """Carry both ways until both have ended; then nothing of the connection is left here."""
        answers = threading.Thread(target=self._pump, args=(far, near, True), daemon=True)
        answers.start()
        self._pump(near, far, answers=False)
        answers.join()
        self._door.forget(near, far)
        near.close()
        far.close()

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if answers and self._mode == "lose_answers":
                    self._door.drop()
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

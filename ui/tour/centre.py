"""The central API in its own process, and every way in which it can be cut off from outside the client.

Stopped: nothing listens. Black hole: the port takes connections and answers nothing. Reset: the port breaks
each connection at once. The same port and data serve again afterwards.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from desktop_app.sandbox_process import SandboxProcess


class Centre:
    """The sandbox server: started, stopped, and started again on the same port with the same data."""

    def __init__(self, data: Path) -> None:
        self._sandbox = SandboxProcess(data)
        self.url = ""
        self.code = ""
        self.cards = data / "cards"

    @property
    def port(self) -> int:
        """The port it serves on, or served on."""
        return urlsplit(self.url).port or 0

    def start(self) -> None:
        """Serve; on the first start on any free port, later on the same one."""
        ready = self._sandbox.start()
        self.url, self.code = ready.url, ready.enrolment_code

    def stop(self) -> None:
        """End the server; nothing listens on its port afterwards. Idempotent."""
        self._sandbox.stop()

    @contextlib.contextmanager
    def black_hole(self) -> Iterator[list[int]]:
        """While entered, connections are taken and never answered; yields the sizes of what was sent."""
        with _listening(self.port, _swallow) as received:
            yield received

    @contextlib.contextmanager
    def resetting(self) -> Iterator[list[int]]:
        """While entered, every connection is reset; yields a 0 for each."""
        with _listening(self.port, _reset) as received:
            yield received


def _swallow(connection: socket.socket, received: list[int], over: threading.Event) -> None:
    connection.settimeout(0.2)
    with connection:
        while not over.is_set():
            try:
                piece = connection.recv(65_536)
            except TimeoutError:
                continue
            except OSError:
                return
            if not piece:
                return
            received.append(len(piece))


def _reset(connection: socket.socket, received: list[int], over: threading.Event) -> None:  # noqa: ARG001 - one shape for both
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    received.append(0)


@contextlib.contextmanager
def _listening(
    port: int, treat: Callable[[socket.socket, list[int], threading.Event], None]
) -> Iterator[list[int]]:
    received: list[int] = []
    over = threading.Event()
    with socket.create_server(("127.0.0.1", port), reuse_port=False) as server:
        server.settimeout(0.2)
        threads: list[threading.Thread] = []

        def accept() -> None:
            while not over.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, _ = server.accept()
                    worker = threading.Thread(target=treat, args=(connection, received, over), daemon=True)
                    threads.append(worker)
                    worker.start()

        acceptor = threading.Thread(target=accept, name="tour-port", daemon=True)
        acceptor.start()
        try:
            yield received
        finally:
            over.set()
            acceptor.join()
            for worker in threads:
                worker.join(1)

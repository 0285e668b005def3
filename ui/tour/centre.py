"""The central API in its own process, and every way in which it can be cut off from outside the client.

Stopped: nothing listens. Black hole: the port takes connections and answers nothing. Reset: the port breaks
each connection at once. The same port and data serve again afterwards.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

READY_PATIENCE = 120.0
STOP_PATIENCE = 10.0


class CentreFailed(RuntimeError):
    """The sandbox did not come up; its log says why."""


class Centre:
    """The sandbox server: started, stopped, and started again on the same port with the same data."""

    def __init__(self, data: Path, log: Path, reports: Path) -> None:
        self._data, self._log, self._reports = data, log, reports
        self._process: subprocess.Popen[str] | None = None
        self.port = 0
        self.url = ""
        self.code = ""

    def start(self) -> None:
        """Serve; on the first start any free port, later the same one."""
        command = [sys.executable, "-m", "desktop_app", "sandbox", "serve", "--data", str(self._data)]
        command += ["--reports", str(self._reports), "--port", str(self.port)]
        with self._log.open("ab") as errors:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        ready = self._first_line(self._process)
        self.url, self.code = str(ready["url"]), str(ready["enrolment_code"])
        self.port = int(self.url.rsplit(":", 1)[1].strip("/"))

    def stop(self) -> None:
        """End the server; nothing listens on its port afterwards."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=STOP_PATIENCE)
            self._process = None

    @contextlib.contextmanager
    def black_hole(self) -> Iterator[list[int]]:
        """While entered, connections are taken and never answered; yields the sizes of what was sent."""
        with _listening(self.port, _swallow) as received:
            yield received

    @contextlib.contextmanager
    def resetting(self) -> Iterator[list[int]]:
        """While entered, every connection is reset."""
        with _listening(self.port, _reset) as received:
            yield received

    def _first_line(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        timer = threading.Timer(READY_PATIENCE, process.kill)
        timer.start()
        try:
            line = process.stdout.readline() if process.stdout else ""
        finally:
            timer.cancel()
        if not line.startswith("{"):
            raise CentreFailed(str(self._log))
        ready: dict[str, Any] = json.loads(line)
        return ready


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

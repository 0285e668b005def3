"""A loopback server that answers exactly what a test scripts, byte for byte if need be.

It stands for the network's misbehaviour (slow, torn, hostile answers), never for the central API,
which tests meet in its own process or thread.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, Self


@dataclass
class Heard:
    """A request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Answer = bytes | Callable[[socket.socket], None]


def answer(status: int = 200, body: object = None, **headers: str) -> bytes:
    """Return a whole HTTP answer with a JSON body; underscores in header names become hyphens."""
    content = body if isinstance(body, bytes) else json.dumps({} if body is None else body).encode()
    lines = [
        f"HTTP/1.1 {status} Scripted",
        f"Content-Length: {len(content)}",
        "Content-Type: application/json",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def hang(connection: socket.socket) -> None:
    """Never answer: wait until the other side goes away."""
    while connection.recv(65536):
        pass


@dataclass
class ScriptedServer:
    """Accepts on loopback and answers the scripted answers in order, one per request."""

    script: list[Answer]
    context: ssl.SSLContext | None = None
    heard: list[Heard] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connections: list[socket.socket] = []
        self._arrived = threading.Condition()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # wakes the thread in accept, which keeps the port
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._connections:
            connection.close()

    @property
    def url(self) -> str:
        scheme = "https" if self.context else "http"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def wait_for(self, requests: int) -> None:
        """Wait until so many requests have arrived."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.heard) >= requests, 30)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self.context is not None:
                connection = self.context.wrap_socket(connection, server_side=True)
            self._connections.append(connection)
            with connection, connection.makefile("rb") as stream:
                while (request := self._read(stream)) is not None:
                    with self._arrived:
                        self.heard.append(request)
                        reply = self.script.pop(0) if self.script else hang
                        self._arrived.notify_all()
                    if callable(reply):
                        reply(connection)
                        return
                    connection.sendall(reply)
        except (OSError, ValueError):
            return

    @staticmethod
    def _read(stream: BinaryIO) -> Heard | None:
        first = stream.readline().decode()
        if not first.strip():
            return None
        method, target, _ = first.split(" ", 2)
        headers: dict[str, str] = {}
        while line := stream.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        return Heard(method, target, headers, stream.read(int(headers.get("content-length", 0))))

"""One service on one loopback socket: bound first, served in the foreground or in a thread, ended at once."""

from __future__ import annotations

import contextlib
import gc
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from desktop_app.sandbox.app import create_app
from desktop_app.sandbox.service import Service

HOST = "127.0.0.1"
GRACE_SECONDS = 1
BACKLOG = 1024
"""Connections that may wait to be taken: a city's terminals and desks that come back at one moment."""
SWITCH_SECONDS = 0.001
"""How long one request may go on in Python while others wait; the interpreter's own is 5 ms."""
COLLECTED_AFTER = (20_000, 20, 20)
"""Objects made until a look at the young ones, and how many such looks until one at older ones."""


@dataclass(frozen=True, slots=True)
class Tls:
    """PEM files to serve HTTPS with: the certificate with what leads to its root, and its key."""

    certificate: Path
    key: Path


def bind(port: int = 0) -> tuple[socket.socket, str]:
    """Return a socket bound to ``port`` (0: a free one) on loopback, and its URL; raises OSError.

    A client that has not noticed our last end keeps half-closed connections on the port; `create_server`
    lets it be served again at once (on Windows, where that option means another thing, it is left out).
    """
    bound = socket.create_server((HOST, port), backlog=BACKLOG)  # early comers wait instead of being refused
    # Nagle's delay would hold the second half of each answer for 40 ms; asyncio leaves it on here.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound, f"http://{HOST}:{bound.getsockname()[1]}"


def serve_until_told(service: Service, bound: socket.socket) -> None:
    """Serve on this thread until SIGTERM or SIGINT; held answers go out empty, then it ends.

    The process is the service's own: it is made ready to answer many at once.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()  # what is there now stays: no look at it is worth a pause
    gc.set_threshold(*COLLECTED_AFTER)
    with service.nodes.hearing(service.herald.tell, service.onlookers.hear):
        _Server(service).run(sockets=[bound])


@contextlib.contextmanager
def serving(service: Service, bound: socket.socket, tls: Tls | None = None) -> Iterator[None]:
    """Serve in a thread while entered."""
    server = _Server(service, tls)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, name="sandbox-server")
    thread.start()
    try:
        with service.nodes.hearing(service.herald.tell, service.onlookers.hear):
            yield
    finally:
        server.should_exit = True
        thread.join()


class _Server(uvicorn.Server):
    """Lets held long polls go first when asked to end."""

    def __init__(self, service: Service, tls: Tls | None = None) -> None:
        config = uvicorn.Config(
            create_app(service),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            timeout_keep_alive=75,
            ssl_certfile=tls.certificate if tls else None,
            ssl_keyfile=tls.key if tls else None,
        )
        super().__init__(config)
        self._service = service

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End: held answers go out, then connections close."""
        self._service.ripple.close()
        await super().shutdown(sockets)

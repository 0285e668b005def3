"""A server that answers each body in capitals and remembers what arrived, behind a proxy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.chaos.proxy import Proxy


class Echo(ThreadingHTTPServer):
    """Answers in capitals; ``heard`` is what arrived, in order."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Echo

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append(said)
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said.upper())

    def do_HEAD(self) -> None:
        self.send_response(404)
        self.send_header("Content-Length", "80")  # of the body that a GET would bring
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def world() -> Iterator[tuple[Proxy, Echo]]:
    """The proxy, leading to the server."""
    echo, network = Echo(), Proxy()
    threading.Thread(target=echo.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    network.lead_to(echo.server_port)
    yield network, echo
    network.close()
    echo.shutdown()
    echo.server_close()

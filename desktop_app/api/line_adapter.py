"""The HTTP library on our own sockets: ``requests`` with connections that come from ``Lines``.

Loading that library takes a seventh of a start; ``session`` loads this module at its first request.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any, ClassVar

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import Timeout

from desktop_app.api import address
from desktop_app.api.lines import Lines


def http_session(url: str, lines: Lines, trust: ssl.SSLContext, agent: str) -> requests.Session:
    """Return a session for the centre at ``url``; this machine's own addresses are never proxied."""
    http = requests.Session()
    http.trust_env = False  # no .netrc, no environment's list of authorities
    http.headers["User-Agent"] = agent
    if not address.is_loopback(url):
        http.proxies.update(requests.utils.get_environ_proxies(url))
    adapter = LineAdapter(lines, trust)
    http.mount("https://", adapter)
    http.mount("http://", adapter)
    return http


class _LineMixin:
    """Makes a urllib3 connection take its socket from ``lines``."""

    lines: ClassVar[Lines]

    def _new_conn(self: Any) -> socket.socket:
        seconds = Timeout.resolve_default_timeout(self.timeout) or 0.0
        try:
            sock: socket.socket = self.lines.connect(self._dns_host, self.port, seconds)
        except socket.gaierror as unknown:
            raise NameResolutionError(self.host, self, unknown) from unknown
        except TimeoutError as late:
            raise ConnectTimeoutError(self, "connect timed out") from late
        except OSError as refused:
            raise NewConnectionError(self, "no connection") from refused
        sock.settimeout(seconds)
        self.lines.add(sock)
        return sock


class _SecureLineMixin(_LineMixin):
    """The same over TLS, where wrapping replaces the socket: a duplicate stands guard over the handshake."""

    def _new_conn(self: Any) -> socket.socket:
        sock: socket.socket = super()._new_conn()
        self.guard = sock.dup()
        self.lines.add(self.guard)
        return sock

    def connect(self: Any) -> None:
        self.guard = None
        try:
            super().connect()  # type: ignore[misc]  # of the connection it is mixed into
            self.lines.add(self.sock)
        finally:
            if self.guard is not None:
                self.guard.close()


class LineAdapter(HTTPAdapter):
    """An adapter whose connections are ``lines`` and whose TLS trusts what ``context`` trusts."""

    def __init__(self, lines: Lines, context: ssl.SSLContext) -> None:
        self._lines = lines
        self._context = context
        super().__init__(pool_connections=2, pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - requests' signature
        """Build the pool with our connections and our trust."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._lines)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 - requests' signature
        """Return the pool of a proxy, with our connections and our trust."""
        pool = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        pool.pool_classes_by_scheme = _pools(self._lines)
        return pool

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:  # noqa: ANN401, ARG002 - requests' signature
        """Leave trust to the context: requests would add a list of authorities of its own."""
        conn.cert_reqs = "CERT_REQUIRED"


def _pools(lines: Lines) -> dict[str, type[HTTPConnectionPool]]:
    plain = type("Line", (_LineMixin, HTTPConnection), {"lines": lines})
    secure = type("SecureLine", (_SecureLineMixin, HTTPSConnection), {"lines": lines})
    return {
        "http": type("LinePool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecureLinePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }

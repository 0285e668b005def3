"""Sockets that another thread can break at once.

``requests.Session.close`` leaves a hanging read alone; here every socket is known from before its
connection is made, so that ``Lines.break_all`` ends a connect, a handshake and a read alike.
"""

from __future__ import annotations

import errno
import select
import socket
import ssl
import threading
import time
from contextlib import suppress
from typing import Any, ClassVar
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import Timeout

_SLICE = 0.05
_CONNECTING = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", -1)})


class Lines:
    """The open sockets of one session, and whether they were broken on purpose."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._broken = False

    @property
    def broken(self) -> bool:
        """Whether ``break_all`` was called: errors from now on are ours."""
        return self._broken

    def add(self, sock: socket.socket) -> None:
        """Watch ``sock``; break it at once when the others are broken already."""
        with self._lock:
            self._sockets.add(sock)
            broken = self._broken
        if broken:
            _shut(sock)

    def break_all(self) -> None:
        """Shut every socket down, now and to come. Idempotent; may be called from any thread."""
        with self._lock:
            self._broken = True
            sockets = list(self._sockets)
        for sock in sockets:
            _shut(sock)

    def drop_all(self) -> None:
        """Shut the sockets of now down, so that what hangs on a dead network is tried anew."""
        with self._lock:
            sockets = list(self._sockets)
        for sock in sockets:
            _shut(sock)

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """Return a socket connected to the first address of ``host`` that answers.

        Raises OSError (``TimeoutError`` after ``seconds``, ``ConnectionAbortedError`` when broken).
        """
        deadline = time.monotonic() + seconds
        problem: OSError = OSError(errno.EHOSTUNREACH, "no address")
        for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            sock = socket.socket(family, kind, protocol)
            try:
                self._connect(sock, address, deadline)
            except OSError as refused:
                sock.close()
                problem = refused
                continue
            return sock
        raise problem

    def _connect(self, sock: socket.socket, address: tuple[Any, ...], deadline: float) -> None:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        begun = sock.connect_ex(address)
        if begun not in _CONNECTING:
            raise OSError(begun, "connect")
        while not _ready(sock):
            if self._broken:
                raise ConnectionAbortedError
            if time.monotonic() > deadline:
                raise TimeoutError
        outcome = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if outcome:
            raise OSError(outcome, "connect")


def _ready(sock: socket.socket) -> bool:
    """Wait one slice for a connection; Windows reports a refused one as exceptional."""
    _, writable, failed = select.select([], [sock], [sock], _SLICE)
    return bool(writable or failed)


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):  # not connected, or closed meanwhile: nothing hangs on it
        # The base method: SSLSocket's own would drop state that the reading thread still uses.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


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
            super().connect()  # type: ignore[misc]
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

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:  # noqa: ANN401, ARG002
        """Leave trust to the context: requests would add a list of authorities of its own."""
        conn.cert_reqs = "CERT_REQUIRED"


def _pools(lines: Lines) -> dict[str, type[HTTPConnectionPool]]:
    plain = type("Line", (_LineMixin, HTTPConnection), {"lines": lines})
    secure = type("SecureLine", (_SecureLineMixin, HTTPSConnection), {"lines": lines})
    return {
        "http": type("LinePool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecureLinePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }

"""Sockets that another thread can break at once.

``requests.Session.close`` leaves a hanging read alone; here every socket is known from before its
connection is made, so that ``Lines.break_all`` ends a connect, a handshake and a read alike.
"""

from __future__ import annotations

import errno
import select
import socket
import threading
import time
from contextlib import suppress
from typing import Any
from weakref import WeakSet

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

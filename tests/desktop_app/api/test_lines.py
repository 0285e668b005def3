"""Sockets that another thread can break."""

from __future__ import annotations

import socket
import threading

import pytest

from desktop_app.api.lines import Lines


def test_a_connection_is_made_and_watched() -> None:
    lines = Lines()
    server = socket.create_server(("127.0.0.1", 0))
    with server, lines.connect("127.0.0.1", server.getsockname()[1], 5) as near:
        lines.add(near)
        near.settimeout(30)
        accepted, _ = server.accept()
        with accepted:
            lines.break_all()
            assert near.recv(1) == b""
            assert accepted.recv(1) == b""
    assert lines.broken


def test_a_refused_connection_is_an_oserror() -> None:
    with socket.socket() as deaf:  # holds the port, and does not listen
        deaf.bind(("127.0.0.1", 0))
        with pytest.raises(OSError, match="connect"):
            Lines().connect("127.0.0.1", deaf.getsockname()[1], 5)


def test_what_is_added_after_the_break_is_broken_at_once() -> None:
    lines = Lines()
    lines.break_all()
    lines.break_all()
    server = socket.create_server(("127.0.0.1", 0))
    with server, socket.create_connection(server.getsockname()) as near:
        lines.add(near)
        near.settimeout(30)
        assert near.recv(1) == b""


def test_dropping_ends_what_is_there_and_nothing_to_come() -> None:
    lines = Lines()
    server = socket.create_server(("127.0.0.1", 0))
    with server, lines.connect("127.0.0.1", server.getsockname()[1], 5) as near:
        lines.add(near)
        lines.drop_all()
        near.settimeout(30)
        assert near.recv(1) == b""
        with lines.connect("127.0.0.1", server.getsockname()[1], 5) as again:
            lines.add(again)
            again.sendall(b"x")
    assert not lines.broken


def _full_backlog() -> tuple[socket.socket, list[socket.socket]]:
    """A listener that takes no more connections: a further connect hangs, as into a black hole."""
    server = socket.create_server(("127.0.0.1", 0), backlog=0)
    fillers = []
    for _ in range(8):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(server.getsockname())
        fillers.append(filler)
    return server, fillers


def test_a_connect_into_the_void_ends_in_time_and_at_a_break() -> None:
    server, fillers = _full_backlog()
    try:
        port = server.getsockname()[1]
        with pytest.raises(TimeoutError):
            Lines().connect("127.0.0.1", port, 0.1)
        lines, outcome = Lines(), list[OSError]()

        def connect() -> None:
            try:
                lines.connect("127.0.0.1", port, 60)
            except OSError as problem:
                outcome.append(problem)

        thread = threading.Thread(target=connect)
        thread.start()
        lines.break_all()
        thread.join(30)
        assert isinstance(outcome[0], ConnectionAbortedError)
    finally:
        for sock in (server, *fillers):
            sock.close()


def test_an_unknown_host_is_told_apart() -> None:
    with pytest.raises(socket.gaierror):
        Lines().connect("host.invalid", 1, 1)

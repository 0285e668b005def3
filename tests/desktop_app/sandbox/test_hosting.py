"""One service on loopback: reachable from the first moment, gone within two seconds, held requests too."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from desktop_app.sandbox.hosting import bind, serving
from tests.support.deadline import until
from tests.support.desk_client import enrolled
from tests.support.sandbox_server import small_service


def test_the_port_is_loopbacks_only_and_answers_at_once(tmp_path: Path) -> None:
    bound, url = bind()
    assert bound.getsockname()[0] == "127.0.0.1"
    with small_service(tmp_path, url) as (city, _), ThreadPoolExecutor(1) as pool:
        early = pool.submit(requests.get, url + "/v1/health", timeout=20)  # before anyone serves
        with serving(city.service, bound):
            assert early.result().status_code == 200


def test_answers_are_not_held_back_by_nagle() -> None:
    bound, _ = bind()
    with bound, socket.create_connection(bound.getsockname(), timeout=30):
        accepted, _ = bound.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_taken_port_is_told() -> None:
    bound, _ = bind()
    with bound, pytest.raises(OSError, match="in use"):
        bind(bound.getsockname()[1])


def test_a_held_request_does_not_hold_the_end(tmp_path: Path) -> None:
    bound, url = bind()
    with small_service(tmp_path, url) as (city, _), ThreadPoolExecutor(1) as pool:
        with serving(city.service, bound), enrolled(url, city.service.codes.mint()) as desk:
            desk.sign_in(city.card("o-handler"))
            _, cursor = desk.drain()
            held = pool.submit(desk.changes, cursor, 500, 25)
            until(lambda: city.service.ripple.waiting, what="the held request")
            leaving = time.monotonic()
            city.service.ripple.close()
            assert held.result()["changes"] == []
        assert time.monotonic() - leaving < 20  # far from the 25 s that were asked for
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(url.rsplit(":", 1)[1])), timeout=30)

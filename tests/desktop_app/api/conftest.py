"""What the tests of the API layer share: a key, a clock that is told the time, sessions on scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.session import ApiSession, Centre
from tests.support.scripted_server import Answer, ScriptedServer

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class HeardClock:
    """A clock that stands still and notes what it was told."""

    def __init__(self) -> None:
        self.learnt: list[tuple[datetime, float]] = []

    def now(self) -> datetime:
        return NOW

    def learn(self, server_time: datetime, rtt: float) -> None:
        self.learnt.append((server_time, rtt))


@pytest.fixture
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def clock() -> HeardClock:
    return HeardClock()


@pytest.fixture
def serve(
    key: ec.EllipticCurvePrivateKey, clock: HeardClock
) -> Iterator[Callable[..., tuple[ScriptedServer, ApiSession]]]:
    """Return a function that starts a server on a script and a session to it."""
    with ExitStack() as stack:

        def start(*script: Answer) -> tuple[ScriptedServer, ApiSession]:
            server = stack.enter_context(ScriptedServer(list(script)))
            session = Centre(server.url, key, clock, "test").open()
            stack.callback(session.close)
            return server, session

        yield start

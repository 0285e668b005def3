"""A centre on a script, and the parts that the threads of sync are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.session import Centre
from tests.support.clock import ManualClock
from tests.support.scripted_server import Answer, ScriptedServer, answer


@contextmanager
def scripted_centre(clock: ManualClock, *script: Answer) -> Iterator[tuple[ScriptedServer, Centre]]:
    """A server that answers ``script`` in order and then hangs, and the centre that leads to it."""
    with ScriptedServer(list(script)) as server:
        yield server, Centre(server.url, ec.generate_private_key(ec.SECP256R1()), clock, "test")


@contextmanager
def ending(stop: Callable[[], None]) -> Iterator[None]:
    """Call ``stop`` at the end, whatever happened."""
    with ExitStack() as stack:
        stack.callback(stop)
        yield


def feed(*reports: dict[str, Any], more: bool = False, total: int | None = None, epoch: str = "e") -> bytes:
    """A page of the feed with these reports."""
    lines = [
        {"seq": n, "entity": "report", "id": r["id"], "op": "put", "version": r["version"], "data": r}
        for n, r in enumerate(reports, 1)
    ]
    body = {"changes": lines, "next": "c", "has_more": more, "durable_through": 0, "epoch": epoch}
    return answer(200, body if total is None else {**body, "total": total})

"""Bodies from outside: too large, not JSON, not the shape."""

from __future__ import annotations

import http.client
import ssl
from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.endings import require
from desktop_app.conformance.exchange import Body
from desktop_app.conformance.scene import Scene

HUGE: Final = 9 * 1024 * 1024
_PATH: Final = "/v1/enrolments"


def _bounded(scene: Scene) -> None:
    """A server may close the connection on a body that is too large before it was read."""
    try:
        answer = scene.exchange.call("POST", _PATH, body=Body(b" " * HUGE))
    except (ConnectionError, ssl.SSLEOFError, http.client.HTTPException):
        return
    answer.expect(413)


def _no_json(scene: Scene) -> None:
    answer = scene.exchange.call("POST", _PATH, body=Body(b"{"))
    require(400 <= answer.status < 500, f"it is {answer.status}")


def _other_shape(scene: Scene) -> None:
    answer = scene.exchange.call("POST", _PATH, body=Body(b'{"code": 12, "modes": {}}'))
    require(400 <= answer.status < 500, f"it is {answer.status}")


CLAUSES: Final = (
    Clause("body.bounded", "a body of 9 MiB is refused", _bounded),
    Clause("body.json", "a body that is no JSON is refused", _no_json),
    Clause("body.shape", "a body of another shape is refused", _other_shape),
)

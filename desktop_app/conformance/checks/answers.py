"""Health, and the rules that hold for every answer of the run (watched in ``exchange``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.endings import Broken, require
from desktop_app.conformance.scene import Scene


def _health(scene: Scene) -> None:
    told = scene.exchange.call("GET", "/v1/health").expect(200)
    require(told.get("status") == "ok", "status is not ok")
    for name in ("server_time", "epoch", "api_version", "min_client"):
        require(isinstance(told.get(name), str) and told[name], f"no {name}")


def _unknown_path(scene: Scene) -> None:
    scene.exchange.call("GET", "/v1/no-such-path").expect(404, "not_found")


def _other_method(scene: Scene) -> None:
    answer = scene.exchange.call("DELETE", "/v1/health")
    answer.expect(405, "method_not_allowed")
    require("GET" in answer.headers.get("allow", ""), "405 does not name the methods there are")


def _always(rule: str) -> Callable[[Scene], None]:
    def check(scene: Scene) -> None:
        if breach := scene.exchange.breaches.get(rule):
            raise Broken(breach)

    return check


HEALTH: Final = (
    Clause(
        "health.answers", "health answers anyone: ok, its time, epoch, API version, oldest client", _health
    ),
    Clause("path.unknown", "an unknown path is 404 not_found", _unknown_path),
    Clause("path.method", "a method that a path does not have is 405 and names those it has", _other_method),
)
EVERY: Final = (
    Clause("answer.problem", "every refusal is problem details with a stable code", _always("problem")),
    Clause("answer.time", "every server_time is UTC with microseconds and Z", _always("time")),
    Clause("answer.nonce", "every answer carries a nonce for the next proof", _always("nonce")),
    Clause("answer.uncached", "no answer may be cached", _always("uncached")),
)

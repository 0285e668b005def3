"""Programs by their version: one that is too old is fed nothing more, and may bring what it holds unsent."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document, note
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.exchange import Answer
from desktop_app.conformance.scene import DISPATCHER, Scene

BEFORE_ALL: Final = "0.0.0"
_NUMBERS: Final = 3


def _oldest(scene: Scene) -> str:
    """Return the oldest version that is fed, as anyone is told."""
    health = scene.exchange.call("GET", "/v1/health").expect(200)
    if "min_client" not in health:
        raise Untested("health does not name the oldest client, which is a clause of its own")
    told = str(health["min_client"])
    numbers = told.split(".")
    require(len(numbers) == _NUMBERS and all(part.isdecimal() for part in numbers), f"min_client is {told}")
    return told


def _too_old(scene: Scene) -> tuple[str, str]:
    """Return a version that is too old, and the oldest that is not."""
    oldest = _oldest(scene)
    if not any(int(part) for part in oldest.split(".")):
        raise Untested("no version is older than the oldest")
    return BEFORE_ALL, oldest


def _as(version: str) -> dict[str, str]:
    return {"User-Agent": f"ioc-desk/{version}"}


def _fed(scene: Scene, version: str) -> Answer:
    """Ask for what is new as a program of this version."""
    desk = scene.desk(DISPATCHER)
    path = f"/v1/sync/changes?{urlencode({'cursor': desk.cursor, 'limit': 1, 'wait': 0})}"
    return desk.workstation.call("GET", path, token=desk.token, headers=_as(version))


def _refused(scene: Scene) -> None:
    old, oldest = _too_old(scene)
    told = _fed(scene, old).expect(426, "client_too_old")
    require(told.get("min_client") == oldest, "it does not say which version is fed")
    require("changes" not in told, "it is fed all the same")


def _at_the_bound(scene: Scene) -> None:
    _fed(scene, _oldest(scene)).expect(200)


def _drains(scene: Scene) -> None:
    old, _ = _too_old(scene)
    desk, unsent = scene.desk(DISPATCHER), note(scene.open_report())
    answer = desk.workstation.call(
        "POST", "/v1/sync/events", token=desk.token, document={"events": [unsent]}, headers=_as(old)
    )
    results: list[Document] = answer.expect(200)["results"]
    require([one["status"] for one in results] == ["applied"], "what it held unsent is not taken")


CLAUSES: Final = (
    Clause("client.too_old", "a program older than min_client is fed nothing: 426, and which is", _refused),
    Clause("client.oldest", "a program of version min_client is fed", _at_the_bound),
    Clause("client.drains", "a program that is too old may still send what it holds", _drains),
)

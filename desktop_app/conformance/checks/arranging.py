"""Absences, and places that may tell who somebody is: what the centre must refuse, and that rights end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from desktop_app.api import wire
from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document, event
from desktop_app.conformance.endings import Untested, require
from desktop_app.conformance.scene import DISPATCHER, HANDLER, RECIPIENT, Scene
from desktop_app.domain.ids import new_id

_TELLING: Final = "Kiểm tra hợp đồng, gọi 0900 000 000"


def _undecided(scene: Scene) -> None:
    """A report with a telephone number in it, taken down a moment ago, verified without a word on it."""
    desk, place = scene.desk(DISPATCHER), scene.open_report()["place"]
    told: dict[str, Any] = {
        "title": "Kiểm tra hợp đồng", "text": _TELLING, "reference": "000 000",
        "place": {"address": "conformance", "unit_code": place.get("unit_code")},
    }  # fmt: skip
    report = {"id": new_id(), "version": 1}
    if desk.send(event("receive", {**report, "version": 0}, told))[0]["status"] != "applied":
        raise Untested("no report to verify")
    desk.drain()
    category = next(iter(desk.kinds("category")), None)
    if category is None:
        raise Untested("no category")
    verify = {"category": category["id"], "place": {"address": "conformance"}, "identity_checked": True}
    result = desk.send(event("verify", report, verify))[0]
    require(result.get("rule") == "identity_undecided", f"{result['status']} {result.get('rule', '')}")


def _delegation(away: str, deputy: str, **changes: object) -> Document:
    now = datetime.now(UTC)
    payload = {
        "from_person": away, "to_person": deputy, "rights": ["handle"], "starts": wire.instant(now),
        "ends": wire.instant(now + timedelta(days=1)), **changes,
    }  # fmt: skip
    return {**event("delegate", {"id": new_id(), "version": 0}, payload), "entity": "delegation"}


def _foreign_absence(scene: Scene) -> None:
    """Nobody arranges the absence of a person they neither are nor lead."""
    desk = scene.desk(HANDLER)
    away = scene.desk(DISPATCHER).person["id"]
    result = desk.send(_delegation(away, desk.person["id"]))[0]
    require(result["status"] == "rejected", f"it is answered {result['status']}")


def _endless_absence(scene: Scene) -> None:
    desk = scene.desk(HANDLER)
    ends = wire.instant(datetime.now(UTC) + timedelta(days=400))
    colleague = _colleague(scene)
    result = desk.send(_delegation(desk.person["id"], colleague, ends=ends))[0]
    require(result["status"] == "rejected", f"a delegation of 400 days is answered {result['status']}")


def _absence(scene: Scene) -> None:
    """A delegation is made, told to who made it, and ended."""
    desk = scene.desk(HANDLER)
    sent = _delegation(desk.person["id"], _colleague(scene))
    result = desk.send(sent)[0]
    require(result["status"] == "applied", f"{result['status']} {result.get('rule', '')}")
    told = [one for one in desk.drain() if one["id"] == sent["entity_id"]]
    require(told and told[-1]["entity"] == "delegation", "who is away does not hear of it")
    end = {**event("end_delegation", {"id": sent["entity_id"], "version": 1}), "entity": "delegation"}
    ended = desk.send(end)[0]
    require(ended["status"] == "applied", f"its end is answered {ended['status']}")
    last = [one for one in desk.drain() if one["id"] == sent["entity_id"]]
    require(bool(last) and last[-1]["data"]["ended_at"] is not None, "its end is not told")


def _foreign_takeover(scene: Scene) -> None:
    """An offer of work that is not there answers as one that is another's."""
    desk = scene.desk(RECIPIENT)
    said = {"accepted": True}
    sent = {**event("answer_takeover", {"id": new_id(), "version": 0}, said), "entity": "takeover"}
    result = desk.send(sent)[0]
    require(result["status"] == "not_found", f"it is answered {result['status']}")


def _colleague(scene: Scene) -> str:
    """An active officer of the handler's own unit."""
    desk = scene.desk(HANDLER)
    mine = desk.person
    for officer in desk.kinds("officer"):
        near = officer["unit_id"] == mine["unit_id"] and officer["id"] != mine["id"]
        if near and officer.get("active", True):
            return str(officer["id"])
    raise Untested("no colleague of the handler")


CLAUSES: Final = (
    Clause("verify.undecided", "a place that may tell who somebody is must be decided on", _undecided),
    Clause("absence.told", "a delegation is told to those it concerns, and ends when asked", _absence),
    Clause("absence.foreign", "nobody arranges a stranger's absence", _foreign_absence),
    Clause("absence.endless", "no delegation holds for longer than a season", _endless_absence),
    Clause("takeover.unknown", "work that is not offered to one cannot be taken", _foreign_takeover),
)
